from __future__ import annotations

import datetime as dt
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from facts.store import load_store
from macros import paths
from macros.write.holidays import OUT, WITHOUT, main, public_holidays
from tests.built import ROOT
from tests.scripts.facts_samples import DATA, write_facts

if TYPE_CHECKING:
    from pathlib import Path

CODES = "write a two-letter ISO code such as US, GB or DE"
VECTORS = json.loads((DATA / "date-vectors.json").read_text(encoding="utf-8"))["holiday"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_known_holidays_are_found_even_when_observed_in_the_year_before(vector: dict[str, str]) -> None:
    day = dt.date.fromisoformat(vector["date"])
    country, _, subdivision = vector["region"].partition("-")
    assert day in public_holidays(country, subdivision, day.year, day.year)


def test_years_from_the_last_to_the_one_after_next_are_written(tmp_path: Path) -> None:
    path = write_facts(tmp_path, {"place.country": '"DE"', "place.subdivision": '"BY"'}, holidays=None)
    assert main(["DE", "BY", "--year", "2026", "--out", str(tmp_path / "holidays.toml")]) == 0
    holidays = load_store(path).holidays
    assert holidays is not None
    assert (holidays.country, holidays.subdivision) == ("DE", "BY")
    assert (holidays.first_year, holidays.last_year) == (2025, 2028)
    assert {day.year for day in holidays.days} == {2025, 2026, 2027, 2028}
    assert holidays.days[dt.date(2026, 1, 6)] == "Epiphany"


def test_the_file_is_written_where_the_facts_are_read() -> None:
    assert OUT == paths.FACTS / "holidays.toml"
    assert OUT.exists()


def test_a_name_with_quotes_survives_the_file(tmp_path: Path) -> None:
    path = write_facts(tmp_path)
    shutil.copy(path.with_name("holidays.toml"), tmp_path / "before.toml")
    assert main(["US", "--year", "2026", "--out", str(tmp_path / "holidays.toml")]) == 0
    store = load_store(path)
    assert store.holidays is not None
    assert store.holidays.days[dt.date(2026, 1, 1)] == "New Year's Day"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["XX"], f"write_holidays: unknown country 'XX': {CODES}"),
        *((code, f"write_holidays: unknown country {code[0]!r}: {CODES}") for code in (["UK"], ["USA"], ["us"], [""])),
        (["BV"], f"write_holidays: no public holidays are known of BV: {WITHOUT}"),
        (["GB", "ZZ"], "write_holidays: unknown subdivision 'ZZ' of GB: write one of ENG, NIR, SCT, WLS"),
    ],
)
def test_an_unknown_place_is_one_line(
    arguments: list[str], problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "holidays.toml"
    assert main([*arguments, "--out", str(out)]) == 2
    assert capsys.readouterr().err == f"{problem}\n"
    assert not out.exists()


def test_the_file_is_the_one_that_the_facts_are_read_with() -> None:
    assert OUT == ROOT / "references/holidays.toml"
    assert OUT.exists()


def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["US", "--out", str(tmp_path / "nowhere" / "holidays.toml")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
