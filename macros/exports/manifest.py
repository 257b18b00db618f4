"""What was exported: each template with a hash of its words, so that a lead sees what changed since the last import."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.parts import token

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Template

VERSION = 1
HASH_LENGTH = 16


class Changes(NamedTuple):
    """The ids of templates that were added, changed and removed between two manifests."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def manifest(catalogue: Catalogue) -> dict[str, Any]:
    """The ids of all templates with the hashes of their words, and one hash of all: the catalogue's version."""
    templates = {template.id: _hash(template) for template in catalogue.templates}
    return {"version": VERSION, "catalogue": _short(json.dumps(templates)), "templates": templates}


def as_json(data: dict[str, Any]) -> bytes:
    """The manifest as a file."""
    return (json.dumps(data, indent=1) + "\n").encode()


def changes(old: dict[str, Any], new: dict[str, Any]) -> Changes:
    """What differs between two manifests."""
    before, after = old["templates"], new["templates"]
    return Changes(
        tuple(name for name in after if name not in before),
        tuple(name for name in after if name in before and after[name] != before[name]),
        tuple(name for name in before if name not in after),
    )


def _hash(template: Template) -> str:
    """A hash of all that a customer or an agent reads of a template in another tool."""
    words = [template.title, *(f"{message.channel}\n{message.plain(token)}" for message in template.messages)]
    html = [message.body.html(token) for message in template.messages]
    return _short("\0".join([*words, *html]))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]
