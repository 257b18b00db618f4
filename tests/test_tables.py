"""A test over a table runs every row, and says of all that fail which they are."""

from __future__ import annotations

import pytest

from tests.tables import for_each

SEEN: list[int] = []


@for_each("number, square", lambda: [(2, 4), (3, 8), (4, 16), (5, 26)])
def squares(number: int, square: int) -> None:
    SEEN.append(number)
    assert number**2 == square


@for_each("word", [])
def nothing(word: str) -> None:
    assert word


@for_each("length", range(3))
def test_the_other_arguments_are_fixtures(length: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert tmp_path_factory.getbasetemp().exists()
    assert length in range(3)


def test_every_row_that_fails_is_named_and_none_is_left_out() -> None:
    SEEN.clear()
    with pytest.raises(AssertionError, match=r"2 of 4 rows fail\n3: .* == 8\n5: .* == 26") as failed:
        squares()
    assert SEEN == [2, 3, 4, 5]
    assert isinstance(failed.value.__cause__, AssertionError)


def test_a_row_that_breaks_fails_and_the_next_one_runs() -> None:
    @for_each("divisor", (0, 1), ids=lambda divisor: f"by {divisor}")
    def divide(divisor: int) -> None:
        assert 1 // divisor

    with pytest.raises(AssertionError, match=r"1 of 2 rows fail\nby 0: ZeroDivisionError: "):
        divide()


def test_a_table_without_rows_proves_nothing() -> None:
    with pytest.raises(AssertionError, match="the table has no rows"):
        nothing()
