"""Where the facts of a case disagree with the store, with the words, or with each other."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dates.time_zones import in_zone
from records.problem import nearest, show
from words.selection import possible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from case.case import Case
    from facts.schema import Store
    from records.problem import Problems
    from words.catalogue import Words


def find(case: Case, store: Store, words: Words, now: dt.datetime, problems: Problems) -> None:
    """Add what the store, the words or another fact of the case disagree with to the problems."""
    if not (case.message.strip() or case.concern):
        problems.add(("message",), "missing, expected the customer's words, or a concern by its id")
    find_known(case, store, problems)
    if case.concern and not concern_of(case, words):
        problems.add(("concern",), _meant(case.concern, [*words.entries, *words.pages]), show(case.concern))
    _decided(case, store, words, problems)
    for name in case.slots:
        if name not in words.slots and not problems.is_full:
            problems.add(("slots", name), _meant(name, words.slots))
    _dropped(case, words, problems)
    find_days(case, store, now, problems)


def find_known(case: Case, store: Store, problems: Problems) -> None:
    """Add a product or region that the store does not know."""
    if case.product and not product_of(case, store):
        problems.add(("product",), f"expected one of {', '.join(store.products)}", show(case.product))
    if case.region and case.region not in store.place.regions:
        problems.add(("region",), f"expected one of {', '.join(store.place.regions)}", show(case.region))


def find_days(case: Case, store: Store, now: dt.datetime, problems: Problems) -> None:
    """Add the days and moments of the case that cannot follow each other."""
    _days(case, store, in_zone(now, store.place.time_zone).date(), problems)
    _hours(case, in_zone(now, store.place.time_zone), store.place.time_zone, problems)


def product_of(case: Case, store: Store) -> str:
    """Find a product by its name or its title; nothing where the store makes no such piece."""
    by_title = {product.title.lower(): name for name, product in store.products.items()}
    return case.product if case.product in store.products else by_title.get(case.product.lower(), "")


def concern_of(case: Case, words: Words) -> str:
    """Find an entry by its id or by the last part of it; nothing where there is none."""
    ids = [*words.entries, *words.pages]
    return next((known for known in ids if case.concern in (known, known.partition("/")[2])), "")


def _decided(case: Case, store: Store, words: Words, problems: Problems) -> None:
    known = possible(words.conditions, store)
    for name, value in case.decided.items():
        if problems.is_full:
            return
        if name not in known:
            problems.add(("decided", name), _meant(name, known))
        elif value not in known[name]:
            problems.add(("decided", name), f"expected one of {', '.join(known[name])}", show(value))


def _dropped(case: Case, words: Words, problems: Problems) -> None:
    known = [name.replace("-", "_") for name in words.desk.phrases["fact"]] if case.dropped else []
    for name in case.dropped:
        if name not in known and not problems.is_full:
            problems.add(("dropped",), _meant(name, known), show(name))


def _days(case: Case, store: Store, today: dt.date, problems: Problems) -> None:
    """Say which days cannot follow each other."""
    ordered = _day_of(case.order_date, store)
    if ordered and ordered > today:
        problems.add(("order_date",), f"expected a day that is not after today, {today}", show(str(case.order_date)))
    for name in ("asked", "delivered", "last_parcel"):
        day = _day_of(getattr(case, name), store)
        if day and day > today:
            problems.add((name,), f"expected a day that is not after today, {today}", show(str(day)))
        elif day and ordered and day < ordered:
            problems.add((name,), f"expected a day that is not before the order, {ordered}", show(str(day)))
    if case.needed_by and ordered and case.needed_by < ordered:
        found = show(str(case.needed_by))
        problems.add(("needed_by",), f"expected a day that is not before the order, {ordered}", found)
    if case.promise and ordered and case.promise[1] < ordered:
        found = show(str(case.promise[1]))
        problems.add(("promise",), f"expected days that are not before the order, {ordered}", found)


def _hours(case: Case, here: dt.datetime, zone: str, problems: Problems) -> None:
    """Say which moments of one day cannot follow each other."""
    ordered, asked = (
        in_zone(at, zone) if isinstance(at, dt.datetime) else None for at in (case.order_date, case.asked)
    )
    for name, at in (("order_date", ordered), ("asked", asked)):
        if at and _is_later_that_day(at, here):
            problems.add((name,), f"expected a moment that is not after now, {_clock(here)}", show(_clock(at)))
    if ordered and asked and _is_later_that_day(ordered, asked):
        message = f"expected a moment that is not before the order, {_clock(ordered)}"
        problems.add(("asked",), message, show(_clock(asked)))


def _is_later_that_day(one: dt.datetime, other: dt.datetime) -> bool:
    return one.date() == other.date() and one.astimezone(dt.UTC) > other.astimezone(dt.UTC)


def _clock(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _day_of(moment: dt.date | None, store: Store) -> dt.date | None:
    if isinstance(moment, dt.datetime):
        try:
            return in_zone(moment, store.place.time_zone).date()
        except OverflowError:
            return moment.date()
    return moment


def _meant(name: str, known: Iterable[str]) -> str:
    names = list(known)
    near = nearest(name, names) or nearest(name, [known.partition("/")[2] for known in names])
    return f"unknown, did you mean {near}?" if near else f"unknown, expected one of {', '.join(names)}"
