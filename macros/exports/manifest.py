"""What was exported: each template with a hash of its words, so that a lead sees what changed since the last import."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.exports.reply import Dialect, replies
from words.message import token

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

VERSION = 1
HASH_LENGTH = 16


class Changes(NamedTuple):
    """The ids of templates that were added, changed and removed between two manifests."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def manifest(catalogue: Catalogue) -> dict[str, Any]:
    """The ids of all templates with the hashes of their words, and one hash of all: the catalogue's version."""
    templates = dict(_hashes(catalogue))
    return {"version": VERSION, "catalogue": _short(json.dumps(templates)), "templates": templates}


def changes(old: dict[str, Any], new: dict[str, Any]) -> Changes:
    """What differs between two manifests."""
    before, after = old["templates"], new["templates"]
    return Changes(
        tuple(name for name in after if name not in before),
        tuple(name for name in after if name in before and after[name] != before[name]),
        tuple(name for name in before if name not in after),
    )


@lru_cache(maxsize=2)
def _hashes(catalogue: Catalogue) -> Mapping[str, str]:
    """The hash of each template, made once for all files that name the version."""
    named = Dialect({slot.name: f"{token(slot.name)} {slot.blank}" for slot in catalogue.slots.values()})
    by_template = groupby(replies(catalogue), key=lambda reply: reply.template.id)
    return {name: _hash(channels, named) for name, channels in by_template}


def _hash(channels: Iterable[Reply], named: Dialect) -> str:
    """A hash of all that a customer or an agent reads of a template in another tool."""
    words: list[str] = []
    for reply in channels:
        words += [reply.name, *reply.template.next_steps, repr(reply.template.when)]
        words += [reply.subject(named), reply.plain(named), reply.html(named)]
    return _short("\0".join(words))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]
