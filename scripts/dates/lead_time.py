"""Shares of whole days, in integers, so that no date hangs on a rounding error."""

from __future__ import annotations

from typing import NamedTuple


class LeadTime(NamedTuple):
    """How long something takes, in working days of whoever does it."""

    days: int
    latest_days: int


def lead_time(days: int, range_percent: int) -> LeadTime:
    """Widen a number of working days to the range a customer is told: 7 and 40 % give 7 to 10."""
    return LeadTime(days, days + ceil_percent(days, range_percent))


def ceil_percent(days: int, percent: int) -> int:
    """Take a percentage of whole days, rounded up: 40 % of 7 days are 3."""
    return -(-days * percent // 100)


def rushed(days: int, cut_percent: int) -> int:
    """Cut working days by a percentage and round up: 7 days cut by 40 % are 5."""
    return ceil_percent(days, 100 - cut_percent)


def shared(days: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Share whole days by weight; the shares add up to `days`.

    The largest remainder gets the next day (Hamilton's method); of equal remainders the earlier one.
    """
    total = sum(weights)
    shares = [days * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda at: -(days * weights[at] % total))
    for at in by_remainder[: days - sum(shares)]:
        shares[at] += 1
    return tuple(shares)
