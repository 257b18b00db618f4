"""Store facts as words may name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facts.lookup import look_up, value_of
from tests.scripts.case_samples import SAMPLE
from tests.scripts.facts_samples import store_with

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("change_window.hours", "24"),
        ("brand.name", "Hearth & Initial"),
        ("orders.cut_off", "2:00 PM"),
        ("production.latest_days", "10"),  # reckoned
        ("rush_production.days", "5"),
        ("products.pet-portrait.title", "custom pet portrait"),
        ("stages.quality_check", "1"),
    ],
)
def test_a_fact_is_named_by_its_path(path: str, said: str) -> None:
    assert look_up(SAMPLE, path) == said


def test_a_time_of_day_is_said_in_the_style_of_the_store(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"place.date_style": '"day-month"', "orders.cut_off": "14:05:00"})
    assert look_up(store, "orders.cut_off") == "14:05"


@pytest.mark.parametrize("path", ["rush", "products", "products.home-sign", "place.regions", "shipping.carriers"])
def test_a_whole_table_is_no_text(path: str) -> None:
    with pytest.raises(LookupError, match=rf"^store\.{path} is a table; name one value in it$"):
        look_up(SAMPLE, path)


@pytest.mark.parametrize(
    "path",
    [
        "rush.cut_percnt",
        "zzz",
        "",
        "rush.",
        ".rush",
        "change_window.hours.real",
        "orders.cut_off.hour",
        "brand.name.upper",
        "lead_time",
        "contradictions",
        "__class__",
        "rush.__dict__",
        "products._x",
        "products.unicorn",
        "place.regions.0",
    ],
)
def test_what_is_no_fact_is_refused(path: str) -> None:
    with pytest.raises(LookupError, match=r" is not a store fact; see references/store\.toml$"):
        look_up(SAMPLE, path)


def test_a_flag_and_a_list_can_be_asked_for() -> None:
    assert value_of(SAMPLE, "rush.offered") is True
    assert value_of(SAMPLE, "place.regions") == ("us", "eu", "uk", "au", "ca")
