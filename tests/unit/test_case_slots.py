"""The blanks that a case fills for a cancellation and a withdrawal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from answer.slots import fact_for, slot_values
from dates.time_zones import zone_in_words
from tests.unit.case_samples import SAMPLE, WORDS, situation
from tests.unit.facts_samples import PLAIN_WEEKS, store_with

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
        ("delay.delivery_window", {}, "ordered"),
        ("delay.delivery_window", {"ordered": "2026-03-02"}, None),  # not late: the agent names the new window
        ("rush.count_on_it_by", {"stage": "design"}, "ordered"),
        ("eta.delivery_window", {}, "ordered"),
        ("eta.delivery_window", {"ordered": "2026-01-05", "stage": "shipped"}, None),  # only the carrier can name it
        ("window.closes", {"ordered": "2026-03-02"}, "ordered"),  # its time is missing
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
