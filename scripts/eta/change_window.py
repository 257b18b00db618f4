"""When the change window of an order closes."""

from __future__ import annotations

import datetime as dt

from dates.time_zones import in_zone


def window_closes(ordered: dt.datetime, hours: int, time_zone: str) -> dt.datetime:
    """Compute the moment the change window closes by the clock.

    The hours are elapsed hours: on the night the clocks change, 24 hours later is another time of day.
    Production that has started closes the window sooner; that is not known here.

    Args:
        ordered: When the order was placed; without a UTC offset it is read in the store's zone.
        hours: Length of the window in elapsed hours.
        time_zone: The store's zone, a name of the time zone database.

    Returns:
        The closing moment in the store's zone, with its UTC offset.

    Raises:
        EtaError: The zone is unknown, or this machine has no time zone database.
    """
    placed = in_zone(ordered, time_zone)
    return (placed.astimezone(dt.UTC) + dt.timedelta(hours=hours)).astimezone(placed.tzinfo)
