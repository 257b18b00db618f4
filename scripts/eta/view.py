"""What a page shows of an estimate: its dates in words, a timeline in whole days, and events for a calendar."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

from dates.in_words import say_short
from eta.estimate import NAMES
from eta.report import skipped_days
from eta.sentence import customer_sentence
from eta.table import heading, said, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eta.calendars import ClosedDays
    from eta.estimate import Estimate, Milestone
    from facts.schema import Store

ONE_DAY = dt.timedelta(days=1)
MOST_TICKS = 8
LONGEST_LOOK_AHEAD = 28  # days: a needed-by day further off would squeeze the bars


def as_shown(store: Store, found: Estimate, closed: ClosedDays, today: dt.date) -> dict[str, Any]:
    """Lay out what a page shows on a day, in the store's zone, beside the data of `eta.report.as_data`.

    Returns:
        `heading`, `rows` (each milestone in words), `count_on_it_by`, `sentence` (to the customer, as a line of
        `words.tree`; None when the whole window is over), `skipped` (each day in words with calendar and reason),
        `timeline` and `events`.
    """
    skipped = skipped_days(store, found, closed)
    return {
        "heading": heading(store, found),
        "rows": [_row(store, found, step) for step in found.milestones],
        "count_on_it_by": said(store, found, found.count_on_it_by),
        "sentence": _line(customer_sentence(store, found, today)),
        "skipped": [{**day._asdict(), "date": said(store, found, day.date)} for day in skipped],
        "timeline": _timeline(store, found, {day.date: day.reason for day in skipped}, today),
        "events": [*_events(store, found)],
    }


def _line(sentence: str | None) -> list[str | dict[str, list[str]]] | None:
    """Split a sentence into what is plain and what is bold."""
    if sentence is None:
        return None
    return [{"b": [piece]} if at % 2 else piece for at, piece in enumerate(sentence.split("**"))]


def _row(store: Store, found: Estimate, step: Milestone) -> dict[str, str]:
    return {"id": step.id, "name": NAMES[step.id], "says": when(store, found, step)}


def _timeline(store: Store, found: Estimate, closed: dict[dt.date, str], today: dt.date) -> dict[str, Any]:
    """Place everything in whole days from the order's own day, which is 0."""
    first, last = found.order_date, found.milestones[-1].latest
    needed_by = found.order.needed_by
    if needed_by and last < needed_by <= last + LONGEST_LOOK_AHEAD * ONE_DAY:
        last = needed_by
    bars = [
        {"id": step.id, "name": NAMES[step.id], "at": (step.earliest - first).days, "days": _length(*step[1:])}
        for step in found.milestones
    ]
    return {
        "days": _length(first, last),
        "bars": bars,
        "closed": [{"at": (day - first).days, "reason": reason} for day, reason in closed.items()],
        "ticks": [*_ticks(first, last, store.place.date_style)],
        "today": (today - first).days if first <= today <= last else None,
        "needed_by": (needed_by - first).days if needed_by and needed_by <= last else None,
    }


def _ticks(first: dt.date, last: dt.date, style: str) -> Iterator[dict[str, Any]]:
    """Mark Mondays, or every second, third … of them where there are too many to read."""
    monday = (7 - first.weekday()) % 7
    weeks = -(-_length(first, last) // 7)
    for at in range(monday, _length(first, last), 7 * -(-weeks // MOST_TICKS)):
        yield {"at": at, "says": say_short(first + at * ONE_DAY, style)}


def _events(store: Store, found: Estimate) -> Iterator[dict[str, str]]:
    """Give each milestone as an all-day event, the day after its last as RFC 5545 asks for the end.

    The identifier depends on what was ordered and when, not on the dates: a calendar that imports them again after a
    change moves its events instead of doubling them.
    """
    order = found.order
    what = store.products[order.product].title if order.product else "order"
    for step in found.milestones:
        name = f"{store.brand.website}/{order.order_date.isoformat()}/{order.product}/{step.id}"
        yield {
            "uid": str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
            "title": f"{NAMES[step.id]}: {what}",
            "first": step.earliest.isoformat(),
            "after": (step.latest + ONE_DAY).isoformat(),
        }


def _length(first: dt.date, last: dt.date) -> int:
    return (last - first).days + 1
