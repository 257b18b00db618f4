"""Moments in the store's zone. `zoneinfo` is imported where it is needed: most orders need no zone at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from fact_records import FactsError, nearest

if TYPE_CHECKING:
    import datetime as dt
    from zoneinfo import ZoneInfo

USUAL_FOLDER = "/usr/share/zoneinfo/"


def is_zone_name(name: str) -> bool:
    """Say whether a name looks like one of the time zone database: America/New_York, UTC."""
    return name == "UTC" or (
        "/" in name.strip("/") and name.replace("/", "").replace("_", "").replace("-", "").replace("+", "").isalnum()
    )


def unknown_zone(name: str) -> str | None:
    """Say what is wrong with a zone name that the time zone database does not hold.

    A look into the usual folder answers without importing `zoneinfo`. Where there is no database at all, as in a
    browser before `tzdata` is loaded, every name passes.
    """
    if os.path.isfile(USUAL_FOLDER + name):  # noqa: PTH113 - pathlib costs a tenth of the calculator's start
        return None
    from zoneinfo import available_timezones  # noqa: PLC0415 - slow to import

    known = available_timezones()
    if not known or name in known:
        return None
    near = nearest(name, sorted(known))
    return "expected a name of the time zone database" + (f', like "{near}"' if near else "")


def zone(name: str) -> ZoneInfo:
    """Load a time zone.

    Raises:
        FactsError: The zone is unknown, or this machine has no time zone database.
    """
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - slow to import

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise FactsError(f"no time zone {name} on this machine: correct place.time_zone or install tzdata") from None


def zone_in_words(name: str) -> str:
    """Name a zone by its city, as a customer elsewhere knows it: "New York time"; UTC is only "UTC"."""
    city = name.rpartition("/")[2].replace("_", " ")
    return f"{city} time" if "/" in name else city


def in_zone(moment: dt.datetime, time_zone: str) -> dt.datetime:
    """Give a moment its place in the store's zone: a naive one is there already, another is converted."""
    here = zone(time_zone)
    return moment.replace(tzinfo=here) if moment.tzinfo is None else moment.astimezone(here)


def wall_clock(moment: dt.datetime, time_zone: str) -> dt.datetime:
    """Read the store's clock and calendar at a moment, as a naive date-time."""
    return moment if moment.tzinfo is None else moment.astimezone(zone(time_zone)).replace(tzinfo=None)
