"""Gorgias: a CSV for the import on its macros page, and the bodies of its API, one JSON a line.

Facts about its variables and formats, with their sources: docs/exports/gorgias.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.exports.reply import Dialect, replies
from macros.exports.tool import Tool, as_csv, as_json_lines

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

SHOPIFY = "ticket.customer.integrations.shopify.orders[0]"
DIALECT = Dialect(
    tokens={
        "customer.first_name": "{{ticket.customer.firstname}}",
        "agent.first_name": "{{current_user.firstname}}",
        "order.number": f"{{{{{SHOPIFY}.name}}}}",
        "tracking.number": f"{{{{{SHOPIFY}.fulfillments[0].tracking_number}}}}",
        "tracking.link": f"{{{{{SHOPIFY}.fulfillments[0].tracking_url}}}}",
    },
    looks_alike=re.compile(r"\{\{|\}\}"),
)
HEADER = ("name", "body_text", "tags")


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    found = replies(catalogue, "email", "chat")
    rows = [(reply.name, reply.plain(DIALECT), ", ".join(reply.tags)) for reply in found]
    return {"macros.csv": as_csv(HEADER, rows), "macros.jsonl": as_json_lines(map(macro, found))}


def macro(reply: Reply) -> dict[str, Any]:
    """One macro as the API takes it."""
    body = {"body_text": reply.plain(DIALECT), "body_html": reply.html(DIALECT)}
    actions = [
        {"name": "setResponseText", "title": "Add response text", "type": "user", "arguments": body},
        {"name": "addTags", "title": "Add tags", "type": "user", "arguments": {"tags": ", ".join(reply.tags)}},
    ]
    return {"external_id": reply.id, "name": reply.name, "language": "en", "actions": actions}


TOOL = Tool("gorgias", "Gorgias", DIALECT, files)
