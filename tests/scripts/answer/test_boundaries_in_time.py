"""To the second and to the day: which reply is right on either side of a boundary."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.scripts.answer.desk import NOW, STORE, ask, days

HOME = ZoneInfo(STORE.place.time_zone)
WINDOW = dt.timedelta(hours=STORE.change_window.hours)
SECOND, DAY = dt.timedelta(seconds=1), dt.timedelta(days=1)
SPRING_FORWARD = dt.datetime(2026, 3, 7, 12, tzinfo=HOME)  # 24 hours later it is 1 PM
FALL_BACK = dt.datetime(2026, 10, 31, 12, tzinfo=HOME)  # 24 hours later it is 11 AM
ORDERED = st.datetimes(dt.datetime(2026, 1, 2), dt.datetime(2026, 12, 1), timezones=st.just(HOME))  # noqa: DTZ001
NEAR = st.timedeltas(-3 * SECOND, 3 * SECOND) | st.timedeltas(dt.timedelta(hours=-2), dt.timedelta(hours=2))


def elapsed(since: dt.datetime, time: dt.timedelta) -> dt.datetime:
    """The moment after some elapsed time, which on the night the clocks change is not the same time of day."""
    return (since.astimezone(dt.UTC) + time).astimezone(HOME)


def value(condition: str, at: dt.datetime = NOW, /, **facts: Any) -> str:
    """The value of a condition where it is known, else what asks for it."""
    (found,) = (choice for choice in ask(STORE, at, **facts).choices if choice.condition == condition)
    return found.value if found.is_known else "?"


@given(ORDERED, NEAR)
@example(SPRING_FORWARD, dt.timedelta())
@example(SPRING_FORWARD, -SECOND)
@example(FALL_BACK, dt.timedelta())
@example(FALL_BACK, -SECOND)
def test_the_window_closes_when_its_hours_have_elapsed(ordered: dt.datetime, away: dt.timedelta) -> None:
    asked = elapsed(ordered, WINDOW + away)
    told = {
        "concern": "change-request",
        "stage": "design",
        "order_date": ordered.isoformat(),
        "asked": asked.isoformat(),
    }
    is_open = asked.astimezone(dt.UTC) - ordered.astimezone(dt.UTC) < WINDOW
    assert value("window", asked + 2 * DAY, **told) == ("open" if is_open else "closed-by-time")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("2026-03-10T23:59:59", "open"),  # the order may have come in the first second of the 10th
        ("2026-03-11T00:00:00", "?"),
        ("2026-03-11T23:59:59", "?"),  # or in its last
        ("2026-03-12T00:00:00", "closed-by-time"),
    ],
)
def test_of_an_order_without_its_hour_the_window_is_open_or_over_only_where_no_hour_matters(
    asked: str, expected: str
) -> None:
    assert value("window", concern="change-request", stage="design", order_date="2026-03-10", asked=asked) == expected


@pytest.mark.parametrize(
    ("begun", "expected"),
    [("production", "closed-by-production"), ("quality-check", "closed-by-production"), ("shipped", "shipped")],
)
def test_begun_work_closes_the_window_in_its_first_minute(begun: str, expected: str) -> None:
    told = {"concern": "change-request", "order_date": NOW.isoformat(), "asked": NOW.isoformat()}
    assert value("window", stage=begun, **told) == expected


@pytest.mark.parametrize("last", [-1, 0, 1])
def test_an_order_is_late_from_the_day_after_the_last_one_promised(last: int) -> None:
    promise = f"{days(-7)}..{days(last)}"
    assert value("promise", concern="taking-too-long", promise=promise) == ("passed" if last < 0 else "not-passed")


def test_a_day_ends_in_the_zone_of_the_store() -> None:
    told = {"concern": "taking-too-long", "promise": "2026-03-17"}
    assert value("promise", dt.datetime.fromisoformat("2026-03-18T03:59:59+00:00"), **told) == "not-passed"
    assert value("promise", dt.datetime.fromisoformat("2026-03-18T04:00:00+00:00"), **told) == "passed"


@pytest.mark.parametrize(
    ("needed", "expected"),
    [(2, "does-not-fit"), (3, "tight"), (8, "tight"), (9, "fits"), (10, "fits")],
)
def test_a_day_fits_from_the_last_day_of_the_window_on(needed: int, expected: str) -> None:
    told = {"promise": f"{days(3)}..{days(9)}", "needed_by": days(needed)}
    assert value("date-fit", concern="needed-by-date", **told) == expected


def test_a_day_lost_by_our_delay_is_told_as_ours() -> None:
    told = {
        "promise": f"{days(-9)}..{days(-3)}",
        "needed_by": days(-2),
        "order_date": days(-30),
        "stage": "production",
    }
    assert value("date-fit", concern="needed-by-date", **told) == "we-are-late"


@given(st.integers(-40, 0), st.sampled_from(["eu", "uk"]))
def test_the_days_of_the_law_are_counted_from_delivery_to_the_day_they_wrote(back: int, region: str) -> None:
    found = ask(concern="return-request", product="linen-dress", region=region, delivered=days(back))
    (verdict,) = (verdict.value for verdict in found.verdicts if verdict.id == "return")
    assert verdict == ("withdrawal" if -back <= 14 else "store-policy" if -back <= 30 else "ask-told")


def line(number: int, address: str, at: dt.datetime = NOW, /, **facts: Any) -> str:
    """What a section says with this address behind it."""
    said = [line.says for line in ask(STORE, at, **facts).sections[number].lines if line.address == address]
    return said[-1]


@pytest.mark.parametrize(
    ("second", "is_overdue"),
    [("12:59:59", False), ("13:00:00", False), ("13:00:01", True)],
)
def test_a_first_reply_is_overdue_from_the_second_after_it_was_due(second: str, is_overdue: bool) -> None:
    at = dt.datetime.fromisoformat(f"2026-03-17T{second}-04:00")
    told = line(5, "metrics/#first-response-time", at, concern="order-status", asked="2026-03-17T09:00")
    assert told.startswith("today, 1:00 PM (4 business hours after they wrote).")
    assert told.endswith(" Overdue: answer it first.") == is_overdue


@pytest.mark.parametrize(
    ("delivered", "expected"),
    [
        (days(0), "Thursday, March 19"),  # two days after it arrived
        (days(-2), "Tuesday, March 17"),
        (days(-3), "Monday, March 16 (check that it went out)"),
    ],
)
def test_the_follow_up_goes_out_two_days_after_delivery(delivered: str, expected: str) -> None:
    assert line(4, "milestones/#delivery-follow-up", concern="thank-you", delivered=delivered) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "?"),
        ({"region": "us"}, "?"),
        ({"notices": 0}, "?"),
        ({"region": "us", "notices": 0}, "canceled"),
        ({"region": "us", "notices": 1}, "notice"),
        ({"region": "eu", "notices": 0}, "no"),
        ({"region": "eu", "notices": 1}, "notice"),
    ],
    ids=str,
)
def test_a_late_order_is_neither_canceled_nor_kept_before_the_facts_of_the_law_are_known(
    facts: dict[str, Any], expected: str
) -> None:
    late = {"concern": "taking-too-long", "order_date": days(-40), "stage": "production"}
    assert value("delay", **late, **facts) == expected
