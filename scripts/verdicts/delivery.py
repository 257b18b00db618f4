"""Is the order on time, will it make the day, and can rush help?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from case.in_words import said_day, said_days
from case.topics import Topic
from verdicts.delay import is_canceled
from verdicts.table import Rule, Table, always

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from case.situation import Situation
    from words.catalogue import Words


def rush_makes_it(situation: Situation) -> bool:
    """Say whether the latest rush day is in time; without a day they need it by, any sooner day is."""
    needed_by, rushed = situation.case.needed_by, situation.rushed
    return rushed is not None and (needed_by is None or rushed.count_on_it_by <= needed_by)


def _window(situation: Situation) -> tuple[dt.date, dt.date]:
    """Give the delivery window from today on: what is over is not told."""
    first, last = situation.window or (situation.today, situation.today)
    return max(first, situation.today), last


GIVEN: Mapping[str, Callable[[Situation, Words], str]] = {
    "promise": lambda s, _: said_days(s, s.promise),
    "last": lambda s, _: said_day(s, s.promise[1] if s.promise else None),
    "handover": lambda s, _: said_day(s, s.promised_handover),
    "window": lambda s, _: said_days(s, _window(s)),
    "delivered": lambda s, _: said_day(s, s.case.delivered),
    "needed_by": lambda s, _: said_day(s, s.case.needed_by),
    "rush_last": lambda s, _: said_day(s, s.rushed.count_on_it_by if s.rushed else None),
    "surcharge": lambda s, _: s.store.rush.surcharge,
}
PROMISE = Table(
    "promise",
    lambda s: s.promise is not None,
    GIVEN,
    (
        Rule("arrived-late", lambda s: bool(s.case.delivered and s.promise and s.case.delivered > s.promise[1])),
        Rule("arrived-in-time", lambda s: bool(s.case.delivered)),
        Rule("late", lambda s: bool(s.promise and s.today > s.promise[1])),
        Rule("late-to-leave-us", lambda s: s.misses_handover, gives="late"),
        Rule("will-be-late", lambda s: s.is_late, gives="late"),
        Rule("due", lambda s: bool(s.promise and s.today >= s.promise[0])),
        Rule("on-time", always),
    ),
)

NEEDED_BY = Table(
    "needed-by",
    lambda s: s.case.needed_by is not None and s.promise is not None and s.case.delivered is None,
    GIVEN,
    (
        Rule("we-are-late", lambda s: s.is_late and _misses(s)),
        Rule("no-new-day", lambda s: s.window is None, gives="tight"),
        Rule("fits", lambda s: bool(s.window and s.case.needed_by and s.window[1] <= s.case.needed_by)),
        Rule("tight", lambda s: not _misses(s)),
        Rule("does-not-fit", always),
    ),
)

RUSH = Table(
    "rush",
    lambda s: (s.raises(Topic.DATE) or s.case.needed_by is not None) and not (s.case.delivered or is_canceled(s)),
    GIVEN,
    (
        Rule("not-offered", lambda s: not s.store.rush.offered),
        Rule(
            "over",
            lambda s: s.is_past_rush or (s.rushed is None and s.case.order_date is not None),
            gives="not-offered",
        ),
        Rule("offered-without-dates", lambda s: s.rushed is None, gives="offered"),
        Rule("cannot-make-date", lambda s: not rush_makes_it(s)),
        Rule("offered", always),
    ),
)


def _misses(situation: Situation) -> bool:
    """Say whether even the first day on which it can still arrive comes after the day they need it."""
    needed_by = situation.case.needed_by
    return needed_by is not None and _window(situation)[0] > needed_by
