"""The sentence to the customer: a range in warm words, and the day to count on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dates.in_words import say_day, say_near_range
from eta.estimate import DOES_NOT_FIT, FITS, TIGHT

if TYPE_CHECKING:
    import datetime as dt

    from eta.estimate import Estimate
    from facts.schema import Store

NEEDED_BY = {
    FITS: " That is in time for **{day}**.",
    TIGHT: " **{day}** falls inside these days, so please don't count on it for then.",
    DOES_NOT_FIT: " I am sorry, that is after **{day}**.",
}


def customer_sentence(store: Store, found: Estimate, today: dt.date) -> str | None:
    """Say when it arrives, with `**` around the dates; what is near today is said as "next Wednesday–Friday".

    Returns:
        The sentence; None when the whole window is over, because these dates must then not be told.
    """
    window, sure, style = found.milestone("delivered"), found.count_on_it_by, store.place.date_style
    if today > sure:
        return None
    product = found.order.product
    piece = store.products[product].title if product else "order"
    return (
        f"Your {piece} should arrive {_window(window.earliest, window.latest, style, today)}. If you plan around one "
        f"day, count on it by **{say_day(sure, style, today)}**.{_needed_by(found, style, today)}"
    )


def _window(earliest: dt.date, latest: dt.date, style: str, today: dt.date) -> str:
    if earliest <= today < latest:
        return f"between today and **{say_day(latest, style, today)}**"
    if earliest <= today:
        return "today"
    weeks = [(day - today).days + today.weekday() for day in (earliest, latest)]
    which = {0: "this", 1: "next"}.get(weeks[0] // 7) if weeks[0] // 7 == weeks[1] // 7 else None
    if which:
        return f"{which} **{say_near_range(earliest, latest, style)}**"
    if earliest == latest:
        return f"around **{say_day(latest, style, today)}**"
    return f"between **{say_day(earliest, style, today)}** and **{say_day(latest, style, today)}**"


def _needed_by(found: Estimate, style: str, today: dt.date) -> str:
    needed_by = found.order.needed_by
    if needed_by is None or found.verdict is None:
        return ""
    return NEEDED_BY[found.verdict].format(day=say_day(needed_by, style, today))
