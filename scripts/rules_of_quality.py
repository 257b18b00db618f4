"""Whose fault is it, is the claim in time, and can the piece go back?"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from date_words import say_day
from facts_of_time import WITHDRAWAL
from verdict import Rule, Table, always

if TYPE_CHECKING:
    from collections.abc import Mapping

    from situation import Situation

DAMAGED, WORN = "scenarios/damaged-on-arrival", "scenarios/wear-and-warranty"
FAULT_ENTRIES = (
    DAMAGED,
    WORN,
    "scenarios/wrong-personalization",
    "scenarios/differs-from-preview",
    "scenarios/missing-item",
    "scenarios/own-typo",
)
RETURN_ENTRIES = ("scenarios/change-of-mind", "scenarios/return-request")
CHANGE_ENTRIES = ("scenarios/cancel-order", "scenarios/change-request")
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
UK_REJECT_DAYS = 30  # Consumer Rights Act 2015, s. 22(3)
# What stands behind a claim where the customer lives; the sources are on the page "Law by region".
LAW = {
    "us": "Implied warranties differ by state; our policy has no deadline.",
    "eu": "The law gives at least two years, in some countries more, and no agreement may shorten them.",
    "uk": "The law gives 30 days to reject it, and rights to a repair or replacement long after.",
    "au": "The consumer guarantees have no fixed end and cannot be excluded.",
    "ca": "Each province has a legal warranty of its own; our policy has no deadline.",
    "": "Ask where the customer lives: the law there may give more than our policy.",
}


def same(one: str, other: str) -> bool:
    """Compare two texts letter by letter; only spaces around them and the kind of quotes make no difference."""
    return _text(one) == _text(other)


def _text(written: str) -> str:
    whole = unicodedata.normalize("NFC", written)  # ë is one letter, however it was typed
    return re.sub(r"\s+", " ", whole.translate(STRAIGHT)).strip(' "')


def days_since(situation: Situation) -> int | None:
    """Count the days from delivery to the moment the customer wrote."""
    delivered = situation.case.delivered
    return (situation.asked.date() - delivered).days if delivered else None


def _differs(one: str, other: str) -> bool:
    return bool(one and other) and not same(one, other)


def _fault_words(situation: Situation) -> Mapping[str, str]:
    case = situation.case
    return {"ordered": case.customization, "approved": case.approved, "made": case.made}


FAULT = Table(
    "fault",
    "Whose fault",
    lambda s: s.concern in FAULT_ENTRIES or bool(s.case.made),
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
            lambda s: bool(s.case.made and s.case.customization) and s.concern not in (DAMAGED, WORN),
            "None of ours in the text: it was made as ordered.",
            "Ordered and made: {made}. Be as kind as if it were ours; the policy allows a credit.",
        ),
        Rule(
            "carrier",
            lambda s: s.concern == DAMAGED,
            "Ours to solve: damage on the way is our risk until they hold the piece.",
            "Never send a customer to the carrier; whether the carrier or we caused it, we find out ourselves.",
        ),
        Rule(
            "material",
            lambda s: s.concern == WORN,
            "Not clear yet: material and work, or wear.",
            "The workshop looks at the photos first. A fault in material or work is ours.",
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
        "law": LAW[situation.case.region],
        "delivered": say_day(delivered, style, situation.today) if delivered else "",
        "days": str(days_since(situation)),
    }


def _is_fresh(situation: Situation) -> bool:
    days = days_since(situation)
    return days is not None and dt.timedelta(days=days) <= dt.timedelta(hours=situation.store.photos.hours)


CLAIM = Table(
    "claim",
    "Is the claim in time",
    lambda s: s.concern in FAULT_ENTRIES,
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
            lambda s: s.case.region == "uk" and (days_since(s) or 0) <= UK_REJECT_DAYS,
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


def _return_words(situation: Situation) -> Mapping[str, str]:
    returns = situation.store.returns
    return {
        "credit": returns.goodwill_credit,
        "law_days": str(returns.withdrawal_days),
        "days": str(returns.preset_days),
    }


def _is_within(situation: Situation, days: int) -> bool:
    since = days_since(situation)
    return since is None or since <= days


def _asks_to_step_back(situation: Situation) -> bool:
    """Say whether it is about a return; so is a change or cancellation of a preset piece that is begun or gone."""
    is_begun_preset = situation.personalized is False and situation.has_started
    return situation.concern in RETURN_ENTRIES or (situation.concern in CHANGE_ENTRIES and is_begun_preset)


RETURN = Table(
    "return",
    "Can it go back without a fault",
    _asks_to_step_back,
    (("Policy: Change of mind", "policy/#change-of-mind"), ("Law by region: A change of mind", "law/#change-of-mind")),
    _return_words,
    (
        Rule(
            "ask-product",
            lambda s: s.personalized is None,
            "It depends on the piece: personalized, or preset options only.",
            "A personalized piece carries one person's mark; a preset one can go back.",
        ),
        Rule(
            "declined",
            lambda s: bool(s.personalized),
            "Declined kindly, with a credit of {credit} toward a next piece.",
            "It carries one person's mark and cannot be sold to someone else. Rights for faults stay untouched.",
        ),
        Rule(
            "withdrawal",
            lambda s: s.case.region in WITHDRAWAL and _is_within(s, s.store.returns.withdrawal_days),
            "Yes, by law: until {law_days} days after delivery, without a reason.",
            "Size, color and material from a list are not personalization.",
        ),
        Rule(
            "store-policy",
            lambda s: _is_within(s, s.store.returns.preset_days),
            "Yes, by our policy: {days} days from delivery, unworn and unused.",
            "A piece with preset options only can be sold again.",
        ),
        Rule(
            "too-late",
            always,
            "Too late for a return without a fault: our {days} days are over.",
            "Rights for faults stay untouched. Offer a credit of {credit} toward a next piece, or ask your lead.",
        ),
    ),
)
