"""A case: one order's facts and the customer's message, as a person or a form gives them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from case.fields import count, day, day_or_moment, days, line, moment, named, one_of, prose, yes_or_no
from dates.time_zones import in_zone
from facts.record import Facts, Problems, nearest, read_record, show, visible
from facts.time import REGIONS
from words.selection import possible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facts.schema import Store
    from words.catalogue import Words

STAGES = ("design", "production", "quality-check", "shipped", "unknown")
CHANGES = ("personalization", "options", "address")
CHANNELS = ("email", "sms", "chat")


class CaseError(ValueError):
    """The case cannot be read; the text has one line per problem, each with its path in the JSON."""


class Case(Facts):
    """What is known of an order and what its customer wants; each fact may be missing.

    Attributes:
        message: The customer's words.
        concern: The entry that answers them, when the agent knows it: `change-request`.
        ordered: The day of the order, or the moment; without a UTC offset it is in the store's zone.
        customization: What was ordered to be put on the piece: text, photo, design, size.
        change: What the customer wants changed: personalization, options (size, color, material) or address.
        asked: When the customer wrote; the moment of answering when it is missing.
        photos: Whether we have a photo of what is wrong.
        rush: Whether the order has rush.
        last_parcel: The day the last parcel of the same order arrived, where it came in several.
        told: Whether they were told of the right to withdraw before the order, with the button or form for it.
        promise: First and last day of the delivery window the customer was told first.
        approved: What the customer approved in the preview.
        made: What the piece shows.
        notices: How many delay notices went out for this order, before the hand-over that was promised.
        decided: Conditions of the vocabulary that the agent settles: `{"photos": "received"}`.
        slots: Blanks that the agent fills: `{"delay.reason": "…"}`.
    """

    message: str = prose()
    concern: str = line()
    customer: str = line()
    agent: str = line()
    order: str = line()
    ordered: dt.date | None = day_or_moment()
    product: str = line()
    customization: str = line()
    change: str = one_of(*CHANGES)
    change_to: str = line()
    stage: str = one_of(*STAGES)
    asked: dt.datetime | None = moment()
    photos: bool | None = yes_or_no()
    needed_by: dt.date | None = day()
    rush: bool | None = yes_or_no()
    region: str = one_of(*REGIONS)
    delivered: dt.date | None = day()
    last_parcel: dt.date | None = day()
    told: bool | None = yes_or_no()
    promise: tuple[dt.date, dt.date] | None = days()
    approved: str = line()
    made: str = line()
    notices: int | None = count()
    tracking: str = line()
    carrier: str = line()
    channel: str = one_of(*CHANNELS)
    decided: dict[str, str] = named()
    slots: dict[str, str] = named()


def read_case(raw: Any, store: Store, words: Words, now: dt.datetime, where: str = "case:") -> Case:
    """Read a case.

    Args:
        raw: What the JSON holds; a fact that is empty or null counts as missing.
        store: The facts.
        words: The words.
        now: The moment of answering, with its UTC offset.
        where: What a problem's line begins with.

    Raises:
        CaseError: Anything in it is wrong; the text has a line for every problem.
    """
    problems: Problems = []
    given = {name: value for name, value in raw.items() if not _is_empty(value)} if isinstance(raw, dict) else raw
    case: Case | None = read_record(Case, given, where, problems)
    if case:
        problems += [f"{where} {problem}" for problem in _contradictions(case, store, words, now)]
    if case is None or problems:
        raise CaseError("\n".join(problems))
    return Case({**vars(case), "product": _product(case, store), "concern": _concern(case, words)})


def _is_empty(value: Any) -> bool:
    return value in (None, {}, []) or (isinstance(value, str) and not value.strip())


def _contradictions(case: Case, store: Store, words: Words, now: dt.datetime) -> Iterator[str]:
    """Say what the store, the words or another fact of the case disagree with."""
    if not (case.message.strip() or case.concern):
        yield "message: missing, expected the customer's words, or a concern such as change-request"
    if case.product and not _product(case, store):
        yield f"product = {show(case.product)}: expected one of {', '.join(store.products)}"
    if case.concern and not _concern(case, words):
        yield f"concern = {show(case.concern)}: {_meant(case.concern, [*words.entries, *words.pages])}"
    if case.region and case.region not in store.place.regions:
        yield f"region = {show(case.region)}: expected one of {', '.join(store.place.regions)}"
    yield from _decided(case, store, words)
    yield from (f"slots.{visible(name)}: {_meant(name, words.slots)}" for name in case.slots if name not in words.slots)
    yield from _wrong_order(case, store, now)


def _decided(case: Case, store: Store, words: Words) -> Iterator[str]:
    known = possible(words.conditions, store)
    for name, value in case.decided.items():
        if name not in known:
            yield f"decided.{visible(name)}: {_meant(name, known)}"
        elif value not in known[name]:
            yield f"decided.{name} = {show(value)}: expected one of {', '.join(known[name])}"


def _wrong_order(case: Case, store: Store, now: dt.datetime) -> Iterator[str]:
    """Say which moments cannot follow each other."""
    here = in_zone(now, store.place.time_zone)
    today, ordered = here.date(), _day_of(case.ordered, store)
    if ordered and ordered > today:
        yield f"ordered = {show(str(case.ordered))}: expected a day that is not after today, {today}"
    for name in ("asked", "delivered", "last_parcel"):
        day = _day_of(getattr(case, name), store)
        if day and day > today:
            yield f"{name} = {show(str(day))}: expected a day that is not after today, {today}"
        elif day and ordered and day < ordered:
            yield f"{name} = {show(str(day))}: expected a day that is not before the order, {ordered}"
    if case.needed_by and ordered and case.needed_by < ordered:
        yield f"needed_by = {show(str(case.needed_by))}: expected a day that is not before the order, {ordered}"
    if case.promise and ordered and case.promise[1] < ordered:
        yield f"promise = {show(str(case.promise[1]))}: expected days that are not before the order, {ordered}"
    yield from _wrong_hours(case, here, store.place.time_zone)


def _wrong_hours(case: Case, here: dt.datetime, zone: str) -> Iterator[str]:
    """Say which moments of one day cannot follow each other."""
    ordered, asked = (in_zone(at, zone) if isinstance(at, dt.datetime) else None for at in (case.ordered, case.asked))
    for name, at in (("ordered", ordered), ("asked", asked)):
        if at and _is_later_that_day(at, here):
            yield f"{name} = {show(_clock(at))}: expected a moment that is not after now, {_clock(here)}"
    if ordered and asked and _is_later_that_day(ordered, asked):
        yield f"asked = {show(_clock(asked))}: expected a moment that is not before the order, {_clock(ordered)}"


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


def _product(case: Case, store: Store) -> str:
    """Find a product by its name or its title."""
    by_title = {product.title.lower(): name for name, product in store.products.items()}
    return case.product if case.product in store.products else by_title.get(case.product.lower(), "")


def _concern(case: Case, words: Words) -> str:
    """Find an entry by its id or by the last part of it."""
    ids = [*words.entries, *words.pages]
    return next((known for known in ids if case.concern in (known, known.partition("/")[2])), "")


def _meant(name: str, known: Iterable[str]) -> str:
    names = list(known)
    near = nearest(name, names) or nearest(name, [known.partition("/")[2] for known in names])
    return f"unknown, did you mean {near}?" if near else f"unknown, expected one of {', '.join(names)}"
