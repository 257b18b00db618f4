"""The tools' syntax for the menu "Copy for" of a page: `assets/reply/dialects.json`."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Dialect
    from macros.exports.tool import Tool

VERSION = 1


def dialects(tools: Iterable[Tool], catalogue: Catalogue) -> dict[str, Any]:
    """Each tool that a reply can be pasted into: its placeholder for each slot that it fills, and its form."""
    found = [(tool, tool.written(catalogue)) for tool in tools if tool.form]
    return {"version": VERSION, "tools": [_tool(tool, dialect) for tool, dialect in found if dialect]}


def _tool(tool: Tool, dialect: Dialect) -> dict[str, Any]:
    tokens = dict(dialect.tokens) if tool.fills_pasted else {}
    return {"id": tool.id, "title": tool.title, "form": tool.form, "tokens": tokens, "escape": _escaped(dialect)}


def _escaped(dialect: Dialect) -> dict[str, str]:
    """The characters that must not stand in a text as they are, with what is written for each."""
    return {sign: written for sign in string.punctuation if (written := dialect.escape(sign)) != sign}
