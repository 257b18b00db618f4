"""The clock of the first response time: business hours of those who answer, in the store's zone."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates.time_zones import in_zone
from dates.workdays import EtaError
from eta.opening_hours import due, is_open
from tests.scripts.case_samples import SAMPLE, ZONE
from tests.scripts.facts_samples import store_with

if TYPE_CHECKING:
    from pathlib import Path

QUARTER = dt.timedelta(minutes=15)
MOMENTS = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 12, 1), timezones=st.just(dt.UTC))  # noqa: DTZ001 - bounds are naive


def here(text: str) -> dt.datetime:
    return in_zone(dt.datetime.fromisoformat(text), ZONE)


@pytest.mark.parametrize(
    ("asked", "hours", "answered"),
    [
        ("2026-03-03T09:00", 4, "2026-03-03T13:00"),  # Tuesday
        ("2026-03-03T10:20:30", 4, "2026-03-03T14:20:30"),
        ("2026-03-03T13:00", 4, "2026-03-03T17:00"),  # the last second of the day still counts
        ("2026-03-03T13:00:01", 4, "2026-03-04T09:00:01"),
        ("2026-03-03T15:00", 4, "2026-03-04T11:00"),
        ("2026-03-03T03:00", 4, "2026-03-03T13:00"),  # before opening
        ("2026-03-03T16:59:59", 4, "2026-03-04T12:59:59"),
        ("2026-03-03T17:00", 4, "2026-03-04T13:00"),  # at the second of closing
        ("2026-03-03T23:30", 4, "2026-03-04T13:00"),  # after closing
        ("2026-03-06T15:00", 4, "2026-03-09T11:00"),  # over a weekend, in which the clocks change too
        ("2026-03-07T12:00", 4, "2026-03-09T13:00"),  # on a Saturday
        ("2026-03-08T12:00", 4, "2026-03-09T13:00"),  # on a Sunday
        ("2026-11-25T16:00", 4, "2026-11-27T12:00"),  # over Thanksgiving Day
        ("2026-11-26T12:00", 4, "2026-11-27T13:00"),  # on Thanksgiving Day
        ("2026-12-31T16:00", 4, "2027-01-04T12:00"),  # over New Year's Day and a weekend
        ("2026-12-24T10:00", 4, "2026-12-24T14:00"),  # the workshop is closed, those who answer are not
        ("2026-03-03T09:00", 8, "2026-03-03T17:00"),
        ("2026-03-03T09:00", 24, "2026-03-05T17:00"),
        ("2026-03-03T09:00", 40, "2026-03-09T17:00"),
        ("2026-03-03T15:30:00Z", 4, "2026-03-03T14:30"),
        ("2026-07-01T15:30:00Z", 4, "2026-07-01T15:30"),  # in summer
        ("2026-03-03T23:30:00+09:00", 4, "2026-03-03T13:30"),
    ],
)
def test_an_answer_is_due_some_business_hours_after_they_wrote(asked: str, hours: int, answered: str) -> None:
    assert due(SAMPLE, dt.datetime.fromisoformat(asked), hours) == here(answered)


def test_the_moment_is_told_in_the_stores_zone() -> None:
    moment = due(SAMPLE, dt.datetime(2026, 3, 6, 20, tzinfo=dt.UTC), 4)
    assert moment.isoformat() == "2026-03-09T11:00:00-04:00"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-03-03T08:59:59", False),
        ("2026-03-03T09:00", True),
        ("2026-03-03T12:00", True),
        ("2026-03-03T16:59:59", True),
        ("2026-03-03T17:00", False),
        ("2026-03-03T23:00", False),
        ("2026-03-07T12:00", False),  # Saturday
        ("2026-03-08T12:00", False),
        ("2026-11-26T12:00", False),  # Thanksgiving Day
        ("2026-12-24T12:00", True),  # closed for the workshop alone
        ("2026-03-03T14:00:00Z", True),  # nine in New York
        ("2026-03-03T13:59:59Z", False),
        ("2026-03-04T06:59:59+09:00", True),
        ("2026-03-04T07:00:00+09:00", False),
    ],
)
def test_the_desk_is_open_in_its_hours(moment: str, expected: bool) -> None:
    assert is_open(SAMPLE, dt.datetime.fromisoformat(moment)) == expected


def test_the_hours_and_days_are_the_stores(tmp_path: Path) -> None:
    store = store_with(
        tmp_path,
        {
            "support_hours.days": '["sat"]',
            "support_hours.opens": "10:30:00",
            "support_hours.closes": "12:30:00",
            "support_hours.public_holidays": "false",
            "place.time_zone": '"Europe/Berlin"',
        },
    )
    asked = dt.datetime.fromisoformat("2026-07-04T11:30+02:00")  # a holiday only in the United States
    assert is_open(store, asked)
    assert due(store, asked, 2).isoformat() == "2026-07-11T11:30:00+02:00"


def open_quarters(start: dt.datetime, end: dt.datetime) -> int:
    """Count the quarters of an hour that are open, with nothing but a clock, a week and the holidays."""
    holidays = SAMPLE.holidays.days if SAMPLE.holidays else {}
    count, moment = 0, start
    while moment < end:
        clock = moment.astimezone(here("2026-01-01").tzinfo)
        is_day = clock.weekday() < 5 and clock.date() not in holidays
        count += is_day and dt.time(9) <= clock.time() < dt.time(17)
        moment += QUARTER
    return count


@given(MOMENTS, st.integers(1, 30))
def test_until_an_answer_is_due_exactly_its_hours_pass(moment: dt.datetime, hours: int) -> None:
    start = moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0)
    assert open_quarters(start, due(SAMPLE, start, hours).astimezone(dt.UTC)) == hours * 4


@given(MOMENTS)
def test_who_writes_later_is_never_answered_sooner(moment: dt.datetime) -> None:
    answers = [due(SAMPLE, moment + dt.timedelta(hours=later), 4) for later in range(0, 100, 5)]
    assert all(one <= other for one, other in pairwise(answers))


@pytest.mark.parametrize("asked", ["2024-12-31T12:00", "2028-12-29T16:00", "2029-06-01T12:00"])
def test_no_guess_is_made_past_the_known_holidays(asked: str) -> None:
    with pytest.raises(EtaError, match=r"^no guess is made (before 2025|past 2028)"):
        due(SAMPLE, dt.datetime.fromisoformat(asked), 4)
