"""The six sections of an answer: situation, status, modification, quality, the plan of messages, metrics."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from business_hours import due
from case_conditions import choices, template_for
from case_slots import say_near
from date_words import say_day, say_moment, say_range
from rules_of_change import KINDS, STAGES, kind_of_change
from workdays import EtaError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from filling import Filled, Filling
    from situation import Situation
    from verdict import Verdict
    from words import Entry, Words

STATUS_ENTRIES = {name: f"stages/{name}" for name in ("design", "production", "quality-check", "shipped")}
CHANGE_ENTRIES = (
    "scenarios/change-request",
    "scenarios/own-typo",
    "scenarios/address-change",
    "scenarios/cancel-order",
    "scenarios/proof-approval",
)
QUALITY = ("fault", "claim", "return")
MILESTONES = ("order-confirmed", "production-started", "qc-complete", "shipped", "delivery-follow-up")
SENT = {"production": 2, "quality-check": 2, "shipped": 4}  # how many of them are out; the first one is from the start
FIRST_RESPONSE = "first-response-time"


class Line(NamedTuple):
    """One thing that a section says; `address` leads to what it rests on, relative to the home page."""

    label: str
    says: str
    address: str = ""


class Section(NamedTuple):
    """One section: its lines, and a message to send where it has one.

    Attributes:
        template: Title and address of the template that `message` is made from.
    """

    id: str
    title: str
    lines: tuple[Line, ...]
    template: tuple[str, str] | None = None
    message: Filled | None = None

    def as_data(self) -> dict[str, Any]:
        """Lay the section out as plain data."""
        return {
            "id": self.id,
            "title": self.title,
            "lines": [line._asdict() for line in self.lines],
            "template": {"title": self.template[0], "address": self.template[1]} if self.template else None,
            "message": self.message._asdict() if self.message else None,
        }


def sections(
    situation: Situation, words: Words, filling: Filling, verdicts: Sequence[Verdict], entry: Entry | None
) -> tuple[Section, ...]:
    """Write the six sections of a case.

    Args:
        situation: The case.
        words: The words.
        filling: Fills texts for it.
        verdicts: What is true of it.
        entry: The entry that answers the customer, when it is known.
    """
    by_id = {verdict.id: verdict for verdict in verdicts}
    return (
        Section(
            "situation", "Situation assessment", (*_order(situation), *_concern(situation, words), *_all(verdicts))
        ),
        _status(situation, words, filling),
        _modification(situation, by_id["change-window"]),
        Section("quality", "Quality and returns", tuple(_quality(by_id))),
        Section("plan", "Proactive plan", tuple(_plan(situation, words))),
        Section("metrics", "Metrics", tuple(_metrics(situation, words, entry))),
    )


def _order(situation: Situation) -> Iterator[Line]:
    case, style = situation.case, situation.store.place.date_style
    product = situation.store.products[case.product].title if case.product else ""
    yield Line("Order", ", ".join(part for part in (case.order, product) if part) or "Not known yet")
    if situation.first:
        yield Line("Ordered", say_day(situation.first.order_date, style, situation.today))
    if case.customization:
        yield Line("Personalization", case.customization)
    yield Line("Stage", STAGES[situation.stage].capitalize())


def _concern(situation: Situation, words: Words) -> Iterator[Line]:
    place = situation.concern
    if place:
        yield Line("Concern", words.title(place), words.address(place))
    else:
        yield Line("Concern", "Not clear from the message alone: choose it, or ask.")


def _all(verdicts: Sequence[Verdict]) -> Iterator[Line]:
    for verdict in verdicts:
        yield Line(verdict.title, f"{verdict.says} {verdict.reason}", verdict.rests_on[0][1])


def _status(situation: Situation, words: Words, filling: Filling) -> Section:
    title = "Order status communication"
    entry = words.entries.get(STATUS_ENTRIES.get(situation.stage, ""))
    if situation.case.delivered:
        day = say_day(situation.case.delivered, situation.store.place.date_style, situation.today)
        line = Line(
            "Delivered", f"{day}. No status message is due; the follow-up is.", "milestones/#delivery-follow-up"
        )
        return Section("status", title, (line,))
    if entry is None:
        line = Line(
            "Stage", "Not known yet. Look at the workshop board; the replies for each stage are ready.", "#stages"
        )
        return Section("status", title, (line, *_dates(situation)))
    values = {choice.condition: choice.value for choice in choices(situation, words, entry)}
    template = template_for(entry, values)
    message = filling.message("email", template.subject, template.messages["email"])
    line = Line("Stage", entry.title, entry.address)
    return Section("status", title, (line, *_dates(situation)), (template.title, template.address), message)


def _dates(situation: Situation) -> Iterator[Line]:
    style, window = situation.store.place.date_style, situation.window
    if window and not situation.case.delivered:
        yield Line("Delivery window to tell", say_range(*window, style, situation.today), "eta/")
        yield Line("Count on it by", say_day(window[1], style, situation.today), "eta/")


def _modification(situation: Situation, window: Verdict) -> Section:
    kind = KINDS[kind_of_change(situation)].capitalize()
    lines = [Line(f"{kind}", f"{window.says} {window.reason}", window.rests_on[0][1])]
    if situation.closes and situation.closes == situation.closes_at_last:
        closes = say_moment(situation.closes, situation.store.place.date_style)
        lines.append(Line("The window by the clock", f"{situation.store.change_window.hours} hours, until {closes}"))
    lines += [Line(*step) for step in HANDLING[window.value]]
    return Section("modification", "Modification handling", tuple(lines))


HANDLING = {
    "open": (
        ("Do", "Write down the new details and repeat them letter by letter."),
        ("Ask", "For a yes in writing; the piece waits for it."),
    ),
    "closing-soon": (
        ("Do", "Put the order on hold first, then write."),
        ("Ask", "For the exact new details and a yes in writing."),
    ),
    "closed-by-time": (
        ("Do", "Ask the workshop once before you say no."),
        ("Offer", "As ordered, or cancel and order again while nothing is made."),
    ),
    "closed-by-production": (
        ("Say", "That the piece is one of a kind and being made, and that you are sorry."),
        ("Offer", "Finish it as ordered, or cancel and order again by the policy.", "policy/#cancellation"),
    ),
    "closed-by-delivery": (
        ("Do", "If something is wrong, follow quality and returns; if they want it otherwise, offer a new piece."),
    ),
    "closed-by-shipping": (("Do", "Ask the carrier to redirect the parcel, and watch it.", "policy/#lost-parcel"),),
    "ask-workshop": (
        ("Do", "Ask the workshop, and tell the customer that you are asking."),
        ("Never", "Guess in either direction."),
    ),
}


def _quality(by_id: dict[str, Verdict]) -> Iterator[Line]:
    found = [by_id[name] for name in QUALITY if name in by_id]
    for verdict in found:
        yield Line(verdict.title, f"{verdict.says} {verdict.reason}", verdict.rests_on[0][1])
    if "fault" in by_id:
        yield Line(
            "Offer", "A free remake with rush priority, or a partial or full refund: they choose.", "policy/#defects"
        )
    if not found:
        yield Line("Quality", "Nothing about a fault or a return in this case.", "policy/#defects")


def _plan(situation: Situation, words: Words) -> Iterator[Line]:
    """Give each message that the store sends first, with the days of this order."""
    style, today = situation.store.place.date_style, situation.today
    sent = MILESTONES[: SENT.get(situation.stage, 1)]
    for name in MILESTONES:
        entry, span = words.entries[f"milestones/{name}"], _days_of(situation, name, is_sent=name in sent)
        if span is None:
            yield Line(entry.title, "Its day depends on the order date and stage.", entry.address)
            continue
        when = say_range(*span, style, today)
        is_over = name in sent or span[1] < today
        yield Line(entry.title, f"{when} (check that it went out)" if is_over else when, entry.address)


def _days_of(situation: Situation, name: str, *, is_sent: bool) -> tuple[dt.date, dt.date] | None:
    """Reckon when a message goes out; one that belongs to a stage that is over has the days of the first dates."""
    if name == "delivery-follow-up" and situation.case.delivered:
        day = situation.case.delivered + dt.timedelta(days=situation.store.follow_up.days)
        return day, day
    found = situation.first if is_sent else situation.current
    if found is None:
        return None
    step = found.milestone(name)
    return step.earliest, step.latest


def _metrics(situation: Situation, words: Words, entry: Entry | None) -> Iterator[Line]:
    counts = entry.counts_towards if entry else [FIRST_RESPONSE]
    for kpi in counts:
        yield Line("Counts towards", words.kpis[kpi], f"metrics/#{kpi}")
    hours = situation.store.kpi.first_response_hours
    yield Line("First reply due by", _due(situation, hours), f"metrics/#{FIRST_RESPONSE}")


def _due(situation: Situation, hours: int) -> str:
    try:
        moment = due(situation.store, situation.asked, hours)
    except EtaError:
        return f"{hours} business hours after they wrote"
    late = " Overdue: answer it first." if moment < situation.now else ""
    return f"{say_near(situation, moment)} ({hours} business hours after they wrote).{late}"
