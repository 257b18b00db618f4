from __future__ import annotations

import datetime as dt

import pytest

from dates.in_words import DAY_MONTH, MONTH_DAY, in_hours, say_day, say_moment, say_range

DECEMBER, JANUARY = dt.date(2026, 12, 30), dt.date(2027, 1, 7)
WEDNESDAY, FRIDAY = dt.date(2026, 3, 11), dt.date(2026, 3, 13)


@pytest.mark.parametrize(("style", "said"), [(MONTH_DAY, "Wednesday, March 11"), (DAY_MONTH, "Wednesday 11 March")])
def test_a_day_is_said_in_the_style_of_the_store(style: str, said: str) -> None:
    assert say_day(WEDNESDAY, style) == said


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (MONTH_DAY, "Wednesday, December 30 – Thursday, January 7, 2027"),
        (DAY_MONTH, "Wednesday 30 December – Thursday 7 January 2027"),
    ],
)
def test_the_year_is_said_only_where_it_is_another_one(style: str, said: str) -> None:
    assert say_range(DECEMBER, JANUARY, style, year_of=DECEMBER) == said


def test_without_an_order_no_year_is_said() -> None:
    assert say_range(DECEMBER, JANUARY, MONTH_DAY) == "Wednesday, December 30 – Thursday, January 7"


def test_a_range_has_an_en_dash_between_two_days() -> None:
    assert say_range(WEDNESDAY, FRIDAY, MONTH_DAY) == "Wednesday, March 11 – Friday, March 13"


def test_a_range_of_one_day_is_said_once() -> None:
    assert say_range(FRIDAY, FRIDAY, DAY_MONTH) == "Friday 13 March"


@pytest.mark.parametrize(
    ("hour", "minute", "style", "said"),
    [
        (10, 30, MONTH_DAY, "Tuesday, March 3, 10:30 AM"),
        (0, 5, MONTH_DAY, "Tuesday, March 3, 12:05 AM"),
        (12, 0, MONTH_DAY, "Tuesday, March 3, 12:00 PM"),
        (13, 9, MONTH_DAY, "Tuesday, March 3, 1:09 PM"),
        (9, 5, DAY_MONTH, "Tuesday 3 March, 09:05"),
        (23, 59, DAY_MONTH, "Tuesday 3 March, 23:59"),
    ],
)
def test_a_moment_is_said_with_twelve_or_twenty_four_hours(hour: int, minute: int, style: str, said: str) -> None:
    assert say_moment(dt.datetime(2026, 3, 3, hour, minute), style) == said  # noqa: DTZ001 - a wall clock


@pytest.mark.parametrize("day", [dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(0, 365, 13)])
def test_names_agree_with_the_english_calendar(day: dt.date) -> None:
    assert say_day(day, MONTH_DAY) == f"{day:%A, %B} {day.day}"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "less than a minute"),
        (1, "1 minute"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (200, "3 hours 20 minutes"),
        (1440, "24 hours"),
    ],
)
def test_a_length_of_time_in_words(minutes: int, words: str) -> None:
    assert in_hours(dt.timedelta(minutes=minutes, seconds=59)) == words
