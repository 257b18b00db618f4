"""A product that may take longer than the law's own time is named: its time must be stated before the order."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from macros.rules.stated_time import notes
from tests.scripts.facts_samples import PLAIN_WEEKS, store_with

if TYPE_CHECKING:
    from pathlib import Path

SPRING = dt.date(2026, 3, 1)
# Every day is a working day, and every span of days is one figure: the days of an order are those written here and the
# one that it is placed too late for.
EVERY_DAY = '["mon", "tue", "wed", "thu", "fri", "sat", "sun"]'
PLAIN = {
    **PLAIN_WEEKS,
    **{f"calendars.{name}.days": EVERY_DAY for name in ("workshop", "dispatch", "carrier")},
    "production.range_percent": "0",
    "shipping.range_percent": "0",
    "shipping.days": "5",
}
PRODUCTS = ("pet-portrait", "home-sign", "leather-wallet", "linen-dress")
QUICK = {f"products.{name}.production_days": "1" for name in PRODUCTS}


@pytest.mark.parametrize(
    ("region", "days", "named"),
    [
        ("us", 29, False),  # 29 days and the next day it counts as: 30 to hand it over (16 CFR 435.2(a)(1))
        ("us", 30, True),
        ("eu", 24, False),  # and 5 with the carrier: 30 to deliver it (Directive 2011/83, article 18)
        ("eu", 25, True),
        ("uk", 24, False),  # Consumer Rights Act 2015, s. 28(3)
        ("uk", 25, True),
        ("au", 300, False),  # no number of days read
        ("ca", 300, False),
    ],
)
def test_thirty_days_are_fine_and_one_more_is_named(tmp_path: Path, region: str, days: int, named: bool) -> None:
    facts = {
        **PLAIN,
        **QUICK,
        "place.regions": f'["{region}"]',
        "products.engraved-necklace.production_days": str(days),
    }
    found = [*notes(store_with(tmp_path, facts), SPRING)]
    assert [" products.engraved-necklace: " in line for line in found] == [True] * named


def test_a_line_says_the_day_the_days_and_what_to_do(tmp_path: Path) -> None:
    facts = {**PLAIN, **QUICK, "products.engraved-necklace.production_days": "25", "place.regions": '["eu", "uk"]'}
    (line,) = notes(store_with(tmp_path, facts), SPRING)
    assert line == (
        "references/store.toml: products.engraved-necklace: ordered on 2026-03-01, it may take 31 days to arrive; "
        "the law of the European Union and the United Kingdom counts 30 where no time was stated before the order: "
        "name it on the product page"
    )


def test_closed_days_of_the_coming_year_count(tmp_path: Path) -> None:
    facts = {**PLAIN, **QUICK, "products.engraved-necklace.production_days": "24", "place.regions": '["eu"]'}
    closed = '[[closed]]\nfrom = 2026-08-03\nto = 2026-08-03\nreason = "Break"\ncalendars = ["workshop"]\n'
    assert [*notes(store_with(tmp_path, facts), SPRING)] == []
    assert len([*notes(store_with(tmp_path, facts, closed=closed), SPRING)]) == 1
