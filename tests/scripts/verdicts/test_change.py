"""Whether an order can still be changed, as an agent is told."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scripts.case_samples import WORDS, said, situation, value, whole_sentences
from tests.scripts.facts_samples import DATA, store_with
from verdicts.change import CHANGE_WINDOW

if TYPE_CHECKING:
    from pathlib import Path

ORDERED = "2026-03-02T10:30"  # Monday; the 24 hours end on Tuesday at 10:30
LATER = "2026-03-20T12:00"  # weeks after the window
ALL_STAGES = ("design", "production", "quality-check", "shipped", "unknown")
VECTORS = json.loads((DATA / "date-vectors.json").read_text(encoding="utf-8"))["window"]
SUMMER, WINTER = "-04:00", "-05:00"  # New York
CHANGES_OF_CLOCKS = (dt.datetime(2026, 3, 8, 7, tzinfo=dt.UTC), dt.datetime(2026, 11, 1, 6, tzinfo=dt.UTC))
ZONES = (dt.UTC, dt.timezone(dt.timedelta(hours=-4)), dt.timezone(dt.timedelta(hours=9)))


def judged(ordered: str | None, asked: str, stage: str = "design", **facts: Any) -> str | None:
    """The verdict when the answer goes out a month after they asked."""
    now = dt.datetime.fromisoformat(asked) + dt.timedelta(days=30)
    return value(CHANGE_WINDOW, situation(now=now.isoformat(), order_date=ordered, asked=asked, stage=stage, **facts))


@pytest.mark.parametrize(
    ("asked", "stage", "expected"),
    [
        ("2026-03-02T10:30", "design", "open"),
        ("2026-03-03T06:29:59", "design", "open"),
        ("2026-03-03T06:30", "design", "closing-soon"),  # the last sixth of 24 hours
        ("2026-03-03T10:29:59", "design", "closing-soon"),
        ("2026-03-03T10:30", "design", "closed-by-time"),
        (LATER, "design", "closed-by-time"),
        ("2026-03-02T10:31", "production", "closed-by-production"),
        ("2026-03-02T10:31", "quality-check", "closed-by-production"),
        ("2026-03-02T10:31", "shipped", "closed-by-production"),
        (LATER, "production", "closed-by-production"),
        ("2026-03-02T10:31", "unknown", "ask-workshop"),
        ("2026-03-03T10:29:59", "unknown", "ask-workshop"),
        ("2026-03-03T10:30", "unknown", "closed-by-time"),
    ],
)
def test_the_engraving_may_change_for_24_hours_and_until_work_begins(asked: str, stage: str, expected: str) -> None:
    assert judged(ORDERED, asked, stage) == expected


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("design", "ask-workshop"),
        ("unknown", "ask-workshop"),
        ("production", "closed-by-production"),
        ("shipped", "closed-by-production"),
    ],
)
def test_without_the_time_of_the_order_only_work_that_has_begun_decides(stage: str, expected: str) -> None:
    assert judged(None, LATER, stage) == expected


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("design", "open"),
        ("production", "open"),
        ("quality-check", "open"),
        ("shipped", "closed-by-shipping"),
        ("unknown", "ask-workshop"),
    ],
)
def test_the_address_may_change_until_the_carrier_has_the_parcel(stage: str, expected: str) -> None:
    assert judged(ORDERED, LATER, stage, change="address") == expected


@pytest.mark.parametrize(
    ("change", "until", "stage", "expected"),
    [
        ("personalization", "shipped", "quality-check", "open"),
        ("personalization", "shipped", "shipped", "closed-by-shipping"),
        ("personalization", "never", "design", "closed-by-time"),
        ("options", "never", "unknown", "closed-by-time"),
        ("options", "window", "production", "closed-by-production"),
        ("options", "window", "design", "open"),
        ("address", "never", "design", "closed-by-time"),
        ("address", "window", "design", "open"),
        ("address", "window", "production", "closed-by-production"),
    ],
)
def test_the_store_says_until_when_each_part_may_change(
    tmp_path: Path, change: str, until: str, stage: str, expected: str
) -> None:
    store = store_with(tmp_path, {f"may_change.{change}": f'"{until}"'})
    asked = situation(store, now="2026-03-02T11:00", order_date=ORDERED, stage=stage, change=change)
    assert value(CHANGE_WINDOW, asked) == expected


def test_the_length_of_the_window_is_the_stores(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"change_window.hours": "6"})
    told = [
        value(CHANGE_WINDOW, situation(store, now=f"2026-03-02T{time}", order_date=ORDERED, stage="design"))
        for time in ("15:29", "15:30", "16:30")
    ]
    assert told == ["open", "closing-soon", "closed-by-time"]


@pytest.mark.parametrize(
    ("concern", "expected"), [("scenarios/address-change", "open"), ("scenarios/change-request", "closed-by-time")]
)
def test_what_they_write_about_is_what_is_judged(concern: str, expected: str) -> None:
    assert value(CHANGE_WINDOW, situation(now=LATER, concern=concern, order_date=ORDERED, stage="design")) == expected


@pytest.mark.parametrize("change", ["personalization", "options", "address"])
@pytest.mark.parametrize("stage", ALL_STAGES)
def test_a_piece_that_has_arrived_is_not_changed(stage: str, change: str) -> None:
    asked = situation(now=LATER, order_date=ORDERED, delivered="2026-03-19", stage=stage, change=change)
    assert value(CHANGE_WINDOW, asked) == "closed-by-delivery"


def test_a_tracking_number_means_that_the_carrier_has_it() -> None:
    asked = situation(now=LATER, order_date=ORDERED, tracking="1Z 999", change="address")
    assert value(CHANGE_WINDOW, asked) == "closed-by-shipping"


def test_a_customer_who_asked_in_time_does_not_lose_the_window_while_we_answer() -> None:
    asked = {"order_date": ORDERED, "stage": "design", "asked": "2026-03-03T09:00"}
    answers = {value(CHANGE_WINDOW, situation(now=now, **asked)) for now in ("2026-03-03T09:30", LATER)}
    assert answers == {"closing-soon"}


@pytest.mark.parametrize(("now", "expected"), [("2026-03-03T09:00", "closing-soon"), (LATER, "closed-by-time")])
def test_they_ask_now_when_nobody_says_when(now: str, expected: str) -> None:
    assert value(CHANGE_WINDOW, situation(now=now, order_date=ORDERED, stage="design")) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("2026-03-02T19:59", "open"),  # ordered at midnight at the earliest
        ("2026-03-02T20:00", "closing-soon"),
        ("2026-03-03T00:00", "ask-workshop"),
        ("2026-03-03T23:59", "ask-workshop"),
        ("2026-03-04T00:00", "closed-by-time"),  # ordered at the next midnight at the latest
    ],
)
def test_an_order_of_which_only_the_day_is_known(asked: str, expected: str) -> None:
    assert judged("2026-03-02", asked) == expected


def test_an_order_of_which_only_the_day_is_known_is_open_no_longer_than_is_sure() -> None:
    told = said(CHANGE_WINDOW, situation(now="2026-03-02T12:00", order_date="2026-03-02", stage="design"))
    assert told.startswith("Open until Tuesday, March 3, 12:00 AM. ")
    assert "12 hours left" in told


@pytest.mark.parametrize(
    ("ordered", "asked", "expected"),
    [
        # The clocks go forward at two: 24 hours after eight in the evening it is nine.
        ("2026-03-07T20:00", "2026-03-08T20:59:59", "closing-soon"),
        ("2026-03-07T20:00", "2026-03-08T21:00", "closed-by-time"),
        ("2026-03-07T04:00", "2026-03-08T00:30", "closing-soon"),  # 3½ hours until five, not 4½
        # The clocks go back at two: 24 hours after eight in the evening it is seven.
        ("2026-10-31T20:00", "2026-11-01T18:59:59", "closing-soon"),
        ("2026-10-31T20:00", "2026-11-01T19:00", "closed-by-time"),
        ("2026-10-31T05:00", f"2026-11-01T00:30{SUMMER}", "open"),  # 4½ hours until four, not 3½
        # The hour from one to two comes twice.
        ("2026-10-31T02:00", f"2026-11-01T01:30{SUMMER}", "closing-soon"),
        ("2026-10-31T02:00", f"2026-11-01T01:00{WINTER}", "closed-by-time"),
        ("2026-10-31T01:30", f"2026-11-01T01:15{WINTER}", "closed-by-time"),
        # Only the day is known, and it has 23 hours.
        ("2026-03-08", "2026-03-09T00:59", "closing-soon"),
        ("2026-03-08", "2026-03-09T01:00", "ask-workshop"),
        ("2026-03-08", "2026-03-10T00:00", "closed-by-time"),
    ],
)
def test_the_hours_are_elapsed_hours_when_the_clocks_change(ordered: str, asked: str, expected: str) -> None:
    assert judged(ordered, asked) == expected


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_known_windows_close_at_their_second(vector: dict[str, Any]) -> None:
    closes = dt.datetime.fromisoformat(vector["expected"]["window_closes"])
    told = [judged(vector["order"], (closes - dt.timedelta(seconds=early)).isoformat()) for early in (1, 0)]
    assert told == ["closing-soon", "closed-by-time"]


@pytest.mark.parametrize(
    ("ordered", "asked", "expected"),
    [
        ("2026-03-02T16:30:00+01:00", "2026-03-03T10:29", "closing-soon"),
        ("2026-03-02T16:30:00+01:00", "2026-03-03T10:30", "closed-by-time"),
        ("2026-03-02 15:30:00 +0000", "2026-03-03T15:29:59Z", "closing-soon"),
        ("2026-03-02T10:30", "2026-03-04T00:30:00+09:00", "closed-by-time"),
        ("2026-03-02T10:30", "2026-03-04T00:29:00+09:00", "closing-soon"),
    ],
)
def test_moments_of_another_zone_are_the_same_moments(ordered: str, asked: str, expected: str) -> None:
    assert judged(ordered, asked) == expected


@given(
    st.sampled_from(CHANGES_OF_CLOCKS), st.integers(-30 * 60, 30 * 60), st.integers(0, 25 * 60), st.sampled_from(ZONES)
)
def test_only_the_time_that_has_passed_decides(change: dt.datetime, away: int, minutes: int, zone: dt.tzinfo) -> None:
    ordered = (change + dt.timedelta(minutes=away)).astimezone(zone)
    asked = ordered + dt.timedelta(minutes=minutes)
    expected = "open" if minutes < 20 * 60 else "closing-soon" if minutes < 24 * 60 else "closed-by-time"
    assert judged(ordered.isoformat(), asked.isoformat()) == expected


@pytest.mark.parametrize(
    ("asked", "stage", "words"),
    [
        ("2026-03-02T12:00", "design", "Open until Tuesday, March 3, 10:30 AM."),
        ("2026-03-03T07:10", "design", "Open, closing soon: 3 hours 20 minutes left when they asked."),
        ("2026-03-03T12:00", "design", "Closed by time since Tuesday, March 3, 10:30 AM."),
        ("2026-03-02T12:00", "production", "Closed by production."),
        ("2026-03-02T12:00", "unknown", "Ask the workshop: inside the 24 hours, stage not known."),
    ],
)
def test_the_agent_reads_until_when(asked: str, stage: str, words: str) -> None:
    assert said(CHANGE_WINDOW, situation(now=asked, order_date=ORDERED, stage=stage)).startswith(words)


@pytest.mark.parametrize("change", ["personalization", "options", "address"])
@pytest.mark.parametrize("stage", ALL_STAGES)
@pytest.mark.parametrize("until", ["window", "shipped", "never"])
def test_every_verdict_is_made_of_whole_sentences(tmp_path: Path, change: str, stage: str, until: str) -> None:
    store = store_with(tmp_path, {f"may_change.{change}": f'"{until}"'})
    for now in ("2026-03-02T12:00", "2026-03-03T09:00", LATER):
        for ordered in (ORDERED, "2026-03-02", None):
            asked = situation(store, now=now, order_date=ordered, stage=stage, change=change)
            assert whole_sentences(CHANGE_WINDOW, asked), (now, ordered)


def test_the_verdict_leads_to_the_policy_it_rests_on() -> None:
    found = CHANGE_WINDOW.verdict(situation(), WORDS)
    assert found is not None
    assert found.rests_on[0][1] == "policy/#change-window"
