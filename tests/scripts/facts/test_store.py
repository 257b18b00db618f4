from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from facts.store import FactsError, load_store
from tests.scripts.facts_samples import FACTS, PLAIN_WEEKS, changed, store_with, write_facts

if TYPE_CHECKING:
    from facts.schema import Store

DAYS_OF_WEEK = "a list of at least one of mon, tue, wed, thu, fri, sat, sun, each once"
LAWFUL = "at least 14 (returns.withdrawal_days), the law where you serve European Union and United Kingdom"
REGIONS = "a list of at least one of us, eu, uk, au, ca, each once"
CALENDARS = "a list of at least one of workshop, dispatch, carrier, each once"
KNOWN_ZONE = 'a name of the time zone database, like "America/New_York"'
WITH_PATH = "an address that begins with https:// and holds {path}, or nothing"
# A key, a bad value for it, and what is expected instead.
WRONG = [
    ("brand.name", '""', "words on one line"),
    ("brand.signature", '"two\\nlines"', "words on one line"),
    ("brand.email", '"care"', "an email address like care@your-store.example"),
    ("brand.website", '"http://x.example"', "an address that begins with https://"),
    ("brand.edit_url", '"https://x.example"', WITH_PATH),
    ("place.time_zone", '"New York"', "a time zone like America/New_York"),
    ("place.time_zone", '"America/New_Yrok"', KNOWN_ZONE),
    ("place.time_zone", '"../etc/passwd"', "a time zone like America/New_York"),
    ("place.country", '"usa"', "a country of two capital letters, like US"),
    ("place.date_style", '"iso"', "one of month-day, day-month"),
    ("place.regions", '["us", "mars"]', REGIONS),
    ("support_hours.days", "[]", DAYS_OF_WEEK),
    ("support_hours.closes", "08:00:00", "a time after opens, 09:00:00"),
    ("calendars.workshop.days", '["mon", "mon"]', DAYS_OF_WEEK),
    ("calendars.carrier.public_holidays", '"yes"', "true or false"),
    ("closed.to", "2026-08-01", "2026-08-03 (from) or a later day"),
    ("closed.from", "2026-08-03 10:00:00", "a day like 2026-12-24"),
    ("closed.calendars", '["shop"]', CALENDARS),
    ("orders.cut_off", '"14:00"', "a time of day like 14:00:00"),
    ("production.days", "0", "a whole number from 1 to 365"),
    ("production.days", "true", "a whole number from 1 to 365"),
    ("production.range_percent", "-1", "a whole number from 0 to 200"),
    ("shipping.carriers", "[]", "an array of tables, [[…]]"),
    ("stages.quality-check", "0", "a whole number from 1 to 100"),
    ("rush.cut_percent", "140", "a whole number from 1 to 90"),
    ("rush.surcharge", '""', 'a price like "$25", because rush is offered'),
    ("change_window.hours", "24.5", "a whole number from 1 to 336"),
    ("may_change.address", '"later"', "one of window, shipped, never"),
    ("photos.keep_days", "0", "a whole number from 1 to 730"),
    ("photos.keep_days", "731", "a whole number from 1 to 730"),
    ("returns.withdrawal_days", "13", "at least 14, the law where you serve European Union and United Kingdom"),
    ("returns.preset_days", "10", LAWFUL),
    ("returns.withdrawal_url", '"http://x.example"', "an address that begins with https://, or nothing"),
    ("products.pet-portrait.production_days", "500", "a whole number from 1 to 365"),
    ("products.pet-portrait.refund_after_start_percent", "101", "a whole number from 0 to 100"),
]
# A key that is unknown, or missing where the value is None, and the problem in full.
UNKNOWN_OR_MISSING = [
    ("rush.cut_percnt", "40", 'rush.cut_percnt: unknown key, did you mean "cut_percent"?'),
    ("orders.zzz", "1", "orders.zzz: unknown key, expected one of: cut_off"),
    ("change_window.hours", None, "change_window.hours: missing, expected a whole number from 1 to 336"),
    ("loyalty.tool", None, "loyalty.tool: missing, expected words on one line"),
]


def refusal(path: Path) -> str:
    with pytest.raises(FactsError) as refused:
        load_store(path)
    return str(refused.value)


@pytest.mark.parametrize(("key", "value", "expected"), WRONG, ids=[f"{key}={value}" for key, value, _ in WRONG])
def test_a_wrong_value_is_refused_with_what_was_expected(tmp_path: Path, key: str, value: str, expected: str) -> None:
    path = write_facts(tmp_path, {key: value})
    if key == "shipping.carriers":  # the one value that is written as tables of its own
        head, _, rest = path.read_text(encoding="utf-8").partition("[[shipping.carriers]]")
        path.write_text(head + rest[rest.index("[stages]") :], encoding="utf-8")
    assert refusal(path) == f"{path}: {key.replace('closed.', 'closed[0].')} = {value}: expected {expected}"


@pytest.mark.parametrize(("key", "value", "problem"), UNKNOWN_OR_MISSING)
def test_an_unknown_or_missing_key_is_named(tmp_path: Path, key: str, value: str | None, problem: str) -> None:
    path = write_facts(tmp_path, {key: value})
    assert refusal(path) == f"{path}: {problem}"


def test_every_problem_is_reported_at_once(tmp_path: Path) -> None:
    changes = {
        "rush.cut_percent": "140",
        "brand.name": None,
        "support_hours.closes": "08:00:00",
        "place.country": '"FR"',
    }
    path = write_facts(tmp_path, changes)
    assert refusal(path).splitlines() == [
        f"{path}: brand.name: missing, expected words on one line",
        f"{path}: support_hours.closes = 08:00:00: expected a time after opens, 09:00:00",
        f"{path}: rush.cut_percent = 140: expected a whole number from 1 to 90",
        f'{path}: place.country = "FR": holidays.toml is for US: run `make holidays COUNTRY=FR`',
    ]


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    path = write_facts(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("[kpi]", "[kpis]"), encoding="utf-8")
    assert refusal(path).splitlines() == [
        f'{path}: kpis: unknown key, did you mean "kpi"?',
        f"{path}: kpi: missing, expected a table",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[brand", "not valid TOML: Expected ']' at the end of a table declaration (at end of document)"),
        ("brand = 3\nbrand = 4", "not valid TOML: Cannot overwrite a value (at end of document)"),
    ],
)
def test_wrong_syntax_is_one_line(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "store.toml"
    path.write_text(text, encoding="utf-8")
    assert refusal(path) == f"{path}: {problem}"


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    assert refusal(tmp_path / "store.toml") == f"{tmp_path / 'store.toml'}: no such file"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: cannot be read: Is a directory"


def test_another_encoding_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "store.toml"
    path.write_bytes(changed({"brand.name": '"Café"'}).encode("latin-1", "replace"))
    assert refusal(path) == f"{path}: not UTF-8 text: save it as UTF-8"


def test_a_table_is_not_a_number(tmp_path: Path) -> None:
    path = tmp_path / "store.toml"
    path.write_text("brand = 3\ncalendars = 4\nplace = 5\nproducts = 6\nclosed = 7", encoding="utf-8")
    lines = refusal(path).splitlines()
    assert f"{path}: brand = 3: expected a table" in lines
    assert f"{path}: closed = 7: expected an array of tables, [[…]]" in lines
    assert f"{path}: products = 6: expected at least one table with a name" in lines


def test_a_product_has_a_plain_name(tmp_path: Path) -> None:
    path = write_facts(tmp_path)
    text = path.read_text(encoding="utf-8").replace("[products.pet-portrait]", '[products."Pet Portrait"]')
    path.write_text(text, encoding="utf-8")
    assert refusal(path) == f"{path}: products.Pet Portrait: expected a name of a-z, 0-9 and -, like pet-portrait"


def test_a_carrier_is_named_once(tmp_path: Path) -> None:
    path = write_facts(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('"USPS"', '"UPS"'), encoding="utf-8")
    assert refusal(path).endswith(": expected each carrier once")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("last_year = 2028", "last_year = 2020", "last_year = 2020: expected 2025 or later"),
        ("2026-01-01 =", "2026-01-41 =", "days.2026-01-41: expected a day like 2026-01-01"),
        ("last_year = 2028", "", "last_year: missing, expected a whole number from 1900 to 2200"),
    ],
)
def test_wrong_holidays_are_refused(tmp_path: Path, old: str, new: str, problem: str) -> None:
    text = FACTS.with_name("holidays.toml").read_text(encoding="utf-8").replace(old, new)
    assert refusal(write_facts(tmp_path, holidays=text)) == f"{tmp_path / 'holidays.toml'}: {problem}"


def test_missing_holidays_name_the_command(tmp_path: Path) -> None:
    path = write_facts(tmp_path, {"place.subdivision": '"CA"'}, holidays=None)
    expected = f"{tmp_path / 'holidays.toml'}: no such file; run `make holidays COUNTRY=US SUBDIVISION=CA`"
    assert refusal(path) == expected


def test_holidays_of_another_subdivision_name_the_command(tmp_path: Path) -> None:
    path = write_facts(tmp_path, {"place.subdivision": '"CA"'})
    problem = 'place.subdivision = "CA": holidays.toml is for US: run `make holidays COUNTRY=US SUBDIVISION=CA`'
    assert refusal(path) == f"{path}: {problem}"


def test_a_store_without_public_holidays_needs_no_holidays(tmp_path: Path) -> None:
    assert load_store(write_facts(tmp_path, PLAIN_WEEKS, holidays=None)).holidays is None


def test_closed_days_may_be_left_out(tmp_path: Path) -> None:
    assert store_with(tmp_path).closed == ()


def test_facts_are_read_along_the_path_of_the_file(store: Store) -> None:
    assert store.brand.name == "Hearth & Initial"
    assert store.change_window.hours == 24
    assert store.calendars.workshop.days == ("mon", "tue", "wed", "thu", "fri")
    assert store.shipping.carriers[0].name == "UPS"
    assert store.products["pet-portrait"].title == "custom pet portrait"
    assert store.closed[0].from_ == dt.date(2026, 8, 3)
    assert store.stages.weights == (2, 4, 1)
    assert store.holidays is not None
    assert store.holidays.days[dt.date(2026, 12, 25)] == "Christmas Day"


def test_lead_times_are_derived(store: Store) -> None:
    assert (store.production.latest_days, store.shipping.latest_days) == (10, 7)
    assert store.rush_production == (5, 7)
    assert store.lead_time("pet-portrait") == (12, 17)
    assert store.lead_time("pet-portrait", rush=True) == (8, 12)


def test_an_unknown_product_is_met_with_the_nearest(store: Store) -> None:
    with pytest.raises(FactsError, match=r"^unknown product 'pet-portait': did you mean pet-portrait\?$"):
        store.lead_time("pet-portait")


def test_facts_cannot_be_changed_after_loading(store: Store) -> None:
    with pytest.raises(AttributeError, match="read only"):
        store.rush.offered = False
    with pytest.raises(AttributeError, match="read only"):
        del store.rush.offered


def test_the_facts_of_this_playbook_are_good(tmp_path: Path) -> None:
    assert load_store().brand.name
    references = Path(__file__).parent.parent.parent.parent / "references"
    for name in ("store.toml", "holidays.toml"):
        shutil.copy(references / name, tmp_path)
    assert load_store(tmp_path / "store.toml").brand.name == load_store().brand.name
