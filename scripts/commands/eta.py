"""The command line of calculate_eta.py."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, TextIO

from commands.command_line import DONE, STANDARD_INPUT, Parser, reason, run
from commands.streams import complain, standard_input
from dates.reading import parse_closed, parse_day, parse_days, parse_moment
from dates.workdays import EtaError
from eta.estimate import estimate
from eta.order import Order
from facts.store import load_store
from records.problem import FactsError, path_shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from eta.calendars import ClosedDays
    from facts.schema import Store

EXAMPLE = """\
example:
  python3 scripts/calculate_eta.py --order-date 2026-03-01 --production-days 7 --shipping-days 5 --rush

Dates are ranges: tell the customer the whole range, and the “count on it by” date in bold.
"""
NAME = "calculate_eta"
SOME_ROWS_BAD = 1


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives its exit code: 0, 1 when rows of a CSV cannot be computed, 2 when the input is wrong."""
    return run(NAME, lambda: _run(_parser().read(arguments)))


def _run(wanted: argparse.Namespace) -> int:
    _check_together(wanted)
    store = load_store(wanted.store)
    order = Order(
        wanted.order_date, wanted.product, wanted.production_days, wanted.shipping_days, wanted.rush, wanted.needed_by
    )
    closed = tuple(wanted.closed)
    if wanted.csv:
        return _run_csv(wanted.csv, store, order, closed)
    if wanted.json:
        _print_json(store, order, closed)
    else:
        _print_text(store, order, closed, explain=wanted.explain)
    return DONE


def _check_together(wanted: argparse.Namespace) -> None:
    if wanted.csv and (wanted.order_date or wanted.json or wanted.explain):
        raise EtaError(
            "--csv reads the order dates from the file and prints CSV: leave out --order-date, --json, --explain"
        )
    if not wanted.csv and not wanted.order_date:
        raise EtaError("no order date: write --order-date 2026-03-01, or --csv orders.csv")


def _print_json(store: Store, order: Order, closed: ClosedDays) -> None:
    import json  # noqa: PLC0415 - slow to import, needed only here

    from eta.report import as_data  # noqa: PLC0415 - not needed for CSV

    print(json.dumps(as_data(store, estimate(store, order, closed), closed), indent=2))


def _print_text(store: Store, order: Order, closed: ClosedDays, *, explain: bool) -> None:
    from eta.table import as_text  # noqa: PLC0415 - not needed for JSON and CSV

    bold = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    sys.stdout.write(as_text(store, estimate(store, order, closed), closed, explain=explain, bold=bold))


def _run_csv(name: str, store: Store, usual: Order, closed: ClosedDays) -> int:
    from eta.spreadsheet import CsvError, RowDates, add_dates  # noqa: PLC0415 - slow to import, needed only here

    label = _label(name)
    try:
        with _source(name) as source, _sink() as sink:
            dates = RowDates(store, usual, closed)
            bad = add_dates(source, sink, dates, lambda line, why: complain(f"{label}, line {line}: {why}"))
    except CsvError as error:
        raise EtaError(f"{label}: {error}") from None
    return SOME_ROWS_BAD if bad else DONE


def _source(name: str) -> TextIO:
    try:
        if name == STANDARD_INPUT:
            import io  # noqa: PLC0415 - needed only here

            return io.TextIOWrapper(standard_input(), encoding="utf-8-sig", newline="")
        return open(name, encoding="utf-8-sig", newline="")  # noqa: PTH123 - pathlib loads slowly
    except (OSError, ValueError) as error:  # a path with a NUL in it is a ValueError
        said = f"{_label(name)}: {reason(error)}: write the path of a CSV file, or - for standard input"
        raise EtaError(said) from None


def _label(name: str) -> str:
    return "standard input" if name == STANDARD_INPUT else path_shown(name)


def _sink() -> TextIO:
    """Open standard output as buffered UTF-8, whatever PYTHONUNBUFFERED says: rows come by the million."""
    return open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False)


class _Parser(Parser):
    """Names the store's own defaults in its help."""

    def format_help(self) -> str:
        try:
            store = load_store()
        except FactsError:
            return super().format_help().replace("PRODUCTION", "").replace("SHIPPING", "")
        return (
            super()
            .format_help()
            .replace("PRODUCTION", f", {store.production.days}")
            .replace("SHIPPING", f", {store.shipping.days}")
        )


def _parser() -> Parser:
    about = "From an order date to the dates a customer can be told, with weekends, holidays and closed days."
    parser = _Parser(NAME, about, EXAMPLE)
    add = parser.add_argument
    add("--order-date", metavar="DATE", type=_typed(parse_moment), help="2026-03-01, 2026-03-01T10:30 or with offset")
    add("--product", metavar="NAME", help="a product of the store, for its own production days")
    add("--production-days", metavar="N", type=_typed(parse_days), help="default: the store's factsPRODUCTION")
    add("--shipping-days", metavar="N", type=_typed(parse_days), help="default: the store's factsSHIPPING")
    add("--rush", action="store_true", help="rush production, with the store's surcharge")
    add("--needed-by", metavar="DATE", type=_typed(parse_day), help="say whether it arrives by that day")
    add("--closed", metavar="DATE[..DATE]", type=_typed(parse_closed), action="append", default=[],
        help="more closed days of workshop and dispatch; may be repeated")  # fmt: skip
    add("--explain", action="store_true", help="list every skipped day with its reason")
    add("--json", action="store_true", help="print the dates as JSON")
    add(
        "--csv",
        metavar="FILE",
        help="add the dates to each order of a CSV file with an order_date column; - reads stdin",
    )
    add("--store", metavar="PATH", help="the facts; default: references/store.toml")
    return parser


def _typed(parse: Callable[[str], object]) -> Callable[[str], object]:
    """Let argparse show the reason a value is refused."""

    def convert(text: str) -> object:
        try:
            return parse(text)
        except EtaError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert
