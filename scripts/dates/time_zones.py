"""Moments in the store's zone. `zoneinfo` is imported where it is needed: most orders need no zone at all."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dates.workdays import EtaError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def zone(name: str) -> ZoneInfo:
    """Load a time zone.

    Raises:
        EtaError: The zone is unknown, or this machine has no time zone database.
    """
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - slow to import

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise EtaError(f"no time zone {name} on this machine: correct place.time_zone or install tzdata") from None


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


def hours_later(moment: dt.datetime, hours: int, time_zone: str) -> dt.datetime:
    """Compute the moment some elapsed hours later: on the night the clocks change, 24 of them end at another time.

    A moment without a UTC offset is read in the store's zone, in which the later one is given.

    Raises:
        EtaError: The zone is unknown, or this machine has no time zone database.
    """
    begun = in_zone(moment, time_zone)
    return (begun.astimezone(dt.UTC) + dt.timedelta(hours=hours)).astimezone(begun.tzinfo)
