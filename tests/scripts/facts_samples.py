"""Stores for tests: those in tests/data/world with single keys changed. The real facts are a store's to change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from facts.store import load_store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facts.schema import Store

DATA = Path(__file__).parent.parent / "data"
FACTS = DATA / "world" / "references" / "store.toml"
PLAIN_WEEKS = {f"calendars.{name}.public_holidays": "false" for name in ("workshop", "dispatch", "carrier")}


def changed(changes: Mapping[str, str | None]) -> str:
    """Return the sample facts with keys replaced; a key of a table that is not there is added, None takes it out."""
    text = FACTS.read_text(encoding="utf-8")
    for path, value in changes.items():
        text = _changed(text, path, value)
    return text


def write_facts(folder: Path, changes: Mapping[str, str | None] | None = None, *, holidays: str | None = "") -> Path:
    """Write changed facts into a folder; `holidays` replaces the sample's holidays.toml, None leaves it out."""
    path = folder / "store.toml"
    path.write_text(changed(changes or {}), encoding="utf-8")
    if holidays is not None:
        text = holidays or FACTS.with_name("holidays.toml").read_text(encoding="utf-8")
        (folder / "holidays.toml").write_text(text, encoding="utf-8")
    return path


def store_with(folder: Path, changes: Mapping[str, str | None] | None = None, *, closed: str = "") -> Store:
    """Load changed facts; `closed` replaces the store's own closed days."""
    path = write_facts(folder, changes)
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition("[[closed]]")
    path.write_text(f"{head}{closed}\n{rest[rest.index('[orders]') :]}", encoding="utf-8")
    return load_store(path)


def _changed(text: str, path: str, value: str | None) -> str:
    table, _, key = path.rpartition(".")
    head = f"[{table}]" if f"\n[{table}]" in text else f"[[{table}]]"
    before, found, rest = text.partition(f"\n{head}")
    assert found, f"no table {table} in the sample facts"
    end = rest.find("\n[")
    lines, after = rest[:end].split("\n") if end > 0 else rest.split("\n"), rest[end:] if end > 0 else ""
    kept = [line for line in lines if not line.startswith(f"{key} =")]
    added = [] if value is None else [f"{key} = {value}"]
    return before + found + "\n".join([kept[0], *added, *kept[1:]]) + after
