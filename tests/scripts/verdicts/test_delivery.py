"""Whether an order is on time, makes its day and can be rushed, as an agent is told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scripts.case_samples import said, situation, value, whole_sentences
from tests.scripts.facts_samples import store_with
from verdicts.delivery import NEEDED_BY, PROMISE, RUSH

if TYPE_CHECKING:
    from pathlib import Path

    from case.situation import Situation

# Ordered on Monday, March 2: 7 to 10 days in the workshop, handed over on March 11 to 16, delivered on March 18 to 25.
# With rush: 5 to 7 days in the workshop, delivered on March 16 to 20.
ORDERED = "2026-03-02"
RUSH_ORDER = "scenarios/rush-order"


def on(day: str, **facts: Any) -> Situation:
    """The order of March 2, answered at noon of a day such as 03-18 or 2027-01-04."""
    date = day if day.count("-") > 1 else f"2026-{day}"
    return situation(now=f"{date}T12:00", **{"order_date": ORDERED, **facts})


@pytest.mark.parametrize(
    ("today", "facts", "expected"),
    [
        ("03-04", {}, "on-time"),
        ("03-17", {}, "on-time"),
        ("03-18", {}, "due"),
        ("03-25", {}, "due"),
        ("03-26", {}, "late"),
        ("03-25", {"stage": "shipped"}, "due"),
        ("03-26", {"stage": "shipped"}, "late"),
        # Before the promise has passed: finished today, the piece would still arrive after March 25.
        ("03-11", {"stage": "design"}, "on-time"),
        ("03-12", {"stage": "design"}, "late"),
        ("03-17", {"stage": "production"}, "on-time"),
        ("03-18", {"stage": "production"}, "late"),
        ("03-18", {"stage": "quality-check"}, "late"),
        # Where the law counts to the hand-over, by March 16, that day decides.
        ("03-16", {"stage": "production", "region": "us"}, "on-time"),
        ("03-17", {"stage": "production", "region": "us"}, "late"),
        ("03-17", {"stage": "production", "region": "uk"}, "on-time"),
        ("03-17", {"region": "us"}, "on-time"),
        ("03-18", {"stage": "unknown"}, "due"),
        ("03-27", {"delivered": "2026-03-25"}, "arrived-in-time"),
        ("03-27", {"delivered": "2026-03-26"}, "arrived-late"),
        # What was told first counts, not what would be reckoned.
        ("03-13", {"promise": "2026-03-10..2026-03-12", "stage": "shipped"}, "late"),
        ("03-27", {"promise": "2026-04-01..2026-04-08", "stage": "shipped"}, "on-time"),
        ("03-27", {"promise": "2026-04-01..2026-04-08", "order_date": None}, "on-time"),
        ("03-27", {"promise": "2026-03-27"}, "due"),
        # The piece and its speed have lead times of their own.
        ("03-26", {"product": "pet-portrait"}, "due"),
        ("03-21", {"rush": "yes"}, "late"),
        ("03-04", {"order_date": None}, None),
    ],
)
def test_an_order_is_held_to_its_first_promise(today: str, facts: dict[str, Any], expected: str | None) -> None:
    assert value(PROMISE, on(today, **facts)) == expected


@pytest.mark.parametrize(
    ("ordered", "today", "expected"),
    [
        ("2026-03-02T13:59", "03-25", "due"),
        ("2026-03-02T13:59", "03-26", "late"),
        ("2026-03-02T14:00", "03-26", "due"),  # the cut-off: it counts as Tuesday's
        ("2026-03-02T14:00", "03-27", "late"),
        ("2026-03-03T03:59+09:00", "03-26", "late"),  # Monday, 13:59 in New York
    ],
)
def test_an_order_after_the_cut_off_has_a_day_more(ordered: str, today: str, expected: str) -> None:
    assert value(PROMISE, on(today, order_date=ordered)) == expected


def test_an_answer_at_night_is_judged_by_the_stores_own_day() -> None:
    late_evening, next_morning = "2026-03-26T03:59:59Z", "2026-03-26T04:00:00Z"  # midnight in New York
    told = [value(PROMISE, situation(now=now, order_date=ORDERED)) for now in (late_evening, next_morning)]
    assert told == ["due", "late"]


@pytest.mark.parametrize(
    ("today", "needed_by", "stage", "expected"),
    [
        ("03-04", "2026-03-26", "design", "fits"),
        ("03-04", "2026-03-25", "design", "fits"),  # the last day of the window
        ("03-04", "2026-03-24", "design", "tight"),
        ("03-04", "2026-03-18", "design", "tight"),  # the first
        ("03-04", "2026-03-17", "design", "does-not-fit"),
        ("03-20", "2026-03-20", "shipped", "tight"),
        ("03-23", "2026-03-20", "shipped", "does-not-fit"),  # the day has passed, and nothing has arrived
        # In production on March 18 the order is late: delivery moves to April 1 to 7.
        ("03-18", "2026-04-07", "production", "fits"),
        ("03-18", "2026-04-06", "production", "tight"),
        ("03-18", "2026-04-01", "production", "tight"),
        ("03-18", "2026-03-31", "production", "we-are-late"),
        ("03-18", "2026-03-25", "production", "we-are-late"),
        ("03-18", "2026-03-24", "production", "we-are-late"),  # no late order is told that it is on time
        # A late parcel: only the carrier can name its day.
        ("03-27", "2026-03-26", "shipped", "we-are-late"),
        ("03-27", "2026-03-27", "shipped", "tight"),
        ("03-27", "2026-05-29", "shipped", "tight"),
    ],
)
def test_the_day_they_need_it_is_held_against_the_window_to_tell_today(
    today: str, needed_by: str, stage: str, expected: str
) -> None:
    assert value(NEEDED_BY, on(today, needed_by=needed_by, stage=stage)) == expected


@pytest.mark.parametrize(
    "facts",
    [
        {"needed_by": None},
        {"needed_by": "2026-03-20", "order_date": None},
        {"needed_by": "2026-03-20", "delivered": "2026-03-19"},
    ],
)
def test_no_day_is_judged_that_nobody_named_or_that_is_met(facts: dict[str, Any]) -> None:
    assert value(NEEDED_BY, on("03-19", **facts)) is None


@given(st.integers(0, 60), st.integers(0, 80), st.sampled_from(("design", "production", "quality-check", "shipped")))
def test_no_day_that_has_passed_can_still_be_met(today: int, before: int, stage: str) -> None:
    now = dt.date(2026, 3, 3) + dt.timedelta(days=today)
    needed_by = max(dt.date(2026, 3, 2), now - dt.timedelta(days=before + 1))
    told = value(NEEDED_BY, on(str(now), needed_by=str(needed_by), stage=stage))
    assert told in ("does-not-fit", "we-are-late")


@given(st.integers(0, 60), st.integers(0, 80), st.sampled_from(("design", "production", "quality-check", "shipped")))
def test_a_late_order_is_never_told_that_it_is_on_time(today: int, ahead: int, stage: str) -> None:
    now = dt.date(2026, 3, 3) + dt.timedelta(days=today)
    asked = on(str(now), needed_by=str(now + dt.timedelta(days=ahead)), stage=stage)
    assert not (asked.is_late and value(NEEDED_BY, asked) == "does-not-fit")


@pytest.mark.parametrize(
    ("today", "facts", "expected"),
    [
        ("03-02", {"needed_by": "2026-03-20"}, "offered"),  # the last day with rush
        ("03-02", {"needed_by": "2026-03-19"}, "cannot-make-date"),
        ("03-10", {"needed_by": "2026-03-20"}, "cannot-make-date"),  # rush begins today, not at the order
        ("03-10", {"needed_by": "2026-04-20", "stage": "production"}, "offered"),
        ("03-10", {"needed_by": "2026-04-20", "stage": "quality-check"}, "not-offered"),
        ("03-12", {"needed_by": "2026-04-20", "stage": "shipped"}, "not-offered"),
        ("03-12", {"needed_by": "2026-04-20", "tracking": "1Z999"}, "not-offered"),
        ("03-12", {"needed_by": "2026-04-20", "order_date": None}, "offered"),
        # What is already with the carrier needs no order date to be told so.
        ("03-12", {"needed_by": "2026-04-20", "order_date": None, "stage": "shipped"}, "not-offered"),
        ("03-12", {"needed_by": "2026-04-20", "order_date": None, "stage": "quality-check"}, "not-offered"),
        ("03-12", {}, None),
        ("03-19", {"needed_by": "2026-03-20", "delivered": "2026-03-19"}, None),
    ],
)
def test_rush_is_offered_where_it_still_helps(today: str, facts: dict[str, Any], expected: str | None) -> None:
    assert value(RUSH, on(today, **facts)) == expected


def test_who_asks_for_rush_without_a_day_is_offered_it() -> None:
    asked = situation(now="2026-03-02T12:00", concern=RUSH_ORDER, order_date=ORDERED)
    assert value(RUSH, asked) == "offered"
    assert "with rush the last day is Friday, March 20" in said(RUSH, asked)


def test_a_store_without_rush_offers_none(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"rush.offered": "false", "rush.surcharge": '""'})
    asked = situation(store, now="2026-03-02T12:00", order_date=ORDERED, needed_by="2026-03-20")
    assert value(RUSH, asked) == "not-offered"


def test_the_surcharge_is_the_stores(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"rush.surcharge": '"$40"'})
    asked = situation(store, now="2026-03-02T12:00", order_date=ORDERED, needed_by="2026-03-20")
    assert said(RUSH, asked).startswith("Offered, for $40: ")


@pytest.mark.parametrize(
    ("today", "facts", "words"),
    [
        ("03-04", {}, "On time: Wednesday, March 18 – Wednesday, March 25."),
        ("03-20", {}, "Due now: the window runs until Wednesday, March 25."),
        ("03-27", {}, "Late: the last day of the first promise was Wednesday, March 25."),
        (
            "03-18",
            {"stage": "production"},
            "Will be late: from the stage it is in, it cannot arrive before Wednesday, April 1 – Tuesday, April 7.",
        ),
        ("03-27", {"delivered": "2026-03-26"}, "Arrived late, on Thursday, March 26."),
    ],
)
def test_the_agent_reads_the_days(today: str, facts: dict[str, Any], words: str) -> None:
    assert said(PROMISE, on(today, **facts)).startswith(words)


def test_the_days_to_tell_begin_today() -> None:
    told = said(NEEDED_BY, on("03-23", needed_by="2026-03-24", stage="shipped"))
    assert "The delivery window is Monday, March 23 – Wednesday, March 25" in told


@pytest.mark.parametrize("table", [PROMISE, NEEDED_BY, RUSH], ids=lambda table: table.id)
@pytest.mark.parametrize("stage", ["design", "production", "quality-check", "shipped", "unknown"])
@pytest.mark.parametrize("ordered", [ORDERED, None])
def test_every_verdict_on_time_is_made_of_whole_sentences(table: Any, stage: str, ordered: str | None) -> None:
    for day in ("03-02", "03-20", "03-27", "04-27"):
        for promise in (None, "2026-03-18..2026-03-25"):
            asked = on(day, order_date=ordered, stage=stage, promise=promise, needed_by="2026-03-24", region="us")
            assert whole_sentences(table, asked), (day, promise)
