"""The law where customers live bounds what a store may promise: each limit on both of its sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facts.regions import regions
from facts.store import FactsError, load_store
from tests.scripts.facts_samples import write_facts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("served", "key", "lawful", "unlawful"),
    [
        (["us", "eu"], "cancellation.refund_days", 7, 8),  # 16 CFR 435.1(b)
        (["us"], "cancellation.refund_days", 7, 8),
        (["eu"], "cancellation.refund_days", 10, 11),  # fourteen calendar days
        (["uk"], "cancellation.refund_days", 10, 11),
        (["au"], "cancellation.refund_days", 10, 11),
        (["ca"], "cancellation.refund_days", 10, 11),
        (["eu"], "returns.withdrawal_days", 14, 13),  # directive 2011/83, article 9
        (["uk"], "returns.withdrawal_days", 14, 13),
        (["eu"], "returns.preset_days", 14, 13),
    ],
    ids=str,
)
def test_a_store_promises_no_less_than_the_law(
    tmp_path: Path, served: list[str], key: str, lawful: int, unlawful: int
) -> None:
    where = {"place.regions": str(served).replace("'", '"')}
    assert load_store(write_facts(tmp_path, {**where, key: str(lawful)})).place.regions == tuple(served)
    with pytest.raises(FactsError) as refused:
        load_store(write_facts(tmp_path, {**where, key: str(unlawful)}))
    assert f"{key} = {unlawful}: expected at " in str(refused.value)


@pytest.mark.parametrize("served", [["eu"], ["uk"], ["us", "eu"]], ids=str)
def test_a_store_has_a_form_to_withdraw_where_the_law_gives_the_right(tmp_path: Path, served: list[str]) -> None:
    where = {"place.regions": str(served).replace("'", '"'), "returns.withdrawal_url": '""'}
    with pytest.raises(FactsError) as refused:
        load_store(write_facts(tmp_path, where))
    (line,) = str(refused.value).splitlines()
    assert 'returns.withdrawal_url = "": expected the https address of your online withdrawal form' in line


def test_where_no_law_lets_them_withdraw_the_days_are_the_stores(tmp_path: Path) -> None:
    facts = {"place.regions": '["us"]', "returns.withdrawal_days": "1", "returns.preset_days": "0"}
    facts["returns.withdrawal_url"] = '""'
    assert load_store(write_facts(tmp_path, facts)).returns.preset_days == 0


@pytest.mark.parametrize(("country", "home"), [("US", "us"), ("GB", "uk"), ("AU", "au"), ("CA", "ca"), ("DE", "eu")])
def test_a_store_is_at_home_in_one_region(tmp_path: Path, country: str, home: str) -> None:
    calendars = {f"calendars.{name}.public_holidays": "false" for name in ("workshop", "dispatch", "carrier")}
    assert load_store(write_facts(tmp_path, {**calendars, "place.country": f'"{country}"'})).place.home == home


@pytest.mark.parametrize("name", sorted(regions()))
def test_what_stands_behind_a_claim_is_a_whole_sentence(name: str) -> None:
    said = regions()[name].says_of_faults
    assert said.endswith(".")
    assert not {"{", "}", "None"} & {*said.replace(",", " ").split()}


def test_countries_that_give_more_are_named() -> None:
    said = regions()["eu"].says_of_faults
    assert (
        "at least 2 years, in some countries more (Spain 3, Portugal 3, Sweden 3); a repair adds 12 months once" in said
    )
