"""Nothing in code names an entry: whichever a store drops or renames, code asks for its topic, stage or step."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from answer.slots import SLOTS
from case.case import Case
from macros import paths
from macros.exports import TOOLS
from macros.exports.reply import Dialect
from tests.product import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAID = Case._fields["concern"].examples  # type: ignore[attr-defined] # what a reader may write, in no rule


def texts(path: Path) -> Iterator[str]:
    """The texts of a module but its docstrings, or the whole of a layout."""
    whole = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield whole
        return
    tree = ast.parse(whole)
    told = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    yield from (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told
    )


def test_no_entry_is_named() -> None:
    entries = "|".join(entry.id for entry in catalogue().entries)
    folders = [paths.SCRIPTS, paths.ROOT / "macros"]
    modules = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".py", ".jinja")]
    named = {
        f"{paths.shown(path)}: {text[:60]}"
        for path in modules
        for text in texts(path)
        if re.search(rf"\b(?:{entries})\b", text) and text not in SAID
    }
    assert len(modules) > 150
    assert named == set()


def test_what_a_tool_fills_the_desk_fills_too() -> None:
    """So that the check, which holds the desk's slots, holds those of the tools."""
    named = [tool.dialect.tokens for tool in TOOLS if isinstance(tool.dialect, Dialect)]
    tokens = {name for tokens in named for name in tokens}
    assert len(tokens) > 3
    assert tokens - {*SLOTS} == set()
