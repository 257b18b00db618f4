from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates.lead_time import ceil_percent, lead_time, rushed, shared

DAYS = st.integers(1, 365)


@given(DAYS, st.integers(0, 200))
def test_a_percentage_of_days_is_rounded_up_exactly(days: int, percent: int) -> None:
    assert ceil_percent(days, percent) == math.ceil(Fraction(days * percent, 100))


@pytest.mark.parametrize(("days", "left"), [(7, 5), (1, 1), (5, 3), (10, 6), (12, 8), (13, 8)])
def test_rush_takes_two_fifths_off_and_rounds_up(days: int, left: int) -> None:
    assert rushed(days, 40) == left


def test_a_lead_time_of_seven_days_is_told_as_seven_to_ten() -> None:
    assert lead_time(7, 40) == (7, 10)


@pytest.mark.parametrize(
    ("days", "weights", "shares"),
    [
        (7, (2, 4, 1), (2, 4, 1)),
        (5, (2, 4, 1), (1, 3, 1)),
        (1, (2, 4, 1), (0, 1, 0)),
        (10, (2, 4, 1), (3, 6, 1)),
        (1, (1, 1, 1), (1, 0, 0)),  # equal remainders: the earlier stage
        (10, (2, 6, 6), (2, 4, 4)),
        (11, (2, 6, 6), (1, 5, 5)),  # a day more, and the first share shrinks
    ],
)
def test_days_are_shared_by_the_largest_remainder(days: int, weights: tuple[int, ...], shares: tuple[int, ...]) -> None:
    assert shared(days, weights) == shares


@given(DAYS, st.lists(st.integers(1, 100), min_size=1, max_size=5).map(tuple))
def test_shares_add_up_and_stay_within_a_day_of_their_weight(days: int, weights: tuple[int, ...]) -> None:
    shares = shared(days, weights)
    assert sum(shares) == days
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - Fraction(days * weight, sum(weights))) < 1
