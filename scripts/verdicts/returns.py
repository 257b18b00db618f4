"""Can a piece go back without a fault: by law, by our policy, or no longer?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from case.in_words import said_day
from case.topics import Topic
from verdicts.table import Rule, Table, always
from verdicts.withdrawal import counts_from, hangs_on_told, is_open, is_open_if_untold, untold_until
from words.sentences import Phrases

if TYPE_CHECKING:
    from case.situation import Situation


def days_since(situation: Situation) -> int | None:
    """Count the days from delivery to the moment the customer wrote."""
    delivered = situation.case.delivered
    return (situation.asked.date() - delivered).days if delivered else None


def _is_within(situation: Situation, days: int) -> bool:
    since = days_since(situation)
    return since is None or since <= days


def _asks_to_step_back(situation: Situation) -> bool:
    """Say whether it is about a return; so is a change or cancellation of a preset piece that is begun or gone."""
    is_begun_preset = situation.personalized is False and situation.has_started
    return situation.raises(Topic.RETURN) or (situation.raises(Topic.CHANGE, Topic.CANCEL) and is_begun_preset)


LAST_PARCEL: Phrases[Situation] = Phrases(
    "last-parcel",
    ("later",),
    lambda s: "" if counts_from(s) == s.case.delivered else "later",
    {"day": lambda s, _: said_day(s, counts_from(s))},
)
ASK_WHERE: Phrases[Situation] = Phrases(
    "ask-where",
    ("unknown",),
    lambda s: "" if s.law else "unknown",
)
RETURN = Table(
    "return",
    _asks_to_step_back,
    {
        "credit": lambda s, _: s.store.returns.goodwill_credit,
        "law_days": lambda s, _: str(s.store.returns.withdrawal_days),
        "days": lambda s, _: str(s.store.returns.preset_days),
        "until": lambda s, _: said_day(s, untold_until(s)),
        "last_parcel": LAST_PARCEL.say,
        "ask_where": lambda s, words: ASK_WHERE.say(s, words) if s.store.place.withdrawal_regions else "",
    },
    (
        Rule("ask-product", lambda s: s.personalized is None),
        Rule("declined", lambda s: bool(s.personalized)),
        Rule("withdrawal", is_open),
        Rule("withdrawal-untold", lambda s: s.case.told is False and is_open_if_untold(s), gives="withdrawal"),
        Rule("store-policy", lambda s: _is_within(s, s.store.returns.preset_days)),
        Rule("ask-told", hangs_on_told),
        Rule("too-late", always),
    ),
)
