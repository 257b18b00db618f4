from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import pytest

from eta.order import Order
from eta.spreadsheet import ADDED, CsvError, RowDates, add_dates

if TYPE_CHECKING:
    from facts.schema import Store

KNOWN_PRODUCTS = (
    "unknown product 'mug': the store makes engraved-necklace, pet-portrait, home-sign, leather-wallet, linen-dress"
)
PAST_THE_LAST_DAY = (
    "no guess is made past 2028-12-31, the last day this calendar knows: choose another date, or run `make holidays` "
    "to renew references/holidays.toml"
)


def run(store: Store, text: str, usual: Order | None = None) -> tuple[list[dict[str, str]], list[tuple[int, str]]]:
    out = io.StringIO()
    complaints: list[tuple[int, str]] = []
    dates = RowDates(store, usual or Order(dt.date.min))
    bad = add_dates(io.StringIO(text, newline=""), out, dates, lambda line, why: complaints.append((line, why)))
    assert bad == len(complaints)
    return list(csv.DictReader(io.StringIO(out.getvalue()))), complaints


def test_dates_are_added_to_each_row(store: Store) -> None:
    rows, complaints = run(store, 'order_date,note\n2026-03-01,"a, b"\n2026-03-03 15:00,\n')
    assert complaints == []
    assert list(rows[0]) == ["order_date", "note", *ADDED]
    assert (rows[0]["note"], rows[0]["delivered_earliest"], rows[0]["count_on_it_by"]) == (
        "a, b",
        "2026-03-18",
        "2026-03-25",
    )
    assert rows[1]["production_started_earliest"] == "2026-03-05"


def test_every_column_is_read_by_name_in_any_order(store: Store) -> None:
    rows, _ = run(
        store,
        "needed_by,rush,shipping_days,production_days,product,order_date\n"
        "2026-03-16,yes,5,7,,2026-03-01\n,,,,pet-portrait,2026-03-01\n",
    )
    assert (rows[0]["production_complete_earliest"], rows[0]["needed_by_verdict"]) == ("2026-03-09", "tight")
    assert (rows[1]["production_complete_earliest"], rows[1]["needed_by_verdict"]) == ("2026-03-18", "")


def test_what_a_row_leaves_blank_is_as_usual(store: Store) -> None:
    usual = Order(dt.date.min, production_days=3, rush=False, needed_by=dt.date(2026, 4, 1))
    rows, _ = run(store, "order_date,production_days\n2026-03-01,\n2026-03-01,7\n", usual)
    assert [row["production_complete_earliest"] for row in rows] == ["2026-03-05", "2026-03-11"]
    assert rows[0]["needed_by_verdict"] == "fits"


def test_a_shopify_export_is_read_with_its_continuation_rows(store: Store) -> None:
    rows, complaints = run(
        store,
        "Name,Email,Created at,Lineitem name\n"
        "#1001,a@x.example,2026-03-03 15:30:00 -0500,Necklace\n"
        "#1001,,,Second necklace\n"
        "#1002,b@x.example,2026-03-03 19:00:00 +0100,Portrait\n"
        "#1003,,,An order without its first row\n",
    )
    started = [row["production_started_earliest"] for row in rows]
    assert started == ["2026-03-05", "2026-03-05", "2026-03-04", ""]
    assert complaints == [(5, "the order date is blank: write it like 2026-03-01 or 2026-03-01 10:30")]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(store: Store) -> None:
    out = io.StringIO()
    source = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbforder_date\r\n2026-03-01\r\n"), "utf-8-sig", newline="")
    assert add_dates(source, out, RowDates(store, Order(dt.date.min)), lambda *_: None) == 0
    assert out.getvalue().startswith("order_date,production_started_earliest,")
    assert "\r" not in out.getvalue()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("soon,,,", "'soon' is not a date: write it like 2026-03-01 or 2026-03-01 10:30"),
        ("01/03/2026,,,", "'01/03/2026' is not a date: write it like 2026-03-01 or 2026-03-01 10:30"),
        (",,,", "the order date is blank: write it like 2026-03-01 or 2026-03-01 10:30"),
        ("2026-03-01,mug,,", KNOWN_PRODUCTS),
        ("2026-03-01,,maybe,", "'maybe' is neither yes nor no: write yes or no"),
        ("2026-03-01,,,soon", "'soon' is not a date: write it like 2026-03-01"),
        ("2026-03-01,,,2026-02-01", "needed by 2026-02-01 is before the order of 2026-03-01: write a later day"),
        ("2026-03-01,,,,,", "6 cells under 4 column names: put quotes around a cell with a comma"),
        ("2028-12-30,,,", PAST_THE_LAST_DAY),
    ],
)
def test_a_bad_row_is_named_and_kept_and_the_others_are_reckoned(store: Store, row: str, reason: str) -> None:
    rows, complaints = run(store, f"order_date,product,rush,needed_by\n2026-03-01\n{row}\n2026-03-02,,,\n")
    assert complaints == [(3, reason)]
    assert [found["delivered_earliest"] for found in (rows[0], rows[2])] == ["2026-03-18", "2026-03-18"]
    assert not rows[1]["count_on_it_by"]


@pytest.mark.parametrize(
    ("cell", "value"), [("production_days", "0"), ("shipping_days", "1.5"), ("production_days", "٣")]
)
def test_days_are_whole_numbers(store: Store, cell: str, value: str) -> None:
    _, complaints = run(store, f"order_date,{cell}\n2026-03-01,{value}\n")
    assert complaints == [(2, f"'{value}' is not a number of days: write a whole number from 1 to 365")]


@pytest.mark.parametrize(
    ("ordered", "needed_by", "verdict"),
    [
        ("2026-03-01", "2026-03-25", "fits"),
        ("2026-03-01", "2026-03-18", "tight"),
        ("2026-03-01", "2026-03-17", "does-not-fit"),
        ("2026-03-01", "2026-03-01", "does-not-fit"),  # needed on the day of the order
        ("2026-03-01 15:00", "2026-03-01", "does-not-fit"),  # its own day, though it counts as the next
    ],
)
def test_a_row_may_be_needed_on_its_own_day(store: Store, ordered: str, needed_by: str, verdict: str) -> None:
    rows, complaints = run(store, f"order_date,needed_by\n{ordered},{needed_by}\n")
    assert (rows[0]["needed_by_verdict"], complaints) == (verdict, [])


def test_the_line_of_a_bad_row_is_where_it_begins(store: Store) -> None:
    _, complaints = run(store, 'order_date,note\n2026-03-01,"one\ntwo"\nsoon,"three\nfour"\n')
    assert [line for line, _ in complaints] == [4]


def test_blank_lines_are_left_out(store: Store) -> None:
    rows, complaints = run(store, "order_date\n\n2026-03-01\n\n")
    assert (len(rows), complaints) == (1, [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the file is empty: its first line must name the columns, order_date among them"),
        ("\n\n", "the file is empty: its first line must name the columns, order_date among them"),
        ("date;product\n", "no order_date column: name it order_date (or Created at) and separate columns by commas"),
        (
            "order_date,shipped_earliest\n",
            "the column shipped_earliest is there already: take the dates of an earlier run out first",
        ),
    ],
)
def test_a_file_without_usable_columns_is_refused(store: Store, text: str, reason: str) -> None:
    with pytest.raises(CsvError) as refused:
        run(store, text)
    assert str(refused.value) == reason


def test_a_formula_in_an_order_comes_back_as_text(store: Store) -> None:
    rows, _ = run(store, 'order_date,"=note"\n2026-03-01,"=HYPERLINK(""https://x.example"")"\n2026-03-02,-5\n')
    assert [row["'=note"] for row in rows] == ['\'=HYPERLINK("https://x.example")', "-5"]
    assert rows[0]["count_on_it_by"] == "2026-03-25"


def test_a_file_that_breaks_off_is_no_full_disk(store: Store) -> None:
    class Broken(io.StringIO):
        def __next__(self) -> Any:
            raise OSError(5, "Input/output error")

    with pytest.raises(CsvError, match=r"^cannot be read: Input/output error$"):
        add_dates(Broken(), io.StringIO(), RowDates(store, Order(dt.date.min)), lambda *_: None)
