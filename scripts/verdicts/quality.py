"""Whose fault is it, is the claim in time, and can the piece go back?"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from dates.in_words import say_day
from verdicts.table import Rule, Table, always
from verdicts.withdrawal import counts_from, hangs_on_told, is_open, is_open_if_untold, months_later, untold_until

if TYPE_CHECKING:
    from collections.abc import Mapping

    from case.situation import Situation

DAMAGED, WORN = "scenarios/damaged-on-arrival", "scenarios/wear-and-warranty"
FAULT_ENTRIES = (
    DAMAGED,
    WORN,
    "scenarios/wrong-personalization",
    "scenarios/differs-from-preview",
    "scenarios/missing-item",
    "scenarios/own-typo",
)
HURT = "scenarios/injury"
RETURN_ENTRIES = ("scenarios/change-of-mind", "scenarios/return-request")
UNDER_WAY = (
    "scenarios/cancel-order",
    "scenarios/delivered-not-received",
    "scenarios/failed-delivery",
    "scenarios/refund-status",
    "scenarios/stuck-in-transit",
)
CHANGE_ENTRIES = ("scenarios/cancel-order", "scenarios/change-request")
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
ASK_WHERE = "Ask where the customer lives: the law there may give more than our policy."


def is_open_case(situation: Situation) -> bool:
    """Say whether something is open on the order, so that no follow-up and no invitation goes out."""
    open_ones = (HURT, *FAULT_ENTRIES, *RETURN_ENTRIES, *UNDER_WAY)
    return situation.concern in open_ones or bool(situation.case.made)


def offers_repair(situation: Situation) -> bool:
    """Say whether a repair is among what is offered: for wear and tear, and where the law gives the choice."""
    owed = situation.law.liability if situation.law else None
    return situation.concern == WORN or bool(owed and owed.repair_adds_months)


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
            "store",
            lambda s: s.concern == WORN and s.case.decided.get("finding") == "fault",
            "Ours: the workshop found a fault in work or material.",
            "It is put right at no cost to them, and they choose how.",
        ),
        Rule(
            "customer",
            lambda s: s.concern == WORN and s.case.decided.get("finding") == "wear",
            "None of ours: normal wear, as the workshop sees it.",
            "Be as kind as if it were ours. If they see it differently, your lead looks again.{longer}",
        ),
        Rule(
            "presumed",
            lambda s: s.concern == WORN and _shows_within(s, presumed_months(s)),
            "Presumed to be ours: it showed within {presumed} months of delivery.",
            "Where they live it is for us to show otherwise. The workshop looks at it all the same.",
        ),
        Rule(
            "material",
            lambda s: s.concern == WORN,
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


def _return_words(situation: Situation) -> Mapping[str, str]:
    returns = situation.store.returns
    return {
        "credit": returns.goodwill_credit,
        "law_days": str(returns.withdrawal_days),
        "days": str(returns.preset_days),
        "until": _day(situation, untold_until(situation)),
        "last": _says_last(situation),
        "where": f" {ASK_WHERE}" if not situation.law and situation.store.place.withdrawal_regions else "",
    }


def _day(situation: Situation, day: dt.date | None) -> str:
    return say_day(day, situation.store.place.date_style, situation.today) if day else ""


def _says_last(situation: Situation) -> str:
    arrived = counts_from(situation)
    if arrived == situation.case.delivered:
        return ""
    return f" The law's days count from {_day(situation, arrived)}, when the last parcel of the order came."


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
            is_open,
            "Yes, by law: until {law_days} days after delivery, without a reason.",
            "Size, color and material from a list are not personalization.{last}",
        ),
        Rule(
            "withdrawal",
            lambda s: s.case.told is False and is_open_if_untold(s),
            "Yes, by law: they were not told of the right, so it runs until {until}.",
            "Told later? Then it ends {law_days} days after that day; ask your lead.{last}",
        ),
        Rule(
            "store-policy",
            lambda s: _is_within(s, s.store.returns.preset_days),
            "Yes, by our policy: {days} days from delivery, unworn and unused.",
            "A piece with preset options only can be sold again.{last}",
        ),
        Rule(
            "ask-told",
            hangs_on_told,
            "No refusal yet: were they told of the right to withdraw, with the button or form, before the order?",
            "Not told, they may withdraw by law until {until}. Not sure? Ask your lead before you refuse.{last}",
        ),
        Rule(
            "too-late",
            always,
            "Too late for a return without a fault: our {days} days are over.",
            "Rights for faults stay untouched. Offer a credit of {credit} toward a next piece, or ask your lead."
            "{last}{where}",
        ),
    ),
)
