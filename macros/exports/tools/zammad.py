"""Zammad: text modules as a CSV for the import on its page of text modules, which updates those of the same name.

Facts about its variables and formats, with their sources: docs/exports/zammad.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.exports.reply import Dialect, ExportError, replies
from macros.exports.tool import Tool, as_csv

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

LIST_SEPARATOR = "~~~"  # the import makes a list of a cell that has it
DIALECT = Dialect(
    tokens={"customer.first_name": "#{ticket.customer.firstname}", "agent.first_name": "#{user.firstname}"},
    looks_alike=re.compile(rf"#\{{|{LIST_SEPARATOR}"),
)
LIMITS = {"name": 250, "keywords": 500, "note": 250}


class TextModule(NamedTuple):
    """One row of the import.

    Attributes:
        name: What the import finds an earlier one by.
        keywords: What an agent may type after `::`, besides the name.
        content: The reply as HTML.
        note: Our id of it, for admins only.
        active: Whether agents are offered it.
    """

    name: str
    keywords: str
    content: str
    note: str
    active: str = "true"


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    return {"text_modules.csv": as_csv(TextModule._fields, [text_module(reply) for reply in replies(catalogue)])}


def text_module(reply: Reply) -> TextModule:
    """One reply as a text module.

    Raises:
        ExportError: when a cell is longer than Zammad's column, or would be read as a list.
    """
    _, *words = reply.id.split("/")
    made = TextModule(reply.name, " ".join(words), reply.html(DIALECT), reply.id)
    for column, most in LIMITS.items():
        cell = str(getattr(made, column))
        if len(cell) > most:
            raise ExportError(f"{reply.id}: the {column} is longer than the {most} characters Zammad keeps: shorten it")
        if LIST_SEPARATOR in cell:
            raise ExportError(f"{reply.id}: Zammad would read {LIST_SEPARATOR!r} in the {column} as a list: remove it")
    return made


TOOL = Tool("zammad", "Zammad", DIALECT, files)
