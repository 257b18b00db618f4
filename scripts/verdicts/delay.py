"""What the law asks of a store that is late with a piece it still has: a notice, a clear yes, or the order's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from case.in_words import said_day
from case.situation import IN_WORKSHOP
from dates.workdays import EtaError
from eta.calendars import legal_days
from verdicts.table import Rule, Table, always
from words.sentences import Phrases

if TYPE_CHECKING:
    import datetime as dt

    from case.situation import Situation

NEEDS_A_YES = ("further", "no-date")
NEVER_NOTICED = "never-noticed"


def days_late(situation: Situation) -> int | None:
    """Count the days from the last day of hand-over as it was to the one it is now; None where nobody can name it.

    Where the customer was told a delivery window, both are the last day of delivery.
    """
    told, now = situation.case.promise, situation.remaining
    if now is not None and told is not None:
        return (now.count_on_it_by - told[1]).days
    if now is None or situation.first is None:
        return None
    return (now.milestone("shipped").latest - situation.first.milestone("shipped").latest).days


def is_unnoticed(situation: Situation) -> bool:
    """Say whether no notice went out before the promised hand-over, so that an order still with us counts as canceled.

    16 CFR 435.2(c)(5). While nobody says how many notices went out, none did.
    """
    law = situation.law
    return bool(
        law
        and law.delay
        and situation.is_late
        and situation.stage != "shipped"
        and not situation.case.notices
        and situation.is_handover_over
    )


def is_canceled(situation: Situation) -> bool:
    """Say whether the order counts as canceled by law, and the piece is known to be still with us."""
    return is_unnoticed(situation) and situation.stage in IN_WORKSHOP


def needs_a_yes(situation: Situation) -> bool:
    """Say whether only a clear yes lets a late order go on: by law, or by our policy at a second delay."""
    if not situation.is_late or situation.stage == "shipped":
        return False
    rule = DELAY_RULE.judge(situation)
    return rule.value in NEEDS_A_YES if rule else bool(situation.case.notices)


def refund_by(situation: Situation) -> dt.date | None:
    """Compute the day by which the refund for an order never shipped goes out; None where no law or calendar says.

    The working days run from the day the right to it arose: the hand-over that was missed without a notice, else today,
    when it is canceled today (16 CFR 435.1(b)).
    """
    law = situation.law
    arose = situation.promised_handover if is_unnoticed(situation) else situation.today
    if law is None or law.delay is None or arose is None:
        return None
    try:
        return legal_days(situation.store, situation.case.region).add(arose, law.delay.refund_working_days)
    except EtaError:
        return None


def _refund(situation: Situation) -> str:
    """Give how to say by when the refund goes out; "" where no law sets a day."""
    day = refund_by(situation)
    if day is None:
        return "within" if situation.law and situation.law.delay else ""
    return "overdue" if day < situation.today else "today" if day == situation.today else "by"


def _law(situation: Situation, days: str) -> str:
    return str(getattr(situation.law.delay, days)) if situation.law and situation.law.delay else ""


REFUND: Phrases[Situation] = Phrases(
    "refund",
    ("by", "today", "overdue", "within"),
    _refund,
    {"day": lambda s, _: said_day(s, refund_by(s)), "days": lambda s, _: _law(s, "refund_working_days")},
)
REFUND_IF_TODAY: Phrases[Situation] = Phrases(
    "refund-if-today",
    ("last-day", "working-days"),
    lambda s: "last-day" if refund_by(s) else "working-days",
    {**REFUND.given, "promised": lambda s, _: str(s.store.cancellation.refund_days)},
)
HANDOVER: Phrases[Situation] = Phrases(
    "handover",
    ("known",),
    lambda s: "known" if s.promised_handover else "",
    {"day": lambda s, _: said_day(s, s.promised_handover)},
)
UNLESS_NOTICED: Phrases[Situation] = Phrases(
    "unless-noticed", ("not-told",), lambda s: "not-told" if s.case.notices is None else ""
)
DELAY_RULE = Table(
    "delay-rule",
    lambda s: bool(s.law and s.law.delay and s.is_late and s.stage != "shipped"),
    {
        "days": lambda s, _: str(days_late(s)),
        "most": lambda s, _: _law(s, "silence_days"),
        "handover": HANDOVER.say,
        "refund": REFUND.say,
        "refund_if_today": REFUND_IF_TODAY.say,
        "unless_noticed": UNLESS_NOTICED.say,
    },
    (
        Rule(NEVER_NOTICED, is_canceled),
        Rule("ask-workshop", is_unnoticed),
        Rule("further", lambda s: bool(s.case.notices)),
        Rule("no-date", lambda s: days_late(s) is None),
        Rule(
            "long-first-delay",
            lambda s: bool(s.law and s.law.delay and (days_late(s) or 0) > s.law.delay.silence_days),
            gives="further",
        ),
        Rule("first", always),
    ),
)
