"""Read the store's facts, `references/store.toml`, and refuse them whole when anything in them is wrong."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from facts.files import PLAYBOOK, read_toml
from facts.holidays import Holidays
from facts.schema import Store
from facts.zone_names import unknown_zone
from records.problem import FactsError, Problems, show
from records.record import read_record

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FactsError", "Store", "load_store"]

STORE, HOLIDAYS = "references/store.toml", "holidays.toml"


def load_store(path: str | Path | None = None) -> Store:
    """Load the facts, by default `references/store.toml` of this playbook, and the `holidays.toml` beside them.

    Raises:
        FactsError: Anything is missing, unknown or wrong. The text has one line for each problem.
    """
    label, root = (os.fspath(path), "") if path else (STORE, PLAYBOOK)
    problems = Problems(label)
    raw = read_toml(root, label)
    store: Store | None = read_record(Store, raw, (), problems)
    holidays = _holidays(raw, root, label, problems)
    _check_place(raw.get("place"), holidays, problems)
    if store is None or problems:
        raise FactsError(*problems)
    return Store({**vars(store), "holidays": holidays})


@lru_cache(maxsize=1)
def own_store() -> Store:
    """Load the facts of this playbook, once."""
    return load_store()


def _holidays(raw: dict[str, Any], root: str, store_label: str, problems: Problems) -> Holidays | None:
    """Read the public holidays, where a calendar closes on them."""
    calendars = raw.get("calendars")
    weeks = calendars.values() if isinstance(calendars, dict) else ()
    if not any(isinstance(week, dict) and week.get("public_holidays") is True for week in weeks):
        return None
    inner = Problems(os.path.join(os.path.dirname(store_label), HOLIDAYS))  # noqa: PTH118, PTH120
    try:
        found: Holidays | None = read_record(Holidays, read_toml(root, inner.file), (), inner)
    except FactsError as error:
        make = _make(raw.get("place"))
        problems += [problem._replace(message=f"{problem.message}; run `{make}`") for problem in error.problems]
        return None
    problems += inner
    return found


def _check_place(place: Any, holidays: Holidays | None, problems: Problems) -> None:
    """Hold a place that is well formed against the time zones that exist and the holidays that are there."""
    if not isinstance(place, dict) or any(problem.place[:1] == ("place",) for problem in problems):
        return
    zone = place["time_zone"]
    if wrong := unknown_zone(zone):
        problems.add(("place", "time_zone"), wrong, show(zone))
    for key in ("country", "subdivision"):
        if holidays and place[key] != getattr(holidays, key):
            known = f"{holidays.country} {holidays.subdivision}".strip()
            problems.add(("place", key), f"holidays.toml is for {known}: run `{_make(place)}`", show(place[key]))
            return


def _make(place: Any) -> str:
    words = place if isinstance(place, dict) else {}
    command = f"make holidays COUNTRY={words.get('country', '..')}"
    return command + (f" SUBDIVISION={words['subdivision']}" if words.get("subdivision") else "")
