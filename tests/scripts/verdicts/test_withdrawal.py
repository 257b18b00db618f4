"""Until when a piece with preset options only can be withdrawn from, each boundary on both of its sides."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from tests.scripts.case_samples import situation
from verdicts.withdrawal import counts_from, hangs_on_told, is_open, is_open_if_untold, months_later, untold_until

if TYPE_CHECKING:
    from case.situation import Situation

CAME = "2026-03-02"
REGIONS = ("eu", "uk")


def asked(wrote: str, came: str | None = CAME, **facts: Any) -> Situation:
    return situation(now=f"{wrote}T12:00", **{"product": "linen-dress", "region": "eu", **facts, "delivered": came})


def told_of(found: Situation) -> tuple[bool, bool]:
    """Whether they may withdraw, and whether they may if nobody told them of it."""
    return is_open(found), is_open_if_untold(found)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-03-16", 12, "2027-03-16"),
        ("2028-02-29", 12, "2029-02-28"),  # a leap day: the last day of the month
        ("2027-02-28", 12, "2028-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-10-31", 1, "2026-11-30"),
        ("2026-11-30", 1, "2026-12-30"),
        ("2026-12-15", 0, "2026-12-15"),
    ],
)
def test_months_are_those_of_the_calendar(day: str, months: int, expected: str) -> None:
    assert str(months_later(dt.date.fromisoformat(day), months)) == expected  # regulation 1182/71, article 3(2)(c)


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize(
    ("wrote", "expected"),
    [
        ("2026-03-02", (True, False)),
        ("2026-03-16", (True, False)),  # 14 days
        ("2026-03-17", (False, True)),
        ("2027-03-16", (False, True)),  # 12 months after the 14 days
        ("2027-03-17", (False, False)),
    ],
)
def test_the_right_ends_twice(region: str, wrote: str, expected: tuple[bool, bool]) -> None:
    assert told_of(asked(wrote, region=region)) == expected


@pytest.mark.parametrize(("wrote", "expected"), [("2029-02-28", True), ("2029-03-01", False)])
def test_twelve_months_after_a_leap_day_end_with_its_month(wrote: str, expected: bool) -> None:
    assert is_open_if_untold(asked(wrote, came="2028-02-15")) == expected  # its 14 days end on February 29


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, "2026-03-02"),
        ("2026-03-01", "2026-03-02"),  # another piece came earlier
        ("2026-03-02", "2026-03-02"),
        ("2026-03-23", "2026-03-23"),
    ],
)
def test_the_days_count_from_the_last_parcel(last: str | None, expected: str) -> None:
    found = asked("2026-04-01", last_parcel=last)
    assert str(counts_from(found)) == expected


@pytest.mark.parametrize(("wrote", "expected"), [("2026-04-06", (True, False)), ("2026-04-07", (False, True))])
def test_a_later_parcel_moves_the_end(wrote: str, expected: tuple[bool, bool]) -> None:
    assert told_of(asked(wrote, last_parcel="2026-03-23")) == expected
    assert str(untold_until(asked(wrote, last_parcel="2026-03-23"))) == "2027-04-06"


def test_the_days_have_not_begun_while_the_piece_is_not_there() -> None:
    found = asked("2026-06-01", came=None, last_parcel="2026-03-23")
    assert told_of(found) == (True, False)
    assert (counts_from(found), untold_until(found)) == (None, None)


def test_the_moment_they_wrote_counts() -> None:
    found = asked("2026-03-20", asked="2026-03-17T03:59:00Z")  # still March 16 in New York
    assert told_of(found) == (True, False)


@pytest.mark.parametrize("facts", [{"region": "us"}, {"region": None}, {"product": "engraved-necklace"}], ids=str)
def test_where_there_is_no_such_right_it_has_no_end(facts: dict[str, str | None]) -> None:
    found = asked("2026-03-20", **facts)
    assert (told_of(found), untold_until(found)) == ((False, False), None)


@pytest.mark.parametrize(
    ("wrote", "told", "expected"),
    [
        ("2026-03-16", None, False),
        ("2026-03-17", None, True),
        ("2026-03-17", "yes", False),
        ("2026-03-17", "no", False),
        ("2027-03-16", None, True),
        ("2027-03-17", None, False),
    ],
)
def test_whether_they_were_told_decides_only_between_the_two_ends(wrote: str, told: str | None, expected: bool) -> None:
    assert hangs_on_told(asked(wrote, told=told)) == expected
