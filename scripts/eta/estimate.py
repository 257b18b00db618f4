"""From an order to its milestones: the one computation of dates in this playbook.

The convention: an order day rolls forward to a workshop day, which is not counted; n production days later the piece
is complete. It is handed over on the first dispatch day from then on, and delivery counts carrier days from hand-over.
Every milestone is a range, from the lead time to the lead time with its allowance.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dates.lead_time import LeadTime, lead_time, rushed, shared
from dates.workdays import EtaError
from eta.calendars import Calendars, ClosedDays, calendars
from eta.order import Order, counted_day, order_day

if TYPE_CHECKING:
    from facts.schema import Store

FOLLOW_UP = "delivery-follow-up"
# The milestones in their order, each as it is called in a table.
NAMES = {
    "order-confirmed": "Order confirmed",
    "production-started": "Production started",
    "design-complete": "Design complete",
    "production-complete": "Production complete",
    "qc-complete": "Quality check complete",
    "shipped": "Shipped",
    "delivered": "Delivered",
    FOLLOW_UP: "Delivery follow-up",
}
MILESTONES = tuple(NAMES)
MOST_DAYS = 365
FITS, TIGHT, DOES_NOT_FIT = "fits", "tight", "does-not-fit"


class Milestone(NamedTuple):
    """A step of an order, and the first and last day it falls on."""

    id: str
    earliest: dt.date
    latest: dt.date


class Plan(NamedTuple):
    """How long an order takes, in working days of the workshop and of the carrier."""

    production: LeadTime
    shipping: LeadTime
    design: LeadTime


class Estimate(NamedTuple):
    """The dates of one order.

    Attributes:
        order: What was asked.
        order_date: The order's own day in the store's zone.
        counted_from: The day it counts as, after the cut-off.
        production_days: Working days in the workshop.
        shipping_days: Carrier days.
        milestones: One for each of `MILESTONES`, in that order.
    """

    order: Order
    order_date: dt.date
    counted_from: dt.date
    production_days: LeadTime
    shipping_days: LeadTime
    milestones: tuple[Milestone, ...]

    def milestone(self, name: str) -> Milestone:
        """Return one milestone by its id."""
        return self.milestones[MILESTONES.index(name)]

    @property
    def count_on_it_by(self) -> dt.date:
        """The latest day of delivery: the one day to plan with."""
        return self.milestones[6].latest

    @property
    def verdict(self) -> str | None:
        """Whether the piece is there by `order.needed_by`: fits, tight or does-not-fit; None when none is given."""
        needed_by, delivered = self.order.needed_by, self.milestones[6]
        if needed_by is None:
            return None
        if delivered.latest <= needed_by:
            return FITS
        return TIGHT if delivered.earliest <= needed_by else DOES_NOT_FIT


def estimate(store: Store, order: Order, closed: ClosedDays = ()) -> Estimate:
    """Compute the milestones of an order. No clock is read: the answer depends on the arguments alone.

    Quality check is the last share of the production days, so qc-complete is the same day as production-complete.

    Args:
        store: The facts.
        order: The order.
        closed: First and last days of further closures of the workshop and the dispatch desk.

    Returns:
        The milestones, each with its earliest and latest day.

    Raises:
        EtaError: The order cannot be computed: days out of bounds, rush not offered, needed before it was ordered, or a
            date past the known public holidays.
        FactsError: The store has no such product.
    """
    own_day = order_day(order.order_date, store)
    if order.needed_by is not None and order.needed_by < own_day:
        raise EtaError(f"needed by {order.needed_by} is before the order of {own_day}: write a later day", "needed-by")
    plan = plan_for(store, order.product, order.production_days, order.shipping_days, rush=order.rush)
    from_day, book = counted_day(order.order_date, store), calendars(store, closed)
    follow_up = dt.timedelta(days=store.follow_up.days)
    early = _dates(book, from_day, plan.production.days, plan.shipping.days, plan.design.days)
    late = _dates(book, from_day, plan.production.latest_days, plan.shipping.latest_days, plan.design.latest_days)
    steps = zip(
        MILESTONES, (own_day, *early, early[-1] + follow_up), (own_day, *late, late[-1] + follow_up), strict=True
    )
    return Estimate(order, own_day, from_day, plan.production, plan.shipping, tuple(map(Milestone._make, steps)))


@lru_cache(maxsize=1024)
def plan_for(
    store: Store, product: str | None, production_days: int | None, shipping_days: int | None, *, rush: bool
) -> Plan:
    """Decide how long an order takes: the order's own days, else the product's, else the store's.

    Raises:
        EtaError: The days are out of bounds, or rush is not offered.
        FactsError: The store has no such product.
    """
    if rush and not store.rush.offered:
        raise EtaError(
            "rush is not offered by this store (rush.offered in references/store.toml): leave it out", "rush"
        )
    usual = store.lead_time(product).days if product else store.production.days
    days = _within_bounds("production days", usual if production_days is None else production_days)
    days = rushed(days, store.rush.cut_percent) if rush else days
    carried = _within_bounds("shipping days", store.shipping.days if shipping_days is None else shipping_days)
    production = lead_time(days, store.production.range_percent)
    return Plan(production, lead_time(carried, store.shipping.range_percent), _design(store, production))


def _dates(book: Calendars, from_day: dt.date, production: int, shipping: int, design: int) -> tuple[dt.date, ...]:
    workshop = book.workshop.add
    complete = workshop(from_day, production)
    shipped = book.dispatch.roll(complete)
    return (
        workshop(from_day, 1),
        workshop(from_day, design),
        complete,
        complete,
        shipped,
        book.carrier.add(shipped, shipping),
    )


def _design(store: Store, production: LeadTime) -> LeadTime:
    """Compute the design share; even a share of no whole day ends on the first counted day.

    A longer lead time can have a shorter first share (the Alabama paradox of largest remainders), hence the maximum.
    """
    share = max(1, shared(production.days, store.stages.weights)[0])
    return LeadTime(share, max(share, shared(production.latest_days, store.stages.weights)[0]))


def _within_bounds(name: str, days: int) -> int:
    if not 1 <= days <= MOST_DAYS:
        raise EtaError(f"{days} {name}: write a whole number from 1 to {MOST_DAYS}", name.replace(" ", "-"))
    return days
