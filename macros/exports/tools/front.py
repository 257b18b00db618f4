"""Front: the bodies of its message templates, one JSON a line, and the folders to sort them into.

Facts about its variables and formats, with their sources: docs/exports/front.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.exports.reply import Dialect
from macros.exports.shelves import shelved
from macros.exports.tool import Tool, as_json, as_json_lines

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

DIALECT = Dialect(
    tokens={
        "customer.first_name": "{{recipient.first_name}}",
        "agent.first_name": "{{user.first_name}}",
    },
    looks_alike=re.compile(r"\{\{|\}\}"),
)
# That variables are filled in a subject line is not documented.
SUBJECT = DIALECT._replace(tokens={})


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    shelves = shelved(catalogue, "email", "chat")
    plan = [{"name": title, "templates": [*map(_name, held)]} for title, held in shelves]
    bodies = (message_template(reply) for _, held in shelves for reply in held)
    return {"message-templates.jsonl": as_json_lines(bodies), "folders.json": as_json(plan)}


def message_template(reply: Reply) -> dict[str, str]:
    """One message template as the API takes it; what it does not have is left out, since the API refuses null."""
    subject = reply.subject(SUBJECT)
    return {"name": _name(reply), **({"subject": subject} if subject else {}), "body": reply.html_line(DIALECT)}


def _name(reply: Reply) -> str:
    """What an agent reads in the list; our id at its end, by which an import finds it again."""
    return f"{reply.name} · {reply.id}"


TOOL = Tool("front", "Front", DIALECT, files)
