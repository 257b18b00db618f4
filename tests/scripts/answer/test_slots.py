"""The blanks that a case fills: moments, days and money that a reply promises, each boundary on both of its sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from answer.slots import fact_for, slot_values
from dates.time_zones import zone_in_words
from tests.scripts.case_samples import SAMPLE, WORDS, situation
from tests.scripts.facts_samples import PLAIN_WEEKS, store_with

if TYPE_CHECKING:
    from pathlib import Path

BERLIN = {
    **PLAIN_WEEKS,
    "support_hours.public_holidays": "false",
    "place.country": '"DE"',
    "place.time_zone": '"Europe/Berlin"',
    "place.date_style": '"day-month"',
}


def received(store: Any = SAMPLE, /, **facts: Any) -> str | None:
    return slot_values(situation(store, now="2026-03-17T10:00", **facts), WORDS).get("withdrawal.received")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, None),  # the moment of answering is not the moment it came
        ({"region": "eu"}, None),
        ({"asked": "2026-03-16T21:05", "region": "eu"}, "Monday, March 16, 9:05 PM, New York time"),
        ({"asked": "2026-03-17T01:05:00Z", "region": "uk"}, "Monday, March 16, 9:05 PM, New York time"),
        ({"asked": "2025-12-31T09:00", "region": "eu"}, "Wednesday, December 31, 2025, 9:00 AM, New York time"),
        ({"asked": "2026-03-16T21:05"}, "Monday, March 16, 9:05 PM, New York time"),
        ({"asked": "2026-03-16T21:05", "region": "us"}, "Monday, March 16, 9:05 PM"),
    ],
    ids=str,
)
def test_a_withdrawal_is_confirmed_with_its_moment_on_our_clock(facts: dict[str, str], expected: str | None) -> None:
    assert received(**facts) == expected


@pytest.mark.parametrize(
    ("region", "expected"),
    [("eu", "Monday 16 March, 21:05"), ("uk", "Monday 16 March, 21:05, Berlin time")],
)
def test_the_clock_is_named_to_who_lives_elsewhere(tmp_path: Path, region: str, expected: str) -> None:
    assert received(store_with(tmp_path, BERLIN), region=region, asked="2026-03-16T21:05") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("America/New_York", "New York time"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_is_named_by_its_city(name: str, expected: str) -> None:
    assert zone_in_words(name) == expected


@pytest.mark.parametrize(("product", "expected"), [("home-sign", "50%"), ("linen-dress", "60%"), (None, "50%")])
def test_what_goes_back_at_least_is_the_products_own(product: str | None, expected: str) -> None:
    assert slot_values(situation(product=product), WORDS)["product.refund_percent"] == expected


def test_while_nobody_knows_the_piece_the_smallest_share_is_true(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"products.leather-wallet.refund_after_start_percent": "35"})
    assert slot_values(situation(store), WORDS)["product.refund_percent"] == "35%"
    assert slot_values(situation(store, product="home-sign"), WORDS)["product.refund_percent"] == "50%"


@pytest.mark.parametrize(
    ("slot", "facts", "expected"),
    [
        ("delay.delivery_window", {}, "order_date"),
        ("delay.delivery_window", {"order_date": "2026-03-02"}, None),  # not late: the agent names the new window
        ("rush.count_on_it_by", {"stage": "design"}, "order_date"),
        ("eta.delivery_window", {}, "order_date"),
        ("eta.delivery_window", {"order_date": "2026-01-05", "stage": "shipped"}, None),  # only the carrier can name it
        ("window.closes", {"order_date": "2026-03-02"}, "order_date"),  # its time is missing
        ("order.stage", {"stage": "unknown"}, "stage"),
        ("tracking.link", {}, "tracking"),
        ("tracking.link", {"tracking": "1Z999"}, "carrier"),
        ("delay.reason", {}, None),
        ("reply.by", {}, None),
    ],
    ids=str,
)
def test_a_blank_names_the_fact_that_it_waits_for(slot: str, facts: dict[str, str], expected: str | None) -> None:
    judged = situation(**facts)
    assert slot not in slot_values(judged, WORDS) or slot == "reply.by"
    assert fact_for(slot, judged) == expected


# Ordered on Monday, March 2: delivered on March 18 to 25.
TOLD = "Wednesday, March 18 – Wednesday, March 25"


def slot(name: str, now: str, store: Any = SAMPLE, /, **facts: Any) -> str | None:
    return slot_values(situation(store, now=now, **facts), WORDS).get(name)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-17T10:00:00", "today, 2:00 PM"),  # four business hours later, and on a half hour
        ("2026-03-17T10:00:01", "today, 2:30 PM"),
        ("2026-03-17T10:14", "today, 2:30 PM"),
        ("2026-03-17T10:15", "today, 2:30 PM"),
        ("2026-03-17T10:29:59", "today, 2:30 PM"),
        ("2026-03-17T10:30", "today, 2:30 PM"),
        ("2026-03-17T10:31", "today, 3:00 PM"),
        ("2026-03-17T13:00", "today, 5:00 PM"),
        ("2026-03-17T13:01", "tomorrow, 9:30 AM"),
        ("2026-03-19T17:00", "tomorrow, 1:00 PM"),
        ("2026-03-20T13:01", "Monday, March 23, 9:30 AM"),
        ("2028-12-29T16:00", None),  # no holidays are known any more
    ],
)
def test_we_write_again_on_the_next_half_hour(now: str, expected: str | None) -> None:
    assert slot("reply.by", now) == expected


@pytest.mark.parametrize(
    ("name", "today", "expected"),
    [
        ("eta.delivery_window", "2026-03-17", TOLD),
        ("eta.delivery_window", "2026-03-18", TOLD),
        ("eta.delivery_window", "2026-03-19", "Thursday, March 19 – Wednesday, March 25"),
        ("eta.delivery_window", "2026-03-24", "Tuesday, March 24 – Wednesday, March 25"),
        ("eta.delivery_window", "2026-03-25", TOLD),  # never one bare day
        ("eta.delivery_window", "2026-03-26", None),
        ("eta.count_on_it_by", "2026-03-25", "Wednesday, March 25"),
        ("eta.count_on_it_by", "2026-03-26", None),
    ],
)
def test_days_are_told_up_to_the_last_one_and_not_after(name: str, today: str, expected: str | None) -> None:
    assert slot(name, f"{today}T12:00", order_date="2026-03-02", stage="shipped") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # A remake has rush: 5 to 7 days instead of 7 to 10, and 5 to 7 with the carrier.
        ("remake.delivery_window", "Wednesday, March 18 – Tuesday, March 24"),
        # A parcel is packed once more in 1 to 2 days.
        ("reship.delivery_window", "Thursday, March 12 – Tuesday, March 17"),
    ],
)
def test_what_begins_today_has_its_own_days(name: str, expected: str) -> None:
    assert slot(name, "2026-03-04T10:00") == expected


@pytest.mark.parametrize(("free", "expected"), [("true", "free of charge"), ("false", None)])
def test_sending_again_is_free_only_where_the_store_says_so(tmp_path: Path, free: str, expected: str | None) -> None:
    store = store_with(tmp_path, {"shipping.free_reship": free})
    assert slot("reship.cost", "2026-03-04T10:00", store) == expected


@pytest.mark.parametrize(
    ("today", "facts", "expected"),
    [
        ("2026-03-16", {"stage": "design"}, None),  # the last day of the promised hand-over
        ("2026-03-17", {"stage": "design"}, "by Wednesday, March 25"),
        ("2026-03-25", {"stage": "design"}, "today"),
        ("2026-03-26", {"stage": "unknown"}, "today, although it was due by Wednesday, March 25"),
        ("2026-03-26", {"stage": "shipped"}, None),  # it has left us: the order stands
        ("2026-03-26", {"delivered": "2026-03-26"}, None),
        ("2026-03-26", {"stage": "design", "notices": 1}, None),
        ("2026-03-26", {"stage": "design", "region": "eu"}, None),
    ],
    ids=str,
)
def test_a_refund_by_law_has_its_day_only_where_the_order_counts_as_canceled(
    today: str, facts: dict[str, Any], expected: str | None
) -> None:
    assert slot("refund.due", f"{today}T12:00", **{"order_date": "2026-03-02", "region": "us", **facts}) == expected
