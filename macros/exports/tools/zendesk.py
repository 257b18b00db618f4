"""Zendesk: the bodies of its macros API, one JSON a line; each shelf and entry is a category of the macro menu.

Facts about its placeholders and formats, with their sources: docs/exports/zendesk.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.exports.reply import Dialect, ExportError
from macros.exports.shelves import shelved
from macros.exports.tool import Tool, as_json_lines

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

DIALECT = Dialect(
    tokens={
        "customer.first_name": "{{ticket.requester.first_name}}",
        "agent.first_name": "{{current_user.first_name}}",
    },
    looks_alike=re.compile(r"\{\{|\}\}|\{%|%\}"),
)
SEPARATOR = "::"


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    shelves = shelved(catalogue, "email", "chat")
    return {"macros.jsonl": as_json_lines(macro(title, reply) for title, held in shelves for reply in held)}


def macro(shelf: str, reply: Reply) -> dict[str, Any]:
    """One macro as the API takes it; the description holds our id, by which an import finds it again."""
    last = f"{reply.template.title} ({reply.message.label_in_sentence})"
    actions = [
        {"field": "comment_value_html", "value": reply.html_line(DIALECT)},
        {"field": "current_tags", "value": " ".join(reply.tags)},
    ]
    title = SEPARATOR.join(_level(text, reply.id) for text in (shelf, reply.entry.title, last))
    return {"macro": {"title": title, "description": reply.id, "actions": actions}}


def _level(text: str, reply_id: str) -> str:
    """One level of a title, refused where it would be read as more than one."""
    if SEPARATOR in text or text.startswith(":") or text.endswith(":"):
        raise ExportError(f"{reply_id}: {text!r} would be split into categories at its colons: write it otherwise")
    return text


TOOL = Tool("zendesk", "Zendesk", DIALECT, files)
