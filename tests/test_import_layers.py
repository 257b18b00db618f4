"""The imports run one way: in `scripts/` from the commands down to the dates, in `macros/` from the pages down."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS, MACROS = ROOT / "scripts", ROOT / "macros"
# What each room may import from besides itself, read from the top: all rooms above it.
SCRIPTS_FLOORS = (
    ("dates", "records"),
    ("facts",),
    ("eta", "words"),
    ("reading",),
    ("case",),
    ("verdicts",),
    ("answer",),
    ("commands",),
)
MACROS_FLOORS = (
    ("paths",),
    ("message", "layouts"),
    ("catalogue",),
    ("rules",),
    ("load",),
    ("browser", "exports", "site", "write"),
    ("pages",),
    ("check", "publishing"),
)
LONGEST_FOLDER = 15  # entries of one kind; a module for each tool is the longest


def rooms(floors: tuple[tuple[str, ...], ...]) -> dict[str, set[str]]:
    """What each room may import from: every floor below its own."""
    below: set[str] = set()
    found: dict[str, set[str]] = {}
    for floor in floors:
        found |= {room: set(below) for room in floor}
        below |= set(floor)
    return found


IN_SCRIPTS, IN_MACROS = rooms(SCRIPTS_FLOORS), rooms(MACROS_FLOORS)


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, for its types too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def files_of(folder: Path, room: str) -> list[Path]:
    return sorted((folder / room).rglob("*.py")) or [folder / f"{room}.py"]


@pytest.mark.parametrize(("folder", "known"), [(SCRIPTS, IN_SCRIPTS), (MACROS, IN_MACROS)])
def test_every_room_has_its_place(folder: Path, known: dict[str, set[str]]) -> None:
    found = {path.name for path in folder.iterdir() if (path / "__init__.py").exists()}
    assert found <= set(known)
    assert {room for room in known if not files_of(folder, room)[0].exists()} == set()


@pytest.mark.parametrize("room", IN_SCRIPTS)
def test_no_import_runs_back_up_in_scripts(room: str) -> None:
    above = set(IN_SCRIPTS) - IN_SCRIPTS[room] - {room} | {"macros"}
    names = ((path, name) for path in files_of(SCRIPTS, room) for name in imported(path))
    assert [f"{path.name} imports {name}" for path, name in names if name.partition(".")[0] in above] == []


@pytest.mark.parametrize("room", IN_MACROS)
def test_no_import_runs_back_up_in_macros(room: str) -> None:
    above = {f"macros.{name}" for name in set(IN_MACROS) - IN_MACROS[room] - {room}}
    names = ((path, name) for path in files_of(MACROS, room) for name in imported(path))
    assert [f"{path.name} imports {name}" for path, name in names if ".".join(name.split(".")[:2]) in above] == []


def test_scripts_need_the_standard_library_alone() -> None:
    allowed = {*IN_SCRIPTS, *__import__("sys").stdlib_module_names}
    names = ((path, name) for path in SCRIPTS.rglob("*.py") for name in imported(path))
    assert [f"{path.name} imports {name}" for path, name in names if name.partition(".")[0] not in allowed] == []


@pytest.mark.parametrize("folder", [path.parent for top in (SCRIPTS, MACROS) for path in top.rglob("__init__.py")])
def test_a_folder_says_in_one_sentence_what_it_knows(folder: Path) -> None:
    says = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert says.partition("\n")[0].endswith(".")


@pytest.mark.parametrize("top", ["scripts", "macros", "docs/assets"])
def test_no_folder_is_too_long_to_look_over(top: str) -> None:
    folders = [path for path in (ROOT / top, *(ROOT / top).rglob("*")) if path.is_dir() and path.name != "__pycache__"]
    entries = {
        str(path.relative_to(ROOT)): sum(child.name not in {"__init__.py", "__pycache__"} for child in path.iterdir())
        for path in folders
    }
    assert {name: count for name, count in entries.items() if count > LONGEST_FOLDER} == {}
