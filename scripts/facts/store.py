"""Read the store's facts, `references/store.toml`, and refuse them whole when anything in them is wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from facts.files import PLAYBOOK, read_toml
from facts.holidays import Holidays
from facts.record import FactsError, Problems, read_record
from facts.schema import Store
from facts.zone_names import unknown_zone

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FactsError", "Store", "load_store"]

STORE, HOLIDAYS = "references/store.toml", "holidays.toml"


def load_store(path: str | Path | None = None) -> Store:
    """Load the facts and the public holidays beside them.

    Args:
        path: The facts; by default `references/store.toml` of this playbook. Holidays are read from `holidays.toml` in
            the same folder.

    Returns:
        The facts, checked and read only.

    Raises:
        FactsError: Anything is missing, unknown or wrong. The text has one line for each problem.
    """
    label, root = (os.fspath(path), "") if path else (STORE, PLAYBOOK)
    problems: Problems = []
    raw = read_toml(root, label)
    store: Store | None = read_record(Store, raw, f"{label}:", problems)
    holidays = _holidays(raw, root, label, problems)
    _check_place(raw.get("place"), holidays, label, problems)
    if store is None or problems:
        raise FactsError("\n".join(problems))
    return Store({**vars(store), "holidays": holidays})


def _holidays(raw: dict[str, Any], root: str, store_label: str, problems: Problems) -> Holidays | None:
    calendars = raw.get("calendars")
    weeks = calendars.values() if isinstance(calendars, dict) else ()
    if not any(isinstance(week, dict) and week.get("public_holidays") is True for week in weeks):
        return None
    label = os.path.join(os.path.dirname(store_label), HOLIDAYS)  # noqa: PTH118, PTH120
    try:
        found: Holidays | None = read_record(Holidays, read_toml(root, label), f"{label}:", problems)
    except FactsError as error:
        problems.append(f"{error}; run `{_make(raw.get('place'))}`")
        return None
    return found


def _check_place(place: Any, holidays: Holidays | None, label: str, problems: Problems) -> None:
    if not isinstance(place, dict) or any(problem.startswith(f"{label}: place.") for problem in problems):
        return
    zone = place.get("time_zone")
    if zone and (wrong := unknown_zone(zone)):
        problems.append(f'{label}: place.time_zone = "{zone}": {wrong}')
    here = (place.get("country"), place.get("subdivision"))
    if holidays and (holidays.country, holidays.subdivision) != here:
        known = f"{holidays.country} {holidays.subdivision}".strip()
        wanted = " ".join(map(str, here)).strip()
        problems.append(f"{label}: place is {wanted}, but holidays.toml is for {known}: run `{_make(place)}`")


def _make(place: Any) -> str:
    words = place if isinstance(place, dict) else {}
    command = f"make holidays COUNTRY={words.get('country', '..')}"
    return command + (f" SUBDIVISION={words['subdivision']}" if words.get("subdivision") else "")
