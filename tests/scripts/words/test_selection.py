"""Which templates a case selects, and which values a store can meet at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.scripts.case_samples import SAMPLE, WORDS, template
from tests.scripts.facts_samples import store_with
from words.catalogue import KnownCondition
from words.selection import possible, selected

if TYPE_CHECKING:
    from pathlib import Path

OPEN = template("open", "Open", {"window": ["open"]})
CLOSED_HERE = template("closed-us", "Closed", {"window": ["closed", "over"], "region": ["us"]})
ANY = template("any", "Any", {})


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ({"window": "open", "region": "us"}, ["open", "any"]),
        ({"window": "open"}, ["open", "any"]),  # the region is left out: any will do
        ({"window": "closed", "region": "us"}, ["closed-us", "any"]),
        ({"window": "over", "region": "us"}, ["closed-us", "any"]),
        ({"window": "closed", "region": "eu"}, ["any"]),
        ({"window": "closed"}, ["any"]),  # a condition that nobody knows is not met
        ({}, ["any"]),
    ],
)
def test_a_template_is_selected_when_all_its_conditions_are_met(case: dict[str, str], expected: list[str]) -> None:
    assert [found.id for found in selected([OPEN, CLOSED_HERE, ANY], case)] == expected


@pytest.mark.parametrize(
    ("changes", "condition", "expected"),
    [
        ({}, "rush", ["offered", "not-offered"]),
        ({"rush.offered": "false"}, "rush", ["not-offered"]),
        ({}, "region", ["us", "eu"]),
        ({"place.regions": '["eu", "us"]'}, "region", ["us", "eu"]),  # in the order of the vocabulary
        ({"place.regions": '["us"]'}, "region", ["us"]),
        ({"place.regions": '["au"]', "rush.offered": "false"}, "region", []),
        ({}, "photos", ["not-yet", "received"]),
    ],
    ids=str,
)
def test_only_what_the_store_can_meet_is_possible(
    tmp_path: Path, changes: dict[str, str], condition: str, expected: list[str]
) -> None:
    assert possible(WORDS.conditions, store_with(tmp_path, changes))[condition] == expected


@pytest.mark.parametrize(
    "rests_on", [{"needs": {"yes": "rush.offerd"}, "among": None}, {"needs": {}, "among": "place.region"}], ids=str
)
def test_a_condition_on_a_fact_that_does_not_exist_is_refused(rests_on: dict[str, Any]) -> None:
    known = KnownCondition("?", {"yes": "Yes", "no": "No"}, unknown=None, **rests_on)
    with pytest.raises(LookupError, match=r"is not a store fact; see references/store\.toml$"):
        possible({"x": known}, SAMPLE)
