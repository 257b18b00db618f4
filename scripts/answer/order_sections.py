"""The sections about the order itself: what is so, what to tell of its status, what of it may still change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answer.choices import choices, template_for
from answer.section import Line, Section
from case.topics import Topic
from dates.in_words import say_day, say_moment, say_range
from eta.estimate import FOLLOW_UP
from verdicts.change import KINDS, STAGES, kind_of_change
from verdicts.delay import is_canceled
from verdicts.quality import is_open_case

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from case.situation import Situation
    from verdicts.table import Verdict
    from words.catalogue import Template, Words
    from words.filling import Filling

# A reply that says when the piece comes, or that the money goes back, says how the order stands.
SAYS_SO = ("eta.", "delay.", "rush.", "remake.", "reship.", "refund.")  # how their slots begin


def situation_assessment(situation: Situation, words: Words, verdicts: Sequence[Verdict]) -> Section:
    """Say what the order is, what the customer wants, and each verdict with its reason."""
    lines = (*_order(situation), *_concern(situation, words), *_all(verdicts))
    return Section("situation", "Situation assessment", lines)


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


def status(situation: Situation, words: Words, filling: Filling, reply: Template | None) -> Section:
    """Give the dates to tell, and the message of the order's stage where the reply does not speak of dates or money."""
    title = "Order status communication"
    if situation.case.delivered:
        return Section("status", title, (_delivered(situation, words, situation.case.delivered),))
    entry = words.telling(situation.stage)
    if entry is None:
        return Section("status", title, (_stage(situation), *_dates(situation)))
    line = Line("Stage", entry.title, entry.address)
    if reply and any(name.startswith(SAYS_SO) for body in reply.messages.values() for name in body.slots):
        told = Line("Message", "The reply says how it stands; a second message would repeat or contradict it.")
        return Section("status", title, (line, *_dates(situation), told))
    values = {choice.condition: choice.value for choice in choices(situation, words, entry)}
    template = template_for(words, entry, values)
    channel = next(name for name in words.channels if name in template.messages)
    message = filling.message(channel, template.subject, template.messages[channel])
    return Section("status", title, (line, *_dates(situation)), (template.title, template.address), message)


def _delivered(situation: Situation, words: Words, delivered: dt.date) -> Line:
    """Say on which day it arrived, and whether the follow-up is due, where the store sends one."""
    day = say_day(delivered, situation.store.place.date_style, situation.today)
    entry = next((entry for entry in words.sent_first if entry.step == FOLLOW_UP), None)
    if entry is None:
        return Line("Delivered", f"{day}. No status message is due.")
    due = ", no follow-up while this is open" if is_open_case(situation) else "; the follow-up is"
    return Line("Delivered", f"{day}. No status message is due{due}.", entry.address)


def _stage(situation: Situation) -> Line:
    """Say the stage where no entry tells it."""
    if situation.stage != "unknown":
        return Line("Stage", STAGES[situation.stage].capitalize())
    return Line("Stage", "Not known yet. Look at the workshop board; the replies for each stage are ready.", "#stages")


def _dates(situation: Situation) -> Iterator[Line]:
    style, window = situation.store.place.date_style, situation.window
    if window and is_canceled(situation):
        yield Line("If they order it again today", "Work out its own delivery window before you name one.", "eta/")
    elif window and situation.raises(Topic.CANCEL):
        yield Line("Delivery, only if it goes on", say_range(*window, style, situation.today), "eta/")
    elif window and not situation.case.delivered:
        yield Line("Delivery window to tell", say_range(*window, style, situation.today), "eta/")
        yield Line("Count on it by", say_day(window[1], style, situation.today), "eta/")


def modification(situation: Situation, window: Verdict) -> Section:
    """Say what of the order may still change, until when, and how to go about it."""
    kind = KINDS[kind_of_change(situation)].capitalize()
    lines = [Line(f"{kind}", f"{window.says} {window.reason}", window.rests_on[0][1])]
    if situation.closes and situation.closes == situation.closes_at_last:
        closes = say_moment(situation.closes, situation.store.place.date_style)
        lines.append(Line("The window by the clock", f"{situation.store.change_window.hours} hours, until {closes}"))
    lines += [Line(*step) for step in _handling(situation, window.value)]
    return Section("modification", "Modification handling", tuple(lines))


def _handling(situation: Situation, window: str) -> tuple[tuple[str, ...], ...]:
    """Give how to go about a change; nothing where nobody asks for one."""
    if is_canceled(situation):
        return CANCELED
    if situation.raises(Topic.CANCEL):
        return STEPS_BACK_LATE if situation.is_late else STEPS_BACK
    is_wish = bool(situation.case.change) or situation.raises(Topic.CHANGE, Topic.ADDRESS, Topic.CORRECTION)
    if situation.concern and not is_wish:
        return ()
    return LATE if situation.is_late and window == "closed-by-production" else HANDLING[window]


STEPS_BACK = (("Goes back", "What the policy says for this stage; the reply names it.", "policy/#cancellation"),)
STEPS_BACK_LATE = (("Goes back", "Everything they paid, however far the work has come.", "policy/#cancellation"),)
LATE = (
    ("Say", "That the piece is one of a kind and being made, and that you are sorry."),
    ("Offer", "It stays as ordered, or they cancel it for everything they paid.", "policy/#delays"),
)
CANCELED = (
    ("Instead", "The order counts as canceled: no change to it is promised, and a piece they still want begins anew."),
)
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
