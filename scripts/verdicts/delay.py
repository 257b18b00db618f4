"""What the law asks of a store that is late with a piece it still has: a notice, a clear yes, or the order's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from case.situation import IN_WORKSHOP
from dates.in_words import say_day
from dates.workdays import EtaError
from eta.order import legal_days
from verdicts.table import Rule, Table, always

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from case.situation import Situation

NEEDS_A_YES = ("further", "no-date")
NEVER_NOTICED = "never-noticed"
DELAY_LAW = (("Policy: Delays", "policy/#delays"), ("Law by region: A delay", "law/#delay"))


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
    """Reckon the day by which the refund for an order never shipped goes out; None where no law or calendar says.

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


def say_refund_by(situation: Situation) -> str:
    """Say by when the refund goes out: "by Wednesday, March 25", or "today", with the day where that is over."""
    day = refund_by(situation)
    if day is None:
        law = situation.law
        return f"within {law.delay.refund_working_days} working days" if law and law.delay else ""
    said = say_day(day, situation.store.place.date_style, situation.today)
    if day < situation.today:
        return f"today, although it was due by {said}"
    return "today" if day == situation.today else f"by {said}"


def _last(situation: Situation) -> str:
    """Name the law's last day for the refund of an order that is canceled today, or its working days."""
    day = refund_by(situation)
    if day is None:
        return (
            f"{situation.law.delay.refund_working_days} working days from today"
            if situation.law and situation.law.delay
            else ""
        )
    return say_day(day, situation.store.place.date_style, situation.today)


def _words(situation: Situation) -> Mapping[str, str]:
    style, handover = situation.store.place.date_style, situation.promised_handover
    law, promised = situation.law, situation.store.cancellation.refund_days
    return {
        "days": str(days_late(situation)),
        "most": str(law.delay.silence_days) if law and law.delay else "",
        "handover": f", {say_day(handover, style, situation.today)}" if handover else "",
        "refund": say_refund_by(situation),
        "today": f"within {promised} working days; the law's last day is {_last(situation)}",
        "noted": "" if situation.case.notices is not None else " A notice did go out before that day? Then enter it.",
    }


DELAY_RULE = Table(
    "delay-rule",
    "Delay notice, United States",
    lambda s: bool(s.law and s.law.delay and s.is_late and s.stage != "shipped"),
    DELAY_LAW,
    _words,
    (
        Rule(
            NEVER_NOTICED,
            is_canceled,
            "It counts as canceled: no notice went out before the promised hand-over{handover}.",
            "Everything they paid goes back {refund}. Tell your lead; if they still want the piece, that is a new "
            "agreement.{noted}",
        ),
        Rule(
            "ask-workshop",
            is_unnoticed,
            "Ask the workshop first whether it is still with us.",
            "If it is, it counts as canceled, as no notice went out before the promised hand-over{handover}; "
            "everything they paid goes back {refund}.{noted}",
        ),
        Rule(
            "further",
            lambda s: bool(s.case.notices),
            "A further delay: only a clear yes keeps the order.",
            "A notice went out before. Without a yes, cancel and refund everything: canceled today, {today}. "
            "Has the day in that notice passed as well, without a yes, it counts as canceled since then.",
        ),
        Rule(
            "no-date",
            lambda s: days_late(s) is None,
            "No new date can be named: only a clear yes keeps the order.",
            "An open-ended delay needs a yes, a first one too. Canceled today, the refund goes out {today}.",
        ),
        Rule(
            "further",
            lambda s: bool(s.law and s.law.delay and (days_late(s) or 0) > s.law.delay.silence_days),
            "A long delay of {days} days: only a clear yes keeps the order.",
            "Silence counts as a yes for {most} days at most. If they cancel today, the refund goes out {today}.",
        ),
        Rule(
            "first",
            always,
            "First delay, by about {days} days: offer to wait or to cancel.",
            "Silence counts as a yes only where the notice says so expressly and goes out before the promised hand-over"
            "{handover}. If they cancel today, the refund goes out {today}.",
        ),
    ),
)
