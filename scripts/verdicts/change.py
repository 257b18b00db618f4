"""Can the order still be changed? Judged at the moment the customer asked, for the kind of change they want."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from case.topics import Topic
from dates.in_words import say_moment
from verdicts.table import Rule, Table, always

if TYPE_CHECKING:
    from collections.abc import Mapping

    from case.situation import Situation

CLOSING_SHARE = 6  # the last sixth of the window is "closing soon": 4 hours of 24
NO_TIME = dt.timedelta()
KINDS = {
    "personalization": "the personalization",
    "options": "size, color or material",
    "address": "the delivery address",
}
STAGES = {
    "design": "in design",
    "production": "in production",
    "quality-check": "in quality check",
    "shipped": "shipped",
    "unknown": "not known",
}


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


def _is_unsure_of_time(situation: Situation) -> bool:
    return _left(situation) <= NO_TIME


def _left(situation: Situation) -> dt.timedelta:
    return _time_until(situation, situation.closes) if situation.closes else NO_TIME


def _time_until(situation: Situation, moment: dt.datetime) -> dt.timedelta:
    """Give the elapsed time from asking; in one zone, Python would subtract what the clocks show."""
    return moment.astimezone(dt.UTC) - situation.asked.astimezone(dt.UTC)


def _is_closing(situation: Situation) -> bool:
    return _left(situation) <= dt.timedelta(hours=situation.store.change_window.hours) / CLOSING_SHARE


def _words(situation: Situation) -> Mapping[str, str]:
    style, closes, last = situation.store.place.date_style, situation.closes, situation.closes_at_last
    kind = KINDS[kind_of_change(situation)]
    return {
        "kind": kind,
        "Kind": kind[:1].upper() + kind[1:],
        "hours": str(situation.store.change_window.hours),
        "until": say_moment(closes, style) if closes else "",
        "since": say_moment(last, style) if last else "",
        "asked": say_moment(situation.asked, style),
        "left": in_hours(_left(situation)),
        "stage": STAGES[situation.stage],
    }


def in_hours(time: dt.timedelta) -> str:
    """Say a length of time in whole hours and minutes: "3 hours 20 minutes"."""
    minutes = int(time.total_seconds()) // 60
    parts = [(minutes // 60, "hour"), (minutes % 60, "minute")]
    return " ".join(f"{n} {name}{'s' * (n != 1)}" for n, name in parts if n) or "less than a minute"


CHANGE_WINDOW = Table(
    "change-window",
    "Change window",
    always,
    (("Policy: Change window", "policy/#change-window"),),
    _words,
    (
        Rule(
            "closed-by-delivery",
            lambda s: bool(s.case.delivered),
            "Closed: the piece has arrived.",
            "What has arrived is not changed but made anew.",
        ),
        Rule(
            "closed-by-time",
            lambda s: until(s) == "never",
            "Closed: {kind} is not changed after the order.",
            "The store's facts say so (may_change in references/store.toml).",
        ),
        Rule(
            "closed-by-shipping",
            lambda s: _is_until_shipped(s) and s.stage == "shipped",
            "Closed: the carrier has the parcel.",
            "{Kind} may change until we hand the parcel over.",
        ),
        Rule(
            "ask-workshop",
            lambda s: _is_until_shipped(s) and s.stage == "unknown",
            "Ask the workshop whether the parcel is still there.",
            "{Kind} may change until we hand the parcel over, and the stage is not known.",
        ),
        Rule(
            "open",
            _is_until_shipped,
            "Open until we hand the parcel over.",
            "The piece is {stage}, and {kind} may change until then.",
        ),
        Rule(
            "closed-by-production",
            lambda s: s.has_started,
            "Closed by production.",
            "The piece is {stage}: once work on it has begun, the window is closed, however early it is.",
        ),
        Rule(
            "ask-workshop",
            lambda s: s.closes is None,
            "Ask the workshop: when it was ordered is not known.",
            "The window is {hours} elapsed hours from the order, and ends sooner when work begins.",
        ),
        Rule(
            "closed-by-time",
            _is_closed_by_time,
            "Closed by time since {since}.",
            "They asked on {asked}, more than {hours} elapsed hours after the order. Stage: {stage}. "
            "Ask the workshop once before you say no.",
        ),
        Rule(
            "ask-workshop",
            _is_unsure_of_time,
            "Ask the workshop: the hour of the order decides.",
            "They asked about {hours} hours after the order, and only its day is known.",
        ),
        Rule(
            "ask-workshop",
            lambda s: s.stage == "unknown",
            "Ask the workshop: inside the {hours} hours, stage not known.",
            "They asked on {asked}, in time: the window runs until {until}. Work that has begun would close it.",
        ),
        Rule(
            "closing-soon",
            _is_closing,
            "Open, closing soon: {left} left when they asked.",
            "They asked on {asked}; the window runs until {until}, and the piece is {stage}.",
        ),
        Rule(
            "open",
            always,
            "Open until {until}.",
            "They asked on {asked}, with {left} left, and the piece is {stage}.",
        ),
    ),
)
