"""The store facts, as the words may name them: `{{ store.change_window.hours }}`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from date_words import say_time
from macros.problem import Problem
from store_facts import FactsError, Store, load_store

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


def value_of(store: Store, path: str) -> object:
    """The value or table that a dotted path such as `change_window.hours` names.

    Raises:
        LookupError: when there is no such fact.
    """
    value: object = store
    for step in path.split("."):
        value = _step(value, step, path)
    return value


def look_up(store: Store, path: str) -> str:
    """The fact that a dotted path names, as text.

    Raises:
        LookupError: when there is no such fact, or the path names a whole table.
    """
    value = value_of(store, path)
    if isinstance(value, dt.time):
        return say_time(value, store.place.date_style)
    if isinstance(value, str | int):
        return str(value)
    raise LookupError(f"store.{path} is a table; name one value in it")


def _step(value: object, step: str, path: str) -> object:
    if isinstance(value, dict) and step in value:
        return value[step]
    if not step.startswith("_") and hasattr(value, step) and not callable(getattr(value, step)):
        return getattr(value, step)
    raise LookupError(f"store.{path} is not a store fact; see references/store.toml")
