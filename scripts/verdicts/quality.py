"""Whose fault is it, and is the claim in time?"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from case.in_words import said_day
from case.topics import Topic
from verdicts.returns import ASK_WHERE, days_since
from verdicts.table import Rule, Table, always
from verdicts.withdrawal import months_later
from words.sentences import Phrases

if TYPE_CHECKING:
    from case.situation import Situation
    from facts.regions import Longer
    from words.catalogue import Words

# The condition that the workshop settles when it looks at a worn piece, and what of it decides whose fault it is.
FINDING = "finding"
FINDINGS = FOUND_FAULT, FOUND_WEAR = ("fault", "wear")
STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def is_open_case(situation: Situation) -> bool:
    """Say whether something is open on the order, so that no follow-up and no invitation goes out."""
    raised = situation.raises(Topic.INJURY, Topic.FAULT, Topic.RETURN, Topic.OPEN_CASE)
    return raised or bool(situation.case.made)


def offers_repair(situation: Situation) -> bool:
    """Say whether a repair is among what is offered: for wear and tear, and where the law gives the choice."""
    owed = situation.law.liability if situation.law else None
    return situation.raises(Topic.WEAR) or bool(owed and owed.repair_adds_months)


def same(one: str, other: str) -> bool:
    """Compare two texts letter by letter; only spaces around them and the kind of quotes make no difference."""
    return _text(one) == _text(other)


def _text(written: str) -> str:
    whole = unicodedata.normalize("NFC", written)  # ë is one letter, however it was typed
    return re.sub(r"\s+", " ", whole.translate(STRAIGHT)).strip(' "')


def _differs(one: str, other: str) -> bool:
    return bool(one and other) and not same(one, other)


def presumed_months(situation: Situation) -> int:
    """Give the calendar months within which a fault is presumed to be ours, where the customer lives."""
    law = situation.law
    return law.liability.presumed_months if law and law.liability else 0


def _shows_within(situation: Situation, months: int | None) -> bool:
    delivered = situation.case.delivered
    return bool(months and delivered and situation.asked.date() <= months_later(delivered, months))


def _longer_elsewhere(situation: Situation, words: Words) -> str:
    """Name the countries of the region that still presume a fault to be ours at this moment."""
    owed = situation.law.liability if situation.law else None
    found = [other for other in (owed.longer if owed else ()) if _shows_within(situation, other.presumed_months)]
    return " ".join(LONGER.say(other, words) for other in found)


LONGER: Phrases[Longer] = Phrases(
    "longer-elsewhere",
    ("presumed",),
    lambda _: "presumed",
    {"country": lambda other, _: other.country, "months": lambda other, _: str(other.presumed_months)},
)
FAULT = Table(
    "fault",
    lambda s: s.raises(Topic.FAULT) or bool(s.case.made),
    {
        "ordered": lambda s, _: s.case.customization,
        "approved": lambda s, _: s.case.approved,
        "made": lambda s, _: s.case.made,
        "presumed": lambda s, _: str(presumed_months(s)),
        "longer_elsewhere": _longer_elsewhere,
    },
    (
        Rule("unlike-approved", lambda s: _differs(s.case.approved, s.case.made), gives="store"),
        Rule(
            "as-approved-unlike-ordered",
            lambda s: bool(s.case.approved) and _differs(s.on_record("customization"), s.case.made),
            gives="unclear",
        ),
        Rule("unlike-ordered", lambda s: _differs(s.on_record("customization"), s.case.made), gives="store"),
        Rule(
            "as-ordered",
            lambda s: bool(s.case.made and s.on_record("customization")) and not s.raises(Topic.DAMAGE, Topic.WEAR),
            gives="customer",
        ),
        Rule("carrier", lambda s: s.raises(Topic.DAMAGE)),
        Rule(
            "flaw-found",
            lambda s: s.raises(Topic.WEAR) and s.case.decided.get(FINDING) == FOUND_FAULT,
            gives="store",
        ),
        Rule(
            "wear-found",
            lambda s: s.raises(Topic.WEAR) and s.case.decided.get(FINDING) == FOUND_WEAR,
            gives="customer",
        ),
        Rule("presumed", lambda s: s.raises(Topic.WEAR) and _shows_within(s, presumed_months(s))),
        Rule("material", lambda s: s.raises(Topic.WEAR)),
        Rule("unclear", always),
    ),
)


def _is_fresh(situation: Situation) -> bool:
    days = days_since(situation)
    return days is not None and dt.timedelta(days=days) <= dt.timedelta(hours=situation.store.photos.hours)


CLAIM = Table(
    "claim",
    lambda s: s.raises(Topic.FAULT),
    {
        "hours": lambda s, _: str(s.store.photos.hours),
        "law": lambda s, words: s.law.says_of_faults if s.law else ASK_WHERE.say(s, words),
        "delivered": lambda s, _: said_day(s, s.case.delivered),
        "days": lambda s, _: str(days_since(s)),
    },
    (
        Rule("not-arrived", lambda s: s.case.delivered is None, gives="open"),
        Rule("in-time", _is_fresh),
        Rule("open-to-reject", lambda s: bool(s.law and s.law.reject and (days_since(s) or 0) <= s.law.reject.days)),
        Rule("open", always),
    ),
)
