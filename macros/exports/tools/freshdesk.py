"""Freshdesk: canned responses for its bulk API, one file for each folder, and the folders to make first.

Facts about its placeholders and formats, with their sources: docs/exports/freshdesk.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.exports.reply import Dialect
from macros.exports.shelves import shelved
from macros.exports.tool import Tool, as_json

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

# Its ticket.agent is who a ticket is assigned to, not who writes: whoever signs writes the name.
DIALECT = Dialect(
    tokens={"customer.first_name": "{{ticket.requester.firstname}}"},
    looks_alike=re.compile(r"\{\{|\}\}|\{%|%\}"),
)
FOR_ALL_AGENTS = 0


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name.

    The API wants the number of a folder in each response, which exists only once the folder is made.
    """
    shelves = {f"folder-{n:02}.json": shelf for n, shelf in enumerate(shelved(catalogue, "email", "chat"), start=1)}
    plan = [{"name": title, "file": name} for name, (title, _) in shelves.items()]
    bodies = {name: {"canned_responses": [*map(response, held)]} for name, (_, held) in shelves.items()}
    return {"folders.json": as_json(plan), **{name: as_json(body) for name, body in bodies.items()}}


def response(reply: Reply) -> dict[str, Any]:
    """One canned response as the API takes it, but for its folder; the title ends with our id."""
    title = f"{reply.name} · {reply.id}"
    return {"title": title, "content_html": reply.html_line(DIALECT), "visibility": FOR_ALL_AGENTS}


TOOL = Tool("freshdesk", "Freshdesk", DIALECT, files)
