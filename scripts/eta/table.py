"""An estimate as a table for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dates.in_words import say_day, say_range
from eta.estimate import NAMES
from eta.report import notes, skipped_days, working_days

if TYPE_CHECKING:
    import datetime as dt

    from dates.lead_time import LeadTime
    from eta.calendars import ClosedDays
    from eta.estimate import Estimate, Milestone
    from facts.schema import Store

WIDTH = 24
BOLD, PLAIN = "\033[1m", "\033[0m"


def as_text(
    store: Store, found: Estimate, closed: ClosedDays = (), *, explain: bool = False, bold: bool = False
) -> str:
    """Lay an estimate out for reading, with the further closures it was computed with.

    `explain` lists every skipped day with its reason; `bold` sets the "count on it by" line in a terminal's bold type.
    """
    sure = f"{'Count on it by':{WIDTH}}{said(store, found, found.count_on_it_by)}"
    lines = [
        heading(store, found),
        "",
        *(f"  {NAMES[step.id]:{WIDTH}}{when(store, found, step)}" for step in found.milestones),
        "",
        f"  {BOLD}{sure}{PLAIN}" if bold else f"  {sure}",
    ]
    lines += [line for note in notes(store, found, closed) for line in ("", note)]
    if explain:
        lines += ["", "Days that do not count:", *_reasons(store, found, closed)]
    return "\n".join(lines) + "\n"


def heading(store: Store, found: Estimate) -> str:
    """Say in one line what was asked, and how many working days it takes."""
    style, product = store.place.date_style, found.order.product
    what = f" for one {store.products[product].title}" if product else ""
    comma = ", " if style == "month-day" else " "
    return (
        f"Order of {say_day(found.order_date, style)}{comma}{found.order_date.year}{what}: "
        f"{_days(found.production_days)} in the workshop, then {_days(found.shipping_days)} with the carrier."
    )


def when(store: Store, found: Estimate, step: Milestone) -> str:
    """Say the range of a milestone; a single expected day is "about" that day."""
    days = say_range(step.earliest, step.latest, store.place.date_style, found.order_date)
    expected = step.earliest == step.latest and step.id != "order-confirmed"
    return f"about {days}" if expected else days


def _reasons(store: Store, found: Estimate, closed: ClosedDays) -> list[str]:
    skipped = skipped_days(store, found, closed)
    return [f"  {said(store, found, day):30}{calendar:12}{reason}" for day, calendar, reason in skipped] or ["  None."]


def said(store: Store, found: Estimate, day: dt.date) -> str:
    """Say a day, with its year where that is not the order's."""
    return say_day(day, store.place.date_style, found.order_date)


def _days(lead: LeadTime) -> str:
    is_range = lead.days < lead.latest_days
    return f"{lead.days} to {lead.latest_days} working days" if is_range else working_days(lead.days)
