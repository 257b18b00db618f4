"""django-helpdesk: pre-set replies as a fixture for `manage.py loaddata`, which updates those with the same key.

It has no variable for any of our slots: `{{ ticket.assigned_to }}` is a full name, or the word "Unassigned".
Facts about its variables and formats, with their sources: docs/exports/django-helpdesk.md.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any

from macros.exports.reply import Dialect, ExportError, replies
from macros.exports.tool import Tool, as_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

# A reply is rendered as a Django template, but without its tags: only a variable can print a brace.
DIALECT = Dialect(tokens={}, escape=lambda text: re.sub("[{}]", r'{{ "\g<0>" }}', text))
LONGEST_NAME = 100
SHORTEST_ENTRY = 20
# Above what a store makes by hand, which counts from 1, and below the largest key of 32 bits.
FIRST_KEY, KEYS = 1_000_000_000, 1_000_000_000


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name.

    Raises:
        ExportError: when two replies have one key or one name.
    """
    found = replies(catalogue, "email")
    _distinct([str(key(reply)) for reply in found], found)
    _distinct([name(reply) for reply in found], found)
    return {"preset_replies.json": as_json([preset_reply(reply) for reply in found])}


def preset_reply(reply: Reply) -> dict[str, Any]:
    """One pre-set reply; without its queues, so that loading it again leaves the store's choice of them."""
    fields = {"name": name(reply), "body": reply.plain(DIALECT)}
    return {"model": "helpdesk.presetreply", "pk": key(reply), "fields": fields}


def key(reply: Reply) -> int:
    """The primary key, the same in every build."""
    return FIRST_KEY + reply.uid.int % KEYS


def name(reply: Reply) -> str:
    """Entry and template in words, the entry shortened where both are too long for the list.

    Raises:
        ExportError: when the template's own title leaves no room.
    """
    title = f" – {reply.template.title}"
    room = LONGEST_NAME - len(title)
    if room < SHORTEST_ENTRY:
        raise ExportError(f"{reply.template.id}: the title is too long for django-helpdesk: shorten it")
    return textwrap.shorten(reply.entry.title, room, placeholder=" …") + title


def _distinct(values: Sequence[str], found: Sequence[Reply]) -> None:
    seen: dict[str, str] = {}
    for value, reply in zip(values, found, strict=True):
        other = seen.setdefault(value, reply.id)
        if other != reply.id:
            raise ExportError(f"{reply.id}: django-helpdesk cannot tell it from {other} ({value}): rename one of them")


TOOL = Tool("django-helpdesk", "django-helpdesk", DIALECT, files, form="plain")
