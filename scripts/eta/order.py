"""What an order says about itself, and the day it counts as."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from dates.workdays import EtaError
from eta.calendars import CHOOSE

if TYPE_CHECKING:
    from facts.schema import Store


class Order(NamedTuple):
    """One order, as far as its dates depend on it.

    Attributes:
        order_date: The day, or the moment; without a UTC offset it is read in the store's zone.
        product: Name of a product of the store, for its own lead time.
        production_days: Working days in the workshop; None for the product's or the store's.
        shipping_days: Carrier days; None for the store's.
        rush: Whether the workshop works at rush speed.
        needed_by: The day the customer needs the piece in hand.
    """

    order_date: dt.date
    product: str | None = None
    production_days: int | None = None
    shipping_days: int | None = None
    rush: bool = False
    needed_by: dt.date | None = None


def order_day(ordered: dt.date, store: Store) -> dt.date:
    """Return the calendar day of an order in the store's zone."""
    if isinstance(ordered, dt.datetime):
        return _wall_clock(ordered, store).date()
    return ordered


def counted_day(ordered: dt.date, store: Store) -> dt.date:
    """Return the day an order counts as: its own, or the next one when it came at or after the cut-off."""
    if not isinstance(ordered, dt.datetime):
        return ordered
    moment = _wall_clock(ordered, store)
    if moment.time() < store.orders.cut_off:
        return moment.date()
    if moment.date() == dt.date.max:
        raise EtaError(f"{moment.date()} has no next day: {CHOOSE}")
    return moment.date() + dt.timedelta(days=1)


def _wall_clock(ordered: dt.datetime, store: Store) -> dt.datetime:
    if ordered.tzinfo is None:
        return ordered
    from dates.time_zones import wall_clock  # noqa: PLC0415 - most orders need no time zone

    try:
        return wall_clock(ordered, store.place.time_zone)
    except OverflowError:
        raise EtaError(f"{ordered} is no date in {store.place.time_zone}: {CHOOSE}") from None
