"""Whose fault is it, and is the claim in time?"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from case.topics import Topic
from dates.in_words import say_day
from verdicts.returns import ASK_WHERE, days_since
from verdicts.table import Rule, Table, always
from verdicts.withdrawal import months_later

if TYPE_CHECKING:
    from collections.abc import Mapping

    from case.situation import Situation

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


def _longer(situation: Situation) -> str:
    """Name the countries of the region that still presume a fault to be ours at this moment."""
    owed = situation.law.liability if situation.law else None
    found = [other for other in (owed.longer if owed else ()) if _shows_within(situation, other.presumed_months)]
    said = [f" In {other.country} it is presumed ours for {other.presumed_months} months." for other in found]
    return "".join(said)


def _fault_words(situation: Situation) -> Mapping[str, str]:
    case = situation.case
    return {
        "ordered": case.customization,
        "approved": case.approved,
        "made": case.made,
        "presumed": str(presumed_months(situation)),
        "longer": _longer(situation),
    }


FAULT = Table(
    "fault",
    "Whose fault",
    lambda s: s.raises(Topic.FAULT) or bool(s.case.made),
    (("Policy: Defect or store error", "policy/#defects"), ("Law by region: A fault", "law/#defects")),
    _fault_words,
    (
        Rule(
            "store",
            lambda s: _differs(s.case.approved, s.case.made),
            "Ours: it is not what they approved.",
            "Approved: {approved}. Made: {made}.",
        ),
        Rule(
            "unclear",
            lambda s: bool(s.case.approved) and _differs(s.case.customization, s.case.made),
            "Not clear: it is as approved, and not as ordered.",
            "Ordered: {ordered}. Approved and made: {made}. Look up who changed it, and ask your lead first.",
        ),
        Rule(
            "store",
            lambda s: _differs(s.case.customization, s.case.made),
            "Ours: it is not what they ordered.",
            "Ordered: {ordered}. Made: {made}.",
        ),
        Rule(
            "customer",
            lambda s: bool(s.case.made and s.case.customization) and not s.raises(Topic.DAMAGE, Topic.WEAR),
            "None of ours in the text: it was made as ordered.",
            "Ordered and made: {made}. Be as kind as if it were ours; the policy allows a credit.",
        ),
        Rule(
            "carrier",
            lambda s: s.raises(Topic.DAMAGE),
            "Ours to solve: damage on the way is our risk until they hold the piece.",
            "Never send a customer to the carrier; whether the carrier or we caused it, we find out ourselves.",
        ),
        Rule(
            "store",
            lambda s: s.raises(Topic.WEAR) and s.case.decided.get("finding") == "fault",
            "Ours: the workshop found a fault in work or material.",
            "It is put right at no cost to them, and they choose how.",
        ),
        Rule(
            "customer",
            lambda s: s.raises(Topic.WEAR) and s.case.decided.get("finding") == "wear",
            "None of ours: normal wear, as the workshop sees it.",
            "Be as kind as if it were ours. If they see it differently, your lead looks again.{longer}",
        ),
        Rule(
            "presumed",
            lambda s: s.raises(Topic.WEAR) and _shows_within(s, presumed_months(s)),
            "Presumed to be ours: it showed within {presumed} months of delivery.",
            "Where they live it is for us to show otherwise. The workshop looks at it all the same.",
        ),
        Rule(
            "material",
            lambda s: s.raises(Topic.WEAR),
            "Not clear yet: material and work, or wear.",
            "The workshop looks at the photos first. A fault in material or work is ours.{longer}",
        ),
        Rule(
            "unclear",
            always,
            "Not clear yet: put what was ordered, approved and made side by side.",
            "Fill in the three, letter by letter; what differs decides.",
        ),
    ),
)


def _claim_words(situation: Situation) -> Mapping[str, str]:
    delivered, style = situation.case.delivered, situation.store.place.date_style
    return {
        "hours": str(situation.store.photos.hours),
        "law": situation.law.says_of_faults if situation.law else ASK_WHERE,
        "delivered": say_day(delivered, style, situation.today) if delivered else "",
        "days": str(days_since(situation)),
    }


def _is_fresh(situation: Situation) -> bool:
    days = days_since(situation)
    return days is not None and dt.timedelta(days=days) <= dt.timedelta(hours=situation.store.photos.hours)


CLAIM = Table(
    "claim",
    "Is the claim in time",
    lambda s: s.raises(Topic.FAULT),
    (("Policy: Photos", "policy/#photos"), ("Law by region: A fault", "law/#defects")),
    _claim_words,
    (
        Rule(
            "open",
            lambda s: s.case.delivered is None,
            "Open: no claim is refused for its day.",
            "The {hours} hours for photos are a request, not a condition. {law}",
        ),
        Rule(
            "in-time",
            _is_fresh,
            "In time, inside the {hours} hours in which we ask for photos.",
            "Delivered on {delivered}. {law}",
        ),
        Rule(
            "open-to-reject",
            lambda s: bool(s.law and s.law.reject and (days_since(s) or 0) <= s.law.reject.days),
            "Open, and early enough to reject it for a full refund.",
            "Delivered {days} days before they wrote; the {hours} hours are a request, not a condition. {law}",
        ),
        Rule(
            "open",
            always,
            "Open: treat it like any other.",
            "Delivered {days} days before they wrote; the {hours} hours are a request, not a condition. {law}",
        ),
    ),
)
