from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dates.workdays import WEEK, Calendar, UnknownDayError

FIRST, LAST = dt.date(2025, 1, 1), dt.date(2027, 12, 31)
DAYS = st.dates(FIRST, LAST)
WEEKS = st.lists(st.booleans(), min_size=7, max_size=7).filter(any)
CLOSED = st.dictionaries(DAYS, st.just("closed"), max_size=40)
NEW_YEAR = {dt.date(2026, 1, 1): "New Year's Day"}


def calendar(week: list[bool], closed: dict[dt.date, str]) -> Calendar:
    return Calendar([name for name, is_open in zip(WEEK, week, strict=True) if is_open], closed, FIRST, LAST)


def working_week(closed: dict[dt.date, str]) -> Calendar:
    return Calendar(WEEK[:5], closed, FIRST, LAST, remedy="ask somebody")


@given(DAYS, st.integers(-60, 60), WEEKS, CLOSED)
def test_counting_agrees_with_numpy_on_any_calendar(
    day: dt.date, days: int, week: list[bool], closed: dict[dt.date, str]
) -> None:
    expected = np.busday_offset(day, days, roll="forward", weekmask=week, holidays=list(closed)).item()
    assume(FIRST <= expected <= LAST)
    assert calendar(week, closed).add(day, days) == expected


@given(DAYS, WEEKS, CLOSED)
def test_open_days_agree_with_numpy_on_any_calendar(day: dt.date, week: list[bool], closed: dict[dt.date, str]) -> None:
    assume(np.busday_offset(day, 0, roll="forward", weekmask=week, holidays=list(closed)).item() <= LAST)
    book = calendar(week, closed)
    assert (book.roll(day) == day) == bool(np.is_busday(day, weekmask=week, holidays=list(closed)))
    assert (book.why_closed(day) is None) == (book.roll(day) == day)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (dt.date(2026, 1, 1), "New Year's Day"),
        (dt.date(2026, 1, 3), "Saturday"),
        (dt.date(2026, 1, 4), "Sunday"),
        (dt.date(2026, 1, 5), None),
    ],
)
def test_a_closed_day_has_a_reason(day: dt.date, reason: str | None) -> None:
    assert working_week(NEW_YEAR).why_closed(day) == reason


def test_a_holiday_on_a_weekend_counts_as_the_weekend() -> None:
    assert working_week({dt.date(2026, 7, 4): "Independence Day"}).why_closed(dt.date(2026, 7, 4)) == "Saturday"


@pytest.mark.parametrize(
    ("day", "days"), [(LAST, 1), (LAST + dt.timedelta(1), 0), (dt.date.max, 0), (LAST, 400), (dt.date(2027, 12, 1), 23)]
)
def test_no_guess_is_made_past_the_last_known_day(day: dt.date, days: int) -> None:
    with pytest.raises(UnknownDayError) as refused:
        working_week({}).add(day, days)
    assert str(refused.value) == "no guess is made past 2027-12-31, the last day this calendar knows: ask somebody"


@pytest.mark.parametrize(("day", "days"), [(FIRST, -1), (FIRST - dt.timedelta(1), 1), (dt.date.min, 0)])
def test_no_guess_is_made_before_the_first_known_day(day: dt.date, days: int) -> None:
    with pytest.raises(UnknownDayError) as refused:
        working_week({}).add(day, days)
    assert str(refused.value) == "no guess is made before 2025-01-01, the first day this calendar knows: ask somebody"


@pytest.mark.parametrize(("day", "days"), [(dt.date(2027, 12, 30), 1), (LAST, 0)])
def test_the_last_known_working_day_is_still_reckoned(day: dt.date, days: int) -> None:
    assert working_week({}).add(day, days) == LAST


def test_the_first_known_day_is_still_reckoned() -> None:
    assert working_week({}).add(FIRST, 0) == FIRST


@pytest.mark.parametrize("ask", [Calendar.why_closed, Calendar.roll])
def test_every_question_about_an_unknown_day_is_refused(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(UnknownDayError):
        ask(working_week({}), LAST + dt.timedelta(1))
