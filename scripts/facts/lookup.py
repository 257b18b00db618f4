"""The store facts as words may name them: `{{ store.change_window.hours }}`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dates.in_words import say_time
from records.problem import visible

if TYPE_CHECKING:
    from facts.schema import Store


def value_of(store: Store, path: str) -> object:
    """Give the value or table that a dotted path such as `change_window.hours` names.

    Raises:
        LookupError: There is no such fact.
    """
    value: object = store
    for step in path.split("."):
        value = _step(value, step, path)
    return value


def look_up(store: Store, path: str) -> str:
    """Give the fact that a dotted path names, as text.

    Raises:
        LookupError: There is no such fact, or the path names a whole table.
    """
    value = value_of(store, path)
    if isinstance(value, dt.time):
        return say_time(value, store.place.date_style)
    if isinstance(value, str | int):
        return str(value)
    raise LookupError(f"store.{visible(path)} is a table; name one value in it")


def _step(value: object, step: str, path: str) -> object:
    if isinstance(value, dict) and step in value:
        return value[step]
    is_table = not isinstance(value, str | int | dt.time)
    if is_table and not step.startswith("_") and hasattr(value, step) and not callable(getattr(value, step)):
        return getattr(value, step)
    raise LookupError(f"store.{visible(path)} is not a store fact; see references/store.toml")
