"""Help Scout: the bodies of its saved replies, one JSON a line, each with the email and the chat of a template.

Facts about its variables and formats, with their sources: docs/exports/helpscout.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.exports.reply import Dialect, replies
from macros.exports.tool import Tool, as_json_lines

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

DIALECT = Dialect(
    tokens={
        "customer.first_name": "{%customer.firstName,fallback=there%}",
        "agent.first_name": "{%user.firstName%}",
    },
    looks_alike=re.compile(r"\{%|%\}"),
)


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    found: dict[str, dict[str, str]] = {}
    for reply in replies(catalogue, "email", "chat"):
        found.setdefault(reply.template.id, {"name": _name(reply)}).update(_text(reply))
    return {"saved-replies.jsonl": as_json_lines(found.values())}


def _name(reply: Reply) -> str:
    """What an agent reads in the list; our id at its end, by which an import finds it again."""
    return f"{reply.entry.title} – {reply.template.title} · {reply.template.id}"


def _text(reply: Reply) -> dict[str, str]:
    """The field of a channel: email is HTML, chat plain text."""
    return {"chatText": reply.plain(DIALECT)} if reply.channel == "chat" else {"text": reply.html_line(DIALECT)}


TOOL = Tool("helpscout", "Help Scout", DIALECT, files)
