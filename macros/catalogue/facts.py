"""The store facts, with what is wrong with them as problems in the checker's form."""

from __future__ import annotations

from pathlib import Path

from facts.lookup import look_up, value_of
from facts.store import FactsError, Store, load_store
from macros.catalogue.problem import Problem

__all__ = ["Store", "look_up", "read", "value_of"]


def read(root: Path, problems: list[Problem]) -> Store | None:
    """The store facts below a root; what is wrong with them is added to `problems`."""
    try:
        return load_store(root / "references" / "store.toml")
    except FactsError as error:
        problems += map(_problem, str(error).splitlines())
        return None


def _problem(line: str) -> Problem:
    """A line such as `/somewhere/references/store.toml: rush.cut_percent = 140: expected …` as a problem."""
    path, _, said = line.partition(".toml: ")
    field, _, message = said.partition(": ")
    return Problem(
        f"references/{path.rpartition('/')[2]}.toml",
        _line_of(Path(f"{path}.toml"), field.split(" ")[0]),
        field,
        message,
    )


def _line_of(path: Path, key: str) -> int:
    """The line of a dotted key in a TOML file; 1 when it stands nowhere."""
    table, _, name = key.rpartition(".")
    here = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.exists() else (), start=1):
        here = line.strip().strip("[]") if line.startswith("[") else here
        if here == table.partition("[")[0] and line.partition("=")[0].strip() == name:
            return number
    return 1
