"""Can a piece go back without a fault: by law, by our policy, or no longer?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from case.topics import Topic
from dates.in_words import say_day
from verdicts.table import Rule, Table, always
from verdicts.withdrawal import counts_from, hangs_on_told, is_open, is_open_if_untold, untold_until

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from case.situation import Situation

ASK_WHERE = "Ask where the customer lives: the law there may give more than our policy."


def days_since(situation: Situation) -> int | None:
    """Count the days from delivery to the moment the customer wrote."""
    delivered = situation.case.delivered
    return (situation.asked.date() - delivered).days if delivered else None


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
    return situation.raises(Topic.RETURN) or (situation.raises(Topic.CHANGE, Topic.CANCEL) and is_begun_preset)


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
