"""What an estimate means: the days it skips and why, the notes that go with it, and all of it as plain data."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from dates.in_words import say_day, say_time
from eta.calendars import Calendars, ClosedDays, calendars
from eta.estimate import DOES_NOT_FIT, FITS, Estimate, Milestone, estimate, plan_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facts.schema import Store

VERDICTS = {
    FITS: "it fits, even on the latest day.",
    "tight": "it is tight. The earliest delivery makes it, the latest does not.",
    DOES_NOT_FIT: "it does not fit. Even the earliest delivery comes later.",
}


class Skipped(NamedTuple):
    """A day that an estimate does not count, in one calendar, and why."""

    date: dt.date
    calendar: str
    reason: str


def as_data(store: Store, found: Estimate, closed: ClosedDays = ()) -> dict[str, Any]:
    """Lay an estimate out, with the further closures it was computed with, as the data that `--json` prints."""
    order = found.order
    data: dict[str, Any] = {"order_date": found.order_date.isoformat()}
    if order.product:
        data["product"] = order.product
    data |= {
        "rush": order.rush,
        "production_days": list(found.production_days),
        "shipping_days": list(found.shipping_days),
        "milestones": [_text(Milestone._asdict(step)) for step in found.milestones],
        "count_on_it_by": found.count_on_it_by.isoformat(),
    }
    if order.needed_by:
        would = rush_would_fit(store, found, closed)
        data["needed_by"] = {"date": str(order.needed_by), "verdict": found.verdict, "rush_would_fit": would}
    data["skipped"] = [_text(Skipped._asdict(day)) for day in skipped_days(store, found, closed)]
    return data | {"notes": notes(store, found, closed)}


def skipped_days(store: Store, found: Estimate, closed: ClosedDays = ()) -> list[Skipped]:
    """List every closed day between the order and the latest delivery that moved a date, by day and then calendar."""
    book = calendars(store, closed)
    reasons = {
        (day, at): calendar.why_closed(day)
        for at, (calendar, spans) in enumerate(zip(book, _spans(found), strict=True))
        for first, last in spans
        for day in _days(first, last)
    }
    return [Skipped(day, Calendars._fields[at], why) for (day, at), why in sorted(reasons.items()) if why]


def notes(store: Store, found: Estimate, closed: ClosedDays = ()) -> list[str]:
    """Say in sentences what an agent has to know beside the dates."""
    said = (_cut_off_note(store, found), _rush_note(store, found), _needed_by_note(store, found, closed))
    return [note for note in said if note]


def rush_would_fit(store: Store, found: Estimate, closed: ClosedDays = ()) -> bool | None:
    """Say whether rush would bring the latest delivery inside the needed-by date.

    Returns:
        None when the question does not arise: nothing is needed by a date, the order fits or is a rush order already,
        or the store does not offer rush.
    """
    order = found.order
    if found.verdict in {None, FITS} or order.rush or not store.rush.offered:
        return None
    return estimate(store, order._replace(rush=True), closed).verdict == FITS


def _cut_off_note(store: Store, found: Estimate) -> str | None:
    if found.counted_from == found.order_date:
        return None
    style = store.place.date_style
    late, day = say_time(store.orders.cut_off, style), say_day(found.counted_from, style, found.order_date)
    return f"The order came at or after the {late} cut-off, so it counts as an order of {day}."


def _rush_note(store: Store, found: Estimate) -> str | None:
    if not found.order.rush:
        return None
    _, product, production_days, shipping_days, *_ = found.order
    usual = plan_for(store, product, production_days, shipping_days, rush=False).production.days
    return (
        f"Rush: {working_days(found.production_days.days)} in the workshop instead of {usual}, for a surcharge of "
        f"{store.rush.surcharge}. The carrier is not faster."
    )


def _needed_by_note(store: Store, found: Estimate, closed: ClosedDays) -> str | None:
    verdict, needed_by = found.verdict, found.order.needed_by
    if verdict is None or needed_by is None:
        return None
    help_of_rush = {
        None: "",
        True: f" With rush (a surcharge of {store.rush.surcharge}) it would fit.",
        False: " Rush would not make it safe either.",
    }[rush_would_fit(store, found, closed)]
    day = say_day(needed_by, store.place.date_style, found.order_date)
    return f"Needed by {day}: {VERDICTS[verdict]}{help_of_rush}"


def _spans(found: Estimate) -> tuple[tuple[tuple[dt.date, dt.date], ...], ...]:
    """Give for each calendar the days an estimate passes through: the earliest way and the latest."""
    complete, shipped, delivered = map(found.milestone, ("production-complete", "shipped", "delivered"))
    return (
        ((found.counted_from, complete.latest),),
        ((complete.earliest, shipped.earliest), (complete.latest, shipped.latest)),
        ((shipped.earliest, delivered.earliest), (shipped.latest, delivered.latest)),
    )


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def working_days(days: int) -> str:
    """Say a number of working days."""
    return "1 working day" if days == 1 else f"{days} working days"


def _text(record: dict[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in record.items()}
