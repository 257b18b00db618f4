"""Can the order still be changed? Judged at the moment the customer asked, for the kind of change they want."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from case.case import CHANGES, STAGES
from case.in_words import said_moment
from case.topics import Topic
from dates.in_words import in_hours
from verdicts.table import Rule, Table, always
from words.sentences import Phrases

if TYPE_CHECKING:
    from case.situation import Situation

CLOSING_SHARE = 6  # the last sixth of the window is "closing soon": 4 hours of 24
NO_TIME = dt.timedelta()


def kind_of_change(situation: Situation) -> str:
    """Give the kind of change that is judged: the case's own, else the one its concern is about."""
    return situation.case.change or ("address" if situation.raises(Topic.ADDRESS) else "personalization")


def until(situation: Situation) -> str:
    """Give until when this kind may change: `window`, `shipped` or `never`; canceling goes by the window alone."""
    if situation.raises(Topic.CANCEL):
        return "window"
    return str(getattr(situation.store.may_change, kind_of_change(situation)))


def _is_until_shipped(situation: Situation) -> bool:
    return until(situation) == "shipped"


def _is_closed_by_time(situation: Situation) -> bool:
    last = situation.closes_at_last
    return last is not None and _time_until(situation, last) <= NO_TIME


def _left(situation: Situation) -> dt.timedelta:
    return _time_until(situation, situation.closes) if situation.closes else NO_TIME


def _time_until(situation: Situation, moment: dt.datetime) -> dt.timedelta:
    """Give the elapsed time from asking; in one zone, Python would subtract what the clocks show."""
    return moment.astimezone(dt.UTC) - situation.asked.astimezone(dt.UTC)


def _is_closing(situation: Situation) -> bool:
    return _left(situation) <= dt.timedelta(hours=situation.store.change_window.hours) / CLOSING_SHARE


KIND = Phrases("kind", CHANGES, kind_of_change)
STAGE: Phrases[Situation] = Phrases("stage", STAGES, lambda s: s.stage)
CHANGE_WINDOW = Table(
    "change-window",
    always,
    {
        "kind": KIND.say,
        "stage": STAGE.say,
        "hours": lambda s, _: str(s.store.change_window.hours),
        "until": lambda s, _: said_moment(s, s.closes),
        "since": lambda s, _: said_moment(s, s.closes_at_last),
        "asked": lambda s, _: said_moment(s, s.asked),
        "left": lambda s, _: in_hours(_left(s)),
    },
    (
        Rule("closed-by-delivery", lambda s: bool(s.case.delivered)),
        Rule("never-open", lambda s: until(s) == "never", gives="closed-by-time"),
        Rule("closed-by-shipping", lambda s: _is_until_shipped(s) and s.stage == "shipped"),
        Rule("ask-whether-shipped", lambda s: _is_until_shipped(s) and s.stage == "unknown", gives="ask-workshop"),
        Rule("open-until-shipped", _is_until_shipped, gives="open"),
        Rule("closed-by-production", lambda s: s.has_started),
        Rule("ask-when-ordered", lambda s: s.closes is None, gives="ask-workshop"),
        Rule("closed-by-time", _is_closed_by_time),
        Rule("ask-which-hour", lambda s: _left(s) <= NO_TIME, gives="ask-workshop"),
        Rule("ask-whether-begun", lambda s: s.stage == "unknown", gives="ask-workshop"),
        Rule("closing-soon", _is_closing),
        Rule("open", always),
    ),
)
