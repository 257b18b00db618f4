from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from eta.estimate import MILESTONES, estimate
from eta.order import Order
from eta.report import as_data, notes, rush_would_fit, skipped_days
from eta.table import as_text
from tests.scripts.facts_samples import store_with

if TYPE_CHECKING:
    from pathlib import Path

    from facts.schema import Store

SUNDAY = dt.date(2026, 3, 1)
TIGHT = "it is tight. The earliest delivery makes it, the latest does not."
TOO_LATE = "it does not fit. Even the earliest delivery comes later."


def reasons(store: Store, order: Order, *closed: tuple[dt.date, dt.date]) -> list[tuple[str, str, str]]:
    found = estimate(store, order, closed)
    return [(str(day), calendar, reason) for day, calendar, reason in skipped_days(store, found, closed)]


def test_every_skipped_day_has_its_calendar_and_reason(store: Store) -> None:
    assert reasons(store, Order(SUNDAY, None, 5, 1)) == [
        ("2026-03-01", "workshop", "Sunday"),
        ("2026-03-07", "workshop", "Saturday"),
        ("2026-03-08", "workshop", "Sunday"),
    ]


def test_holidays_and_closed_days_say_their_names(store: Store) -> None:
    found = reasons(store, Order(dt.date(2026, 12, 22), None, 2, 4))
    assert ("2026-12-24", "workshop", "Christmas Eve") in found
    assert ("2026-12-25", "workshop", "Christmas Day") in found
    assert ("2027-01-01", "carrier", "New Year's Day") in found
    assert ("2026-12-25", "carrier", "Christmas Day") not in found  # nothing was on its way that day


def test_a_further_closed_day_says_so(store: Store) -> None:
    closed = (dt.date(2026, 3, 4), dt.date(2026, 3, 4))
    assert ("2026-03-04", "workshop", "Closed for this estimate") in reasons(store, Order(SUNDAY), closed)


def test_a_parcel_that_waits_for_the_dispatch_desk_says_why(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"calendars.dispatch.days": '["tue"]', "production.range_percent": "0"})
    days = [day for day in reasons(store, Order(dt.date(2026, 3, 2), None, 3, 1)) if day[1] == "dispatch"]
    assert [day for day, *_ in days] == ["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09"]


def test_the_skipped_days_are_exactly_those_that_moved_the_latest_date(store: Store) -> None:
    found = estimate(store, Order(dt.date(2026, 12, 18), "pet-portrait"))
    complete = found.milestone("production-complete").latest
    skipped = [day for day in skipped_days(store, found) if day.calendar == "workshop"]
    assert (complete - found.order_date).days - len(skipped) == found.production_days.latest_days


def test_the_data_has_the_agreed_shape(store: Store) -> None:
    order = Order(SUNDAY, "engraved-necklace", 7, 5, rush=True, needed_by=dt.date(2026, 3, 17))
    data: dict[str, Any] = as_data(store, estimate(store, order))
    assert list(data) == [
        "order_date",
        "product",
        "rush",
        "production_days",
        "shipping_days",
        "milestones",
        "count_on_it_by",
        "needed_by",
        "skipped",
        "notes",
    ]
    assert [step["id"] for step in data["milestones"]] == list(MILESTONES)
    assert data["milestones"][6] == {"id": "delivered", "earliest": "2026-03-16", "latest": "2026-03-20"}
    assert (data["production_days"], data["shipping_days"]) == ([5, 7], [5, 7])
    assert data["needed_by"] == {"date": "2026-03-17", "verdict": "tight", "rush_would_fit": None}
    assert data["skipped"][0] == {"date": "2026-03-01", "calendar": "workshop", "reason": "Sunday"}


def test_what_was_not_asked_is_not_in_the_data(store: Store) -> None:
    assert not {"product", "needed_by"} & set(as_data(store, estimate(store, Order(SUNDAY))))


@pytest.mark.parametrize(
    ("needed_by", "rush", "would"),
    [
        ("2026-03-25", False, None),  # it fits anyway
        ("2026-03-20", False, True),
        ("2026-03-19", False, False),
        ("2026-03-19", True, None),  # it is a rush order already
    ],
)
def test_rush_is_tried_for_an_order_that_does_not_fit(
    store: Store, needed_by: str, rush: bool, would: bool | None
) -> None:
    order = Order(SUNDAY, rush=rush, needed_by=dt.date.fromisoformat(needed_by))
    assert rush_would_fit(store, estimate(store, order)) is would


def test_rush_is_no_help_where_it_is_not_offered(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"rush.offered": "false"})
    assert rush_would_fit(store, estimate(store, Order(SUNDAY, needed_by=SUNDAY))) is None


def test_a_rush_order_carries_a_note_about_the_surcharge(store: Store) -> None:
    assert notes(store, estimate(store, Order(SUNDAY, rush=True))) == [
        "Rush: 5 working days in the workshop instead of 7, for a surcharge of $25. The carrier is not faster."
    ]


def test_a_late_order_carries_a_note_about_the_cut_off(store: Store) -> None:
    ordered = dt.datetime(2026, 3, 3, 15)  # noqa: DTZ001 - a wall clock
    assert notes(store, estimate(store, Order(ordered))) == [
        "The order came at or after the 2:00 PM cut-off, so it counts as an order of Wednesday, March 4."
    ]


@pytest.mark.parametrize(
    ("needed_by", "said"),
    [
        ("2026-03-25", "Needed by Wednesday, March 25: it fits, even on the latest day."),
        (
            "2026-03-20",
            f"Needed by Friday, March 20: {TIGHT} With rush (a surcharge of $25) it would fit.",
        ),
        (
            "2026-03-10",
            f"Needed by Tuesday, March 10: {TOO_LATE} Rush would not make it safe either.",
        ),
    ],
)
def test_a_needed_by_date_carries_a_note(store: Store, needed_by: str, said: str) -> None:
    order = Order(SUNDAY, needed_by=dt.date.fromisoformat(needed_by))
    assert notes(store, estimate(store, order)) == [said]


def test_the_table_is_warm_and_shows_ranges(store: Store) -> None:
    assert (
        as_text(store, estimate(store, Order(SUNDAY, "engraved-necklace")))
        == """\
Order of Sunday, March 1, 2026 for one engraved necklace: \
7 to 10 working days in the workshop, then 5 to 7 working days with the carrier.

  Order confirmed         Sunday, March 1
  Production started      about Tuesday, March 3
  Design complete         Wednesday, March 4 – Thursday, March 5
  Production complete     Wednesday, March 11 – Monday, March 16
  Quality check complete  Wednesday, March 11 – Monday, March 16
  Shipped                 Wednesday, March 11 – Monday, March 16
  Delivered               Wednesday, March 18 – Wednesday, March 25
  Delivery follow-up      Friday, March 20 – Friday, March 27

  Count on it by          Wednesday, March 25
"""
    )


def test_the_table_explains_the_days_that_do_not_count(store: Store) -> None:
    text = as_text(store, estimate(store, Order(dt.date(2026, 12, 22))), explain=True)
    assert "  Friday, January 1, 2027       workshop    New Year's Day\n" in text
    assert "  Thursday, December 24         workshop    Christmas Eve\n" in text


def test_the_table_follows_the_date_style_of_the_store(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"place.date_style": '"day-month"'})
    text = as_text(store, estimate(store, Order(SUNDAY)))
    assert text.startswith("Order of Sunday 1 March 2026: ")
    assert "  Delivered               Wednesday 18 March – Wednesday 25 March\n" in text


def test_the_date_to_count_on_is_bold_in_a_terminal(store: Store) -> None:
    text = as_text(store, estimate(store, Order(SUNDAY)), bold=True)
    assert "\033[1mCount on it by          Wednesday, March 25\033[0m" in text
