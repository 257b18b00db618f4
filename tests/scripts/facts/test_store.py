from __future__ import annotations

import datetime as dt
import shutil
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from facts.countries import COUNTRIES
from facts.store import FactsError, load_store
from tests.scripts.facts_samples import FACTS, PLAIN_WEEKS, changed, store_with, write_facts

if TYPE_CHECKING:
    from facts.schema import Store

FEW_DAYS = "expected 2 or more days of each year under [days], and {} has {}: run `make holidays`"
DAYS_OF_WEEK = "a list of at least one of mon, tue, wed, thu, fri, sat, sun, each once"
LAWFUL = "at least 14 (returns.withdrawal_days), the law where you serve European Union and United Kingdom"
REGIONS = "a list of at least one of us, eu, uk, au, ca, each once"
CALENDARS = "a list of at least one of workshop, dispatch, carrier, each once"
KNOWN_ZONE = 'a name of the time zone database, like "America/New_York"'
WITH_PATH = "an address that begins with https:// and holds {path}, or nothing"
COUNTRY = "a country of ISO 3166, in two capital letters like US; the United Kingdom is GB"
AMOUNT = 'words or an amount, like "$15" or "15%"'
OWN_TITLE = "a title of its own;"
MARKUP = "which a page would take for markup"
MARKED = {
    "a <b>": "<",
    "a > b": ">",
    "**a**": "*",
    "_a_": "_",
    "a `b`": "`",
    "[a](b)": "[",
    "{{ a }}": "{",
    "a | b": "|",
    "&lt;": "&",
}
BELOW_NOTHING = ("-$25", "−25 €", "$-25", "EUR -25", "(-25)", "– 5%")
NO_PRICES = (*BELOW_NOTHING, "free", "$", "101%")
PRICES = ("$25", "25 €", "kr 250,-", "10–15 €", "10 - 15 USD", "CHF 12.50", "15%", "100 %", "")
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
    *(("place.country", code, COUNTRY) for code in ('"usa"', '"us"', '"ZZ"', '"UK"', '"EU"', '"ÜS"', "1")),
    *(("brand.name", f'"{name}"', f"words without {sign}, {MARKUP}") for name, sign in MARKED.items()),
    ("products.pet-portrait.title", '"**bold**"', f"words without *, {MARKUP}"),
    ("products.pet-portrait.remake", '"{{ x }}"', f"words without {{, {MARKUP}"),
    ("closed.reason", '"<script>"', f"words without <, {MARKUP}"),
    ("brand.website", '"https://<b>.example"', "an address that begins with https://"),
    ("brand.edit_url", '"https://x.example/{path}{{ y }}"', WITH_PATH),
    ("brand.email", '"a<b>@x.example"', "an email address like care@your-store.example"),
    ("closed.to", "2027-08-04", "a day within a year of 2026-08-03 (from)"),
    ("closed.from", "1926-08-03", "a day from 2000 to 2099"),
    *(("rush.surcharge", f'"{price}"', 'a price like "$25", or nothing') for price in NO_PRICES),
    *(("change_window.fee_after", f'"{price}"', AMOUNT) for price in BELOW_NOTHING),
    ("returns.goodwill_credit", '"150%"', AMOUNT),
    ("loyalty.referral_reward", '""', AMOUNT),
    ("photos.keep_days", "1", "at least 2, the days of photos.hours"),
    ("products.pet-portrait.title", '"Engraved NECKLACE"', f"{OWN_TITLE} products.engraved-necklace goes by it"),
    ("products.pet-portrait.title", '"home-sign"', f"{OWN_TITLE} products.home-sign goes by it"),
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
        (f"\n a.b = -{'9' * 5000}", "a.b: a number of more than 4300 digits (at line 2)"),
        (f"brand = {'[' * 5000}", "not valid TOML: nested too deeply"),
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


@pytest.mark.parametrize(
    "name", ["Hearth & Initial", "O'Neil's", "snake_case", "A–Z", "№ 5", "50% more", "a~b", "#1", "你好"]
)
def test_a_name_may_hold_what_no_page_takes_for_markup(tmp_path: Path, name: str) -> None:
    assert load_store(write_facts(tmp_path, {"brand.name": f'"{name}"'})).brand.name == name


@pytest.mark.parametrize("price", PRICES)
def test_a_price_may_be_written_in_many_ways(tmp_path: Path, price: str) -> None:
    changes = {"rush.surcharge": f'"{price}"', "rush.offered": "true" if price else "false"}
    assert load_store(write_facts(tmp_path, changes)).rush.surcharge == price


@pytest.mark.parametrize("code", ["US", "GB", "DE", "XK", "ZW", "AX"])
def test_a_country_there_is_may_be_named(tmp_path: Path, code: str) -> None:
    changes = {**PLAIN_WEEKS, "support_hours.public_holidays": "false", "place.country": f'"{code}"'}
    assert load_store(write_facts(tmp_path, changes, holidays=None)).place.country == code


def test_the_countries_are_those_of_the_time_zone_database() -> None:
    table = resources.files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    codes = {line.split("\t")[0] for line in table.splitlines() if line and not line.startswith("#")}
    assert codes ^ COUNTRIES == {"XK"}


def test_a_year_that_is_closed_is_a_closure_still(tmp_path: Path) -> None:
    assert load_store(write_facts(tmp_path, {"closed.to": "2027-08-03"})).closed[0].to == dt.date(2027, 8, 3)


@pytest.mark.parametrize(
    ("head", "days", "problem"),
    [
        ((2025, 2199), (2025, 2026), "last_year = 2199: " + FEW_DAYS.format(2027, 0)),
        ((2020, 2026), (2025, 2026), "first_year = 2020: " + FEW_DAYS.format(2020, 0)),
        ((2024, 2028), (2024, 2026, 2028), "last_year = 2028: " + FEW_DAYS.format(2025, 0)),
        ((2025, 2024), (2025,), "last_year = 2024: expected 2025 or later"),
    ],
)
def test_a_year_without_its_holidays_is_not_complete(
    tmp_path: Path, head: tuple[int, int], days: tuple[int, ...], problem: str
) -> None:
    path = write_facts(
        tmp_path, holidays=holidays(head, [f"{year}-{day}" for year in days for day in ("01-01", "12-25")])
    )
    assert refusal(path) == f"{tmp_path / 'holidays.toml'}: {problem}"


def test_one_day_in_all_those_years_is_no_list_of_holidays(tmp_path: Path) -> None:
    path = write_facts(tmp_path, holidays=holidays((2026, 2026), ["2026-01-01"]))
    assert refusal(path).endswith(f"first_year = 2026: {FEW_DAYS.format(2026, 1)}")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("2026-01-01 = 1", "days.2026-01-01 = 1: expected the day's name, on one line"),
        ('2026-01-01 = "a\\nb"', 'days.2026-01-01 = "a\\nb": expected the day\'s name, on one line'),
        ('soon = "x"', "days.soon: expected a day like 2026-01-01"),
    ],
)
def test_a_holiday_has_a_day_and_a_name(tmp_path: Path, line: str, problem: str) -> None:
    path = write_facts(tmp_path, holidays=holidays((2026, 2026), []) + line)
    assert refusal(path) == f"{tmp_path / 'holidays.toml'}: {problem}"


def holidays(years: tuple[int, int], days: list[str]) -> str:
    """A file of holidays, from its years and days."""
    head = f'country = "US"\nsubdivision = ""\nfirst_year = {years[0]}\nlast_year = {years[1]}\n[days]\n'
    return head + "".join(f'{day} = "A holiday"\n' for day in days)


@pytest.mark.parametrize("again", ["UPS", "ups", "Ups"])
def test_a_carrier_is_named_once(tmp_path: Path, again: str) -> None:
    path = write_facts(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('"USPS"', f'"{again}"'), encoding="utf-8")
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
