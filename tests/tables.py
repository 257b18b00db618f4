"""One test for all rows of a table, whose message names each row that fails."""

from __future__ import annotations

import functools
import inspect
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    type Rows = Iterable[Any] | Callable[[], Iterable[Any]]
    type Test = Callable[..., None]

LONGEST = 500  # characters of what is said about one row


def for_each(names: str, rows: Rows, ids: Callable[..., object] = lambda *row: row[0]) -> Callable[[Test], Test]:
    """Run a test for every row, for all of them even when some fail; a table without rows fails.

    Args:
        names: the arguments of the test that a row fills, with commas between; with several of them a row is a tuple.
        rows: the table, or what gives it when the test runs, so that nothing is read while tests are collected.
        ids: names a row, given its values; without it the first value does.
    """
    filled = [name.strip() for name in names.split(",")]

    def decorate(test: Test) -> Test:
        @functools.wraps(test)
        def over_all(**fixtures: Any) -> None:
            table = [row if len(filled) > 1 else (row,) for row in (rows() if callable(rows) else rows)]
            errors = [(ids(*row), _error(test, fixtures | dict(zip(filled, row, strict=True)))) for row in table]
            _say([(name, error) for name, error in errors if error], len(table))

        left = [found for name, found in inspect.signature(test).parameters.items() if name not in filled]
        over_all.__signature__ = inspect.Signature(left)  # type: ignore[attr-defined] # pytest fills these
        return over_all

    return decorate


def _error(test: Test, arguments: dict[str, Any]) -> Exception | None:
    try:
        test(**arguments)
    except Exception as error:  # noqa: BLE001 - whatever it is, the row has failed
        return error
    return None


def _say(failed: list[tuple[object, Exception]], count: int) -> None:
    if count == 0:
        raise AssertionError("the table has no rows")
    if failed:
        lines = [f"{name}: {type(error).__name__}: {error}"[:LONGEST] for name, error in failed]
        raise AssertionError("\n".join([f"{len(failed)} of {count} rows fail", *lines])) from failed[0][1]
