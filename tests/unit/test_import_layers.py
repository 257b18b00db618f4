"""The imports of `scripts/` run one way, from the commands down to the dates, and never out of the folder."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"
# What each folder may import from besides itself.
BELOW = {
    "dates": set[str](),
    "records": set[str](),
    "facts": {"dates", "records"},
    "eta": {"dates", "records", "facts"},
    "words": {"dates", "records", "facts"},
    "reading": {"dates", "records", "facts", "words"},
    "case": {"dates", "records", "facts", "eta", "words"},
    "verdicts": {"dates", "records", "facts", "eta", "words", "case"},
    "answer": {"dates", "records", "facts", "eta", "words", "reading", "case", "verdicts"},
    "commands": {"dates", "records", "facts", "eta", "words", "reading", "case", "verdicts", "answer"},
}


def imported(path: Path) -> Iterator[str]:
    """The top-level packages that a file imports, for its types too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_every_folder_has_its_place() -> None:
    assert {path.name for path in SCRIPTS.iterdir() if (path / "__init__.py").exists()} == set(BELOW)


@pytest.mark.parametrize("folder", BELOW)
def test_no_import_runs_back_up(folder: str) -> None:
    may = {folder, *BELOW[folder], *sys.stdlib_module_names}
    back = [
        f"{path.relative_to(SCRIPTS)} imports {name}"
        for path in sorted((SCRIPTS / folder).glob("*.py"))
        for name in imported(path)
        if name not in may
    ]
    assert back == []


@pytest.mark.parametrize("folder", BELOW)
def test_a_folder_says_in_one_sentence_what_it_knows(folder: str) -> None:
    says = ast.get_docstring(ast.parse((SCRIPTS / folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert says.endswith(".")
    assert "\n" not in says
