"""Business hours of those who answer: the clock of the first response time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dates.time_zones import in_zone
from eta.calendars import support_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facts.schema import Store

ONE_DAY = dt.timedelta(days=1)


def due(store: Store, moment: dt.datetime, hours: int) -> dt.datetime:
    """Compute the moment in the store's zone that is some business hours after another.

    Raises:
        EtaError: The moment lies outside the known days.
    """
    left = dt.timedelta(hours=hours)
    for start, closes in _openings(store, in_zone(moment, store.place.time_zone)):
        if closes - start >= left:
            return start + left
        left -= closes - start
    raise AssertionError  # the openings never end: past the known days they raise


def is_open(store: Store, moment: dt.datetime) -> bool:
    """Say whether a moment lies within business hours."""
    here = in_zone(moment, store.place.time_zone)
    start, closes = next(_openings(store, here))
    return start == here < closes


def _openings(store: Store, here: dt.datetime) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """Give what is left of today's hours, then those of each next open day."""
    calendar, hours, day = support_days(store), store.support_hours, here.date()
    while True:
        day = calendar.roll(day)
        opens, closes = (dt.datetime.combine(day, time, here.tzinfo) for time in (hours.opens, hours.closes))
        if closes > here:
            yield max(opens, here), closes
        day += ONE_DAY
