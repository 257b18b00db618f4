"""What follows from a case by computation alone: its moments in the store's zone, its dates, whether it runs late."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from dates.lead_time import shared
from dates.time_zones import hours_later, in_zone
from dates.workdays import EtaError
from eta.calendars import calendars
from eta.estimate import Estimate, estimate
from eta.opening_hours import due
from eta.order import Order, order_day
from facts.regions import regions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from case.case import Case
    from case.topics import Topic
    from facts.regions import Region
    from facts.schema import Store

MAKING = ("production", "quality-check", "shipped")
ONE_DAY = dt.timedelta(days=1)
IN_WORKSHOP = ("design", "production", "quality-check")
IN_ORDER = (*IN_WORKSHOP, "shipped")


@dataclass(frozen=True)
class Situation:
    """A case at the moment of answering. Whatever cannot be computed from its facts is None.

    Attributes:
        store: The facts.
        case: The case.
        now: The moment of answering, in the store's zone.
        concern: The entry that answers the customer; empty while nobody knows.
        said: Conditions that the customer's own words settle.
        raised: The topics that this entry raises.
        read: Facts of the case that nobody but the customer's message says.
    """

    store: Store
    case: Case
    now: dt.datetime
    concern: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    raised: AbstractSet[str] = frozenset()
    read: AbstractSet[str] = frozenset()

    def raises(self, *topics: Topic) -> bool:
        """Say whether the concern raises any of these topics."""
        return not self.raised.isdisjoint(topics)

    def on_record(self, fact: str) -> str:
        """Give a text of the case that somebody of ours entered; empty where only the message says it."""
        return "" if fact in self.read else str(getattr(self.case, fact))

    def lacks(self, fact: str) -> bool:
        """Whether nobody knows a fact of the case."""
        value = getattr(self.case, fact)
        return value is None or value in ("", "unknown")

    @property
    def law(self) -> Region | None:
        """The law where the customer lives; None while nobody knows where that is."""
        return regions().get(self.case.region)

    @property
    def today(self) -> dt.date:
        """The day of answering."""
        return self.now.date()

    @cached_property
    def asked(self) -> dt.datetime:
        """When the customer wrote."""
        return in_zone(self.case.asked, self.store.place.time_zone) if self.case.asked else self.now

    @property
    def stage(self) -> str:
        """Where the piece is; a delivered one was shipped."""
        if self.case.delivered:
            return "shipped"
        return self.case.stage or ("shipped" if self.case.tracking else "unknown")

    @property
    def has_started(self) -> bool:
        """Whether work on the piece itself is known to have begun."""
        return self.stage in MAKING

    def has_reached(self, stage: str) -> bool:
        """Say whether the piece is known to be at a stage, or past it; every order has reached the first."""
        at = IN_ORDER.index(self.stage) if self.stage in IN_ORDER else 0
        return IN_ORDER.index(stage) <= at

    @property
    def personalized(self) -> bool | None:
        """Whether the piece carries one person's text, photo or measurements."""
        return self.store.products[self.case.product].personalized if self.case.product else None

    @cached_property
    def closes(self) -> dt.datetime | None:
        """When the change window closes by the clock; of an order without a time, the earliest it can be."""
        if self.case.order_date is None:
            return None
        return hours_later(_start(self.case.order_date), self.store.change_window.hours, self.store.place.time_zone)

    @cached_property
    def closes_at_last(self) -> dt.datetime | None:
        """When the change window closes at the latest, which differs where only the day of the order is known."""
        if self.case.order_date is None or isinstance(self.case.order_date, dt.datetime):
            return self.closes
        return hours_later(
            _start(self.case.order_date + dt.timedelta(days=1)),
            self.store.change_window.hours,
            self.store.place.time_zone,
        )

    @cached_property
    def first(self) -> Estimate | None:
        """The dates the order began with."""
        if self.case.order_date is None:
            return None
        product = self.case.product or None
        return _known(
            self.store, Order(self.case.order_date, product, rush=self._is_rushed, needed_by=self.case.needed_by)
        )

    @property
    def promise(self) -> tuple[dt.date, dt.date] | None:
        """The delivery window the customer was told first."""
        if self.case.promise or self.first is None:
            return self.case.promise
        step = self.first.milestone("delivered")
        return step.earliest, step.latest

    @cached_property
    def promised_handover(self) -> dt.date | None:
        """The last day of hand-over that was promised; None where there is no promise, or its days are not known.

        Of a delivery window that the customer was told it is the last dispatch day from which the carrier, taking its
        longest, still delivers on the window's last day.
        """
        told, days = self.case.promise, calendars(self.store)
        if told is None:
            return self.first.milestone("shipped").latest if self.first else None
        try:
            carried = days.carrier.add(told[1] + ONE_DAY, -1 - self.store.shipping.latest_days)
            return days.dispatch.add(carried + ONE_DAY, -1)
        except EtaError:
            return None

    @property
    def is_handover_over(self) -> bool:
        """Whether the last day of hand-over that was promised has passed."""
        return self.promised_handover is not None and self.today > self.promised_handover

    @property
    def misses_handover(self) -> bool:
        """Whether the piece is known to be with us past that day, where the law counts to the hand-over."""
        return bool(self.law and self.law.delay) and self.case.stage in IN_WORKSHOP and self.is_handover_over

    @cached_property
    def remaining(self) -> Estimate | None:
        """The dates when the present stage begins today; None once the parcel has left."""
        return self._from_today(rush=self._is_rushed)

    @property
    def is_past_rush(self) -> bool:
        """Whether the work that rush shortens is over."""
        return self.stage in ("quality-check", "shipped")

    @cached_property
    def rushed(self) -> Estimate | None:
        """The dates when the work that is left is rushed from today; None where rush cannot help."""
        return None if self.is_past_rush or not self.store.rush.offered else self._from_today(rush=True)

    @property
    def is_late(self) -> bool:
        """Whether the promise is past, or can no longer be kept even if the stage it is in were finished today.

        Where the law counts to the hand-over, the promise is past with the last day of that.
        """
        if self.promise is None or self.case.delivered:
            return False
        if self.today > self.promise[1] or self.misses_handover:
            return True
        soonest = self._from_today(rush=self._is_rushed, done=1) if self.case.stage in IN_WORKSHOP else None
        return soonest is not None and soonest.milestone("delivered").earliest > self.promise[1]

    @property
    def window(self) -> tuple[dt.date, dt.date] | None:
        """The delivery window to tell today; None where only the carrier can name it."""
        if not self.is_late:
            return self.promise
        step = self.remaining.milestone("delivered") if self.remaining else None
        return (step.earliest, step.latest) if step else None

    @property
    def current(self) -> Estimate | None:
        """The dates to tell today: the first ones while they hold, else those of the work that is left."""
        return self.remaining if self.is_late else self.first

    def order_from_today(self, *, rush: bool = False, production_days: int | None = None) -> Estimate | None:
        """Compute a piece that is begun today: a remake, or a parcel that is packed once more."""
        rush = rush and self.store.rush.offered
        return _known(self.store, Order(self.today, self.case.product or None, production_days, rush=rush))

    def reply_due(self, moment: dt.datetime) -> dt.datetime | None:
        """Compute by when a first reply to what came at a moment is due; None past the known days."""
        try:
            return due(self.store, moment, self.store.kpi.first_response_hours)
        except EtaError:
            return None

    @property
    def _is_rushed(self) -> bool:
        return bool(self.case.rush and self.store.rush.offered)

    def _from_today(self, *, rush: bool, done: int = 0) -> Estimate | None:
        """Compute from today; `done` stages of those that are left are taken as finished."""
        if self.stage == "shipped" or self.case.order_date is None:
            return None
        product = self.case.product or None
        days = self.store.products[product].production_days if product else self.store.production.days
        start = max(self.today, order_day(self.case.order_date, self.store))
        left = self._days_left(days, done)
        return _known(self.store, Order(start, product, left, rush=rush, needed_by=_from(start, self.case.needed_by)))

    def _days_left(self, days: int, done: int) -> int:
        """Share the workshop's days by stage, and count those from the present stage on, or all of them."""
        shares = shared(days, self.store.stages.weights)
        gone = IN_WORKSHOP.index(self.stage) if self.stage in IN_WORKSHOP else 0
        return max(1, sum(shares[gone + done :]))


def _start(ordered: dt.date) -> dt.datetime:
    return ordered if isinstance(ordered, dt.datetime) else dt.datetime.combine(ordered, dt.time())


def _from(start: dt.date, needed_by: dt.date | None) -> dt.date | None:
    return needed_by if needed_by and needed_by >= start else None


def _known(store: Store, order: Order) -> Estimate | None:
    """Compute an order; None where its dates lie past the known public holidays."""
    try:
        return estimate(store, order)
    except EtaError:
        return None
