"""All milestones of one order with pandas' CustomBusinessDay: the measure of our speed, not a product."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pandas as pd  # type: ignore[import-untyped]

from dates.workdays import WEEK
from eta.calendars import calendars
from eta.estimate import plan_for

if TYPE_CHECKING:
    import datetime as dt

    from dates.workdays import Calendar
    from eta.estimate import Plan
    from eta.order import Order
    from facts.schema import Store

Range = tuple["dt.date", "dt.date"]


class PandasOrders:
    """Reckons orders; every offset and every plan is made once and kept, as our own calendars are."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._books = calendars(store)
        self._offset = cache(self._make_offset)
        self._plan = cache(self._make_plan)

    def __call__(self, order: Order) -> list[Range]:
        """Return the earliest and latest day of each milestone."""
        moment = pd.Timestamp(order.order_date)
        counted = moment.normalize() + pd.Timedelta(days=int(moment.time() >= self._store.orders.cut_off))
        plan = self._plan(order.product, order.rush)
        early = self._way(counted, plan.production.days, plan.design.days, plan.shipping.days)
        late = self._way(counted, plan.production.latest_days, plan.design.latest_days, plan.shipping.latest_days)
        return [(moment.date(), moment.date()), *zip(early, late, strict=True)]

    def _way(self, counted: pd.Timestamp, days: int, design: int, carried: int) -> list[dt.date]:
        workshop, dispatch, carrier = self._books
        start = self._offset(workshop, 1).rollforward(counted)
        complete = start + self._offset(workshop, days)
        shipped = self._offset(dispatch, 1).rollforward(complete)
        delivered = self._offset(carrier, 1).rollforward(shipped) + self._offset(carrier, carried)
        steps = [
            start + self._offset(workshop, 1),
            start + self._offset(workshop, design),
            complete,
            shipped,
            delivered,
        ]
        started, designed, made, sent, arrived = [step.date() for step in steps]
        follow_up = (delivered + pd.Timedelta(days=self._store.follow_up.days)).date()
        return [started, designed, made, made, sent, arrived, follow_up]

    def _make_offset(self, book: Calendar, days: int) -> pd.offsets.CustomBusinessDay:
        week = " ".join(name.title() for name, is_open in zip(WEEK, book.week, strict=True) if is_open)
        return pd.offsets.CustomBusinessDay(days, weekmask=week, holidays=sorted(book.closed))

    def _make_plan(self, product: str, rush: bool) -> Plan:
        return plan_for(self._store, product, None, None, rush=rush)
