"""What an answer says of hours and days holds until one of them is over; then the slots that name them are over too."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.answer import as_data
from answer.slots import LASTING, OF_THE_MOMENT
from tests.scripts.answer.desk import NOW, STORE, WORDS, ask

SECOND = dt.timedelta(seconds=1)
CASE = {"message": "Where is my order?", "order": "1042", "product": "engraved-necklace", "stage": "design"}


def told(at: dt.datetime, **facts: Any) -> dict[str, Any]:
    return as_data(ask(STORE, at, **CASE, **facts), WORDS)


@pytest.mark.parametrize(
    ("facts", "at", "expected"),
    [
        ({}, "2026-03-17T10:00", "2026-03-17T14:00"),
        ({"order_date": "2026-03-16T11:30"}, "2026-03-17T10:00", "2026-03-17T11:30"),
        ({"order_date": "2026-03-16T11:30"}, "2026-03-17T11:29:59", "2026-03-17T11:30"),
        ({"order_date": "2026-03-16T11:30"}, "2026-03-17T11:30", "2026-03-17T15:30"),
        ({}, "2026-03-17T23:00", "2026-03-18T00:00"),
        ({}, "2026-03-18T00:00", "2026-03-18T13:00"),
    ],
    ids=[
        "the promised hour",
        "the window closes first",
        "at its last second",
        "once it has closed",
        "midnight",
        "after it",
    ],
)
def test_an_answer_holds_until_the_first_moment_that_it_names(facts: dict[str, Any], at: str, expected: str) -> None:
    found = told(dt.datetime.fromisoformat(f"{at}-04:00"), **facts)["expires"]
    assert dt.datetime.fromisoformat(found["at"]) == dt.datetime.fromisoformat(f"{expected}-04:00")


@given(st.integers(0, 6 * 24 * 60), st.integers(0, 30 * 24 * 60))
def test_until_then_it_names_no_moment_that_is_over(later: int, before: int) -> None:
    """Asked once more at the last second, it has closed no window and reached no other day."""
    at = NOW + dt.timedelta(minutes=later)
    ordered = (at - dt.timedelta(minutes=before)).isoformat()
    first = told(at, order_date=ordered)
    last = told(dt.datetime.fromisoformat(first["expires"]["at"]) - SECOND, order_date=ordered)
    hours = {"reply.by"}  # moves with the clock, each half hour
    assert {k: v for k, v in last["slots"].items() if k not in hours} == {
        k: v for k, v in first["slots"].items() if k not in hours
    }
    assert (last["verdicts"][0]["value"] == "closed") == (first["verdicts"][0]["value"] == "closed")


def test_facts_of_the_order_stay_true() -> None:
    found = told(NOW, order_date="2026-03-16T11:30", customer="Maya")
    assert set(found["expires"]["slots"]) == set(found["slots"]) & set(OF_THE_MOMENT)
    assert {"customer.first_name", "order.number", "order.date"} <= set(found["slots"]) & set(LASTING)
