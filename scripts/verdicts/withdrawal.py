"""The right to withdraw without a reason from a piece with preset options only: until when it can be used."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from case.situation import Situation
    from facts.regions import Withdrawal

MONTHS_OF_A_YEAR = 12


def counts_from(situation: Situation) -> dt.date | None:
    """Give the day the law's days count from: the last parcel of the order (directive 2011/83, article 9(2)).

    None while the piece itself is not known to have arrived.
    """
    delivered, last = situation.case.delivered, situation.case.last_parcel
    return max(delivered, last or delivered) if delivered else None


def is_open(situation: Situation) -> bool:
    """Say whether they wrote while everyone may withdraw, told of the right or not."""
    if _right(situation) is None:
        return False
    days, arrived = situation.store.returns.withdrawal_days, counts_from(situation)
    return arrived is None or _wrote(situation) <= arrived + dt.timedelta(days=days)


def untold_until(situation: Situation) -> dt.date | None:
    """Give the last day to withdraw of a customer who was not told of the right; None where there is no such day."""
    right, arrived = _right(situation), counts_from(situation)
    if right is None or arrived is None:
        return None
    return months_later(arrived + dt.timedelta(days=right.days), right.untold_months)


def is_open_if_untold(situation: Situation) -> bool:
    """Say whether they wrote after the usual days, and in time if nobody told them of the right."""
    until = untold_until(situation)
    return until is not None and not is_open(situation) and _wrote(situation) <= until


def hangs_on_told(situation: Situation) -> bool:
    """Say whether nobody knows if they were told of the right, and it decides."""
    return situation.case.told is None and is_open_if_untold(situation)


def months_later(day: dt.date, months: int) -> dt.date:
    """Give the same day of a later month, else its last day (regulation 1182/71, article 3(2)(c))."""
    year, month = divmod(day.year * MONTHS_OF_A_YEAR + day.month - 1 + months, MONTHS_OF_A_YEAR)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _right(situation: Situation) -> Withdrawal | None:
    return situation.law.withdrawal if situation.law and situation.personalized is False else None


def _wrote(situation: Situation) -> dt.date:
    return situation.asked.date()
