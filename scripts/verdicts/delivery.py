"""Is the order on time, will it make the day, and can rush help?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from case.topics import Topic
from dates.in_words import say_day, say_range
from verdicts.delay import is_canceled
from verdicts.table import Rule, Table, always

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from case.situation import Situation


def rush_makes_it(situation: Situation) -> bool:
    """Say whether the latest rush day is in time; without a day they need it by, any sooner day is."""
    needed_by, rushed = situation.case.needed_by, situation.rushed
    return rushed is not None and (needed_by is None or rushed.count_on_it_by <= needed_by)


def _window(situation: Situation) -> tuple[dt.date, dt.date]:
    """Give the delivery window from today on: what is over is not told."""
    first, last = situation.window or (situation.today, situation.today)
    return max(first, situation.today), last


def _words(situation: Situation) -> Mapping[str, str]:
    style, today, promise, case = situation.store.place.date_style, situation.today, situation.promise, situation.case
    rushed, handover = situation.rushed, situation.promised_handover
    return {
        "promise": say_range(*promise, style, today) if promise else "",
        "last": say_day(promise[1], style, today) if promise else "",
        "handover": say_day(handover, style, today) if handover else "",
        "window": say_range(*_window(situation), style, today),
        "delivered": say_day(case.delivered, style, today) if case.delivered else "",
        "needed_by": say_day(case.needed_by, style, today) if case.needed_by else "",
        "rush_last": say_day(rushed.count_on_it_by, style, today) if rushed else "",
        "surcharge": situation.store.rush.surcharge,
    }


PROMISE = Table(
    "promise",
    "Order against its first promise",
    lambda s: s.promise is not None,
    (("Policy: Delays", "policy/#delays"),),
    _words,
    (
        Rule(
            "arrived-late",
            lambda s: bool(s.case.delivered and s.promise and s.case.delivered > s.promise[1]),
            "Arrived late, on {delivered}.",
            "The first promise was {promise}.",
        ),
        Rule(
            "arrived-in-time",
            lambda s: bool(s.case.delivered),
            "Arrived in time, on {delivered}.",
            "The first promise was {promise}.",
        ),
        Rule(
            "late",
            lambda s: bool(s.promise and s.today > s.promise[1]),
            "Late: the last day of the first promise was {last}.",
            "The first promise was {promise}.",
        ),
        Rule(
            "late",
            lambda s: s.misses_handover,
            "Late to leave us: the last day of the promised hand-over was {handover}.",
            "That day counts where the customer lives, whether or not the first promise, {promise}, can still be kept.",
        ),
        Rule(
            "late",
            lambda s: s.is_late,
            "Will be late: from the stage it is in, it cannot arrive before {window}.",
            "The first promise is {promise}. Write today; do not wait until it has passed.",
        ),
        Rule(
            "due",
            lambda s: bool(s.promise and s.today >= s.promise[0]),
            "Due now: the window runs until {last}.",
            "The first promise is {promise}.",
        ),
        Rule("on-time", always, "On time: {promise}.", "The first promise still holds; its last day is {last}."),
    ),
)

NEEDED_BY = Table(
    "needed-by",
    "The day they need it",
    lambda s: s.case.needed_by is not None and s.promise is not None and s.case.delivered is None,
    (("Policy: Delays", "policy/#delays"), ("When will it arrive?", "eta/")),
    _words,
    (
        Rule(
            "we-are-late",
            lambda s: s.is_late and _misses(s),
            "We are late, and {needed_by} is lost.",
            "The first promise was {promise}.",
        ),
        Rule(
            "tight",
            lambda s: s.window is None,
            "Not sure: the first promise has passed, and no new day can be reckoned.",
            "It was {promise}. Ask the carrier, or the workshop, before you say anything about {needed_by}.",
        ),
        Rule(
            "fits",
            lambda s: bool(s.window and s.case.needed_by and s.window[1] <= s.case.needed_by),
            "It fits: the last day of the window is not after {needed_by}.",
            "The delivery window is {window}.",
        ),
        Rule(
            "tight",
            lambda s: not _misses(s),
            "It is tight: {needed_by} falls inside the window.",
            "The delivery window is {window}; only its last day is a day to count on.",
        ),
        Rule(
            "does-not-fit",
            always,
            "It does not fit: the window begins after {needed_by}.",
            "The delivery window is {window}.",
        ),
    ),
)

RUSH = Table(
    "rush",
    "Rush",
    lambda s: (s.raises(Topic.DATE) or s.case.needed_by is not None) and not (s.case.delivered or is_canceled(s)),
    (("Policy: Rush", "policy/#rush"),),
    _words,
    (
        Rule(
            "not-offered",
            lambda s: not s.store.rush.offered,
            "Not offered by this store.",
            "The store's facts say so (rush.offered in references/store.toml).",
        ),
        Rule(
            "not-offered",
            lambda s: s.is_past_rush or (s.rushed is None and s.case.ordered is not None),
            "Cannot help this order any more.",
            "Rush shortens the workshop days, and these are over; the carrier is never faster.",
        ),
        Rule(
            "offered",
            lambda s: s.rushed is None,
            "Offered, for {surcharge}; whether it makes the date depends on the order date.",
            "Without the date of the order nothing can be worked out.",
        ),
        Rule(
            "cannot-make-date",
            lambda s: not rush_makes_it(s),
            "Too late: even with rush the last day would be {rush_last}.",
            "They need it by {needed_by}. Rush shortens the workshop days only.",
        ),
        Rule(
            "offered",
            always,
            "Offered, for {surcharge}: with rush the last day is {rush_last}.",
            "Rush shortens the workshop days that are left; the carrier is never faster.",
        ),
    ),
)


def _misses(situation: Situation) -> bool:
    """Say whether even the first day on which it can still arrive comes after the day they need it."""
    needed_by = situation.case.needed_by
    return needed_by is not None and _window(situation)[0] > needed_by
