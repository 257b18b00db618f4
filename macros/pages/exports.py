"""What the pages of the exports print: the files to download, and what becomes of each blank."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.exports import TOOLS, made_once
from macros.layouts import render

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.tool import Tool

KB, MB = 1_000, 1_000_000


class File(NamedTuple):
    """A file to download, beside its page."""

    name: str
    size: str


class Mapped(NamedTuple):
    """A blank, and what stands for it in a tool."""

    label: str
    token: str


def file_links(tool_id: str, catalogue: Catalogue, store: Store) -> str:
    """Links to the files of a tool, for its page at `/exports/<tool>/`; without a tool, to those at `/exports/`.

    Raises:
        ValueError: when no tool has the id.
    """
    place = _tool(tool_id).id if tool_id else ""
    return render("tables/export_files.jinja", files=_files(catalogue, store, place))


def slot_table(tool_id: str, catalogue: Catalogue) -> str:
    """The blanks that a tool fills itself, with its placeholders, and those that stay to be filled by hand.

    Raises:
        ValueError: when no tool has the id.
    """
    tool = _tool(tool_id)
    dialect = tool.written(catalogue)
    tokens = dialect.tokens if dialect else {}
    return render(
        "tables/export_slots.jinja",
        title=tool.title,
        mapped=[Mapped(slot.label, tokens[slot.name]) for slot in catalogue.used_slots if slot.name in tokens],
        blanks=[slot.blank for slot in catalogue.used_slots if slot.name not in tokens],
    )


def _tool(tool_id: str) -> Tool:
    known = {tool.id: tool for tool in TOOLS}
    if tool_id not in known:
        raise ValueError(f"{tool_id!r} is no tool of the exports; write one of {', '.join(known)}")
    return known[tool_id]


def _files(catalogue: Catalogue, store: Store, tool: str) -> list[File]:
    """The files of a tool, or those of all tools together."""
    found = sorted(made_once(catalogue, store).items())
    held = ((name.rpartition("/"), content) for name, content in found)
    return [File(name, _size(len(content))) for (folder, _, name), content in held if folder == tool]


def _size(count: int) -> str:
    return f"{count / MB:.1f} MB" if count >= MB else f"{max(1, round(count / KB))} KB"
