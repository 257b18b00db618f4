"""Estimates for a whole spreadsheet of orders, one row at a time."""

from __future__ import annotations

import csv
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TextIO

from dates.reading import parse_day, parse_days, parse_moment, parse_yes
from dates.workdays import EtaError
from eta.estimate import MILESTONES, estimate
from eta.formulas import as_text
from eta.order import Order, counted_day, order_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from eta.calendars import ClosedDays
    from eta.estimate import Estimate
    from facts.schema import Store

SHOPIFY = {"created at": "order_date"}
STEPS = MILESTONES[1:]
ADDED = [
    *(f"{step.replace('-', '_')}_{end}" for step in STEPS for end in ("earliest", "latest")),
    "count_on_it_by",
    "needed_by_verdict",
]
BLANK = [""] * len(ADDED)
KEPT = 4096  # estimates remembered: a year of order days for a dozen kinds of orders, a few megabytes


class CsvError(EtaError):
    """The file as a whole cannot be used."""


class Cells(NamedTuple):
    """The cells of a row that an estimate depends on, as written."""

    order_date: str
    product: str
    production_days: str
    shipping_days: str
    rush: str
    needed_by: str
    name: str


class Answer(NamedTuple):
    """The dates of one kind of order, ready to write."""

    found: Estimate
    cells: list[str]


def add_dates(source: TextIO, out: TextIO, dates: RowDates, complain: Callable[[int, str], None]) -> int:
    """Copy a CSV of orders and add the dates to each row.

    Rows stream through: memory does not grow with the file. A row that cannot be computed is copied with blank dates.
    A cell that a spreadsheet would run as a formula is written as text: see `eta.formulas`.

    Args:
        source: The CSV text, opened with `newline=""`; its first row names the columns.
        out: Where the rows are written.
        dates: Gives the dates of a row.
        complain: Called with the line number and the reason for each row that cannot be computed.

    Returns:
        The number of such rows.

    Raises:
        CsvError: There is no header, no order date column, or the text cannot be read or is not CSV in UTF-8.
    """
    rows = csv.reader(_lines(source))
    write = csv.writer(out, lineterminator="\n").writerow
    bad = 0
    try:
        header = next(rows, [])
        pick = _picker(header)
        write(as_text(header) + ADDED)
        for row in filter(None, rows):
            try:
                cells = dates(pick(row))
            except ValueError as error:
                bad += 1
                complain(rows.line_num - sum(cell.count("\n") for cell in row), str(error))
                cells = BLANK
            write(as_text(row) + [""] * (len(header) - len(row)) + cells)
    except UnicodeDecodeError:
        raise CsvError("not UTF-8 text: save it as “CSV UTF-8”") from None
    except csv.Error as error:
        raise CsvError(f"line {rows.line_num} is not CSV ({error}): save the orders as CSV again") from None
    return bad


class RowDates:
    """Gives the dates of a row; what a row leaves blank is taken from `usual`.

    Rows that differ only in what no date depends on share one estimate, and the last few thousand are kept.

    Args:
        store: The facts.
        usual: What goes without saying; its order date does not matter.
        closed: First and last days of further closures of the workshop and the dispatch desk.
    """

    def __init__(self, store: Store, usual: Order, closed: ClosedDays = ()) -> None:
        self._store, self._usual, self._closed = store, usual, closed
        self._before = ("", "")
        self._answer = lru_cache(KEPT)(self._compute)

    def __call__(self, cells: Cells) -> list[str]:
        """Return the cells to add to a row.

        Raises:
            EtaError: The row cannot be computed; the text says what to write instead.
            FactsError: The store has no such product.
        """
        ordered = self._ordered(cells)
        needed_by = parse_day(cells.needed_by) if cells.needed_by else self._usual.needed_by
        answer = self._answer(counted_day(ordered, self._store), *cells[1:5])
        if needed_by is None:
            return answer.cells
        if needed_by < (own_day := order_day(ordered, self._store)):
            raise EtaError(f"needed by {needed_by} is before the order of {own_day}: write a later day")
        order = answer.found.order._replace(needed_by=needed_by)
        return [*answer.cells[:-1], answer.found._replace(order=order).verdict or ""]

    def _ordered(self, cells: Cells) -> dt.date:
        name, text = cells.name, cells.order_date
        if not text and name and name == self._before[0]:  # the next item of an order, as Shopify exports it
            text = self._before[1]
        self._before = (name, text)
        if not text:
            raise EtaError("the order date is blank: write it like 2026-03-01 or 2026-03-01 10:30")
        return parse_moment(text)

    def _compute(self, counted: dt.date, product: str, production_days: str, shipping_days: str, rush: str) -> Answer:
        usual = self._usual
        order = Order(
            counted,
            product or usual.product,
            parse_days(production_days) if production_days else usual.production_days,
            parse_days(shipping_days) if shipping_days else usual.shipping_days,
            parse_yes(rush) if rush else usual.rush,
        )
        found = estimate(self._store, order, self._closed)
        days = [day for step in found.milestones[1:] for day in step[1:]]
        return Answer(found, [*map(str, days), str(found.count_on_it_by), ""])


def _lines(source: TextIO) -> Iterator[str]:
    try:
        yield from source
    except OSError as error:
        raise CsvError(f"cannot be read: {error.strerror}") from None


def _picker(header: Sequence[str]) -> Callable[[list[str]], Cells]:
    """Find the columns by name and return what picks their cells from a row."""
    names = [name.strip().lower() for name in header]
    names = [SHOPIFY.get(name, name) if "order_date" not in names else name for name in names]
    if not any(names):
        raise CsvError("the file is empty: its first line must name the columns, order_date among them")
    if "order_date" not in names:
        raise CsvError("no order_date column: name it order_date (or Created at) and separate columns by commas")
    if taken := [name for name in ADDED if name in names]:
        raise CsvError(f"the column {taken[0]} is there already: take the dates of an earlier run out first")
    places = [names.index(name) if name in names else -1 for name in Cells._fields]
    width = len(names)

    def pick(row: list[str]) -> Cells:
        if len(row) > width:
            raise EtaError(f"{len(row)} cells under {width} column names: put quotes around a cell with a comma")
        return Cells._make(row[at].strip() if -1 < at < len(row) else "" for at in places)

    return pick
