"""The sentence to the customer: always a range, near days in near words, never dates that are over."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates.in_words import say_near_range, say_short
from eta.estimate import estimate
from eta.order import Order
from eta.sentence import customer_sentence
from facts.store import load_store
from tests.scripts.facts_samples import FACTS

SAMPLE = load_store(FACTS)
SUNDAY = Order(dt.date(2026, 3, 1), production_days=7, shipping_days=5)  # delivered March 18 to 25
COUNT_ON = " If you plan around one day, count on it by **Wednesday, March 25**."


def said(order: Order, today: str) -> str | None:
    return customer_sentence(SAMPLE, estimate(SAMPLE, order), dt.date.fromisoformat(today))


@pytest.mark.parametrize(
    ("today", "window"),
    [
        ("2026-03-02", "between **Wednesday, March 18** and **Wednesday, March 25**"),
        ("2025-12-30", "between **Wednesday, March 18, 2026** and **Wednesday, March 25, 2026**"),
        ("2026-03-18", "between today and **Wednesday, March 25**"),
        ("2026-03-24", "between today and **Wednesday, March 25**"),
        ("2026-03-25", "today"),
    ],
)
def test_the_window(today: str, window: str) -> None:
    count_on = COUNT_ON if today > "2026" else COUNT_ON.replace("25**", "25, 2026**")
    assert said(SUNDAY, today) == f"Your order should arrive {window}.{count_on}"


def test_a_window_that_is_over_is_not_said() -> None:
    assert said(SUNDAY, "2026-03-26") is None


@pytest.mark.parametrize(
    ("ordered", "today", "words"),
    [
        ("2026-03-02", "2026-02-24", "between **Thursday, March 5** and **Monday, March 9**"),
        ("2026-03-02", "2026-03-02", "between **Thursday, March 5** and **Monday, March 9**"),
        ("2026-02-27", "2026-02-27", "next **Wednesday–Friday, March 4–6**"),
        ("2026-02-27", "2026-03-01", "next **Wednesday–Friday, March 4–6**"),
        ("2026-02-27", "2026-03-02", "this **Wednesday–Friday, March 4–6**"),
    ],
)
def test_what_is_near_is_said_by_its_week(ordered: str, today: str, words: str) -> None:
    order = Order(dt.date.fromisoformat(ordered), production_days=1, shipping_days=2)
    assert f"should arrive {words}." in (said(order, today) or "")


@pytest.mark.parametrize(
    ("needed_by", "ending"),
    [
        ("2026-03-25", " That is in time for **Wednesday, March 25**."),
        ("2026-03-20", " **Friday, March 20** falls inside these days, so please don't count on it for then."),
        ("2026-03-17", " I am sorry, that is after **Tuesday, March 17**."),
    ],
)
def test_the_needed_by_date_is_answered(needed_by: str, ending: str) -> None:
    sentence = said(SUNDAY._replace(needed_by=dt.date.fromisoformat(needed_by)), "2026-03-02")
    assert (sentence or "").endswith(COUNT_ON + ending)


def test_a_product_is_called_by_its_name() -> None:
    assert (said(SUNDAY._replace(product="engraved-necklace"), "2026-03-02") or "").startswith(
        "Your engraved necklace "
    )


@given(st.dates(dt.date(2025, 3, 1), dt.date(2027, 6, 1)), st.integers(1, 40), st.integers(-10, 90))
def test_bold_is_balanced_and_the_day_to_count_on_is_always_said(ordered: dt.date, days: int, later: int) -> None:
    found = estimate(SAMPLE, Order(ordered, production_days=days))
    sentence = customer_sentence(SAMPLE, found, ordered + dt.timedelta(days=later))
    assert sentence is None or (sentence.count("**") % 2 == 0 and re.search(r"count on it by \*\*\w+day, ", sentence))


@pytest.mark.parametrize(
    ("first", "last", "style", "words"),
    [
        ("2026-03-11", "2026-03-13", "month-day", "Wednesday–Friday, March 11–13"),
        ("2026-03-11", "2026-03-13", "day-month", "Wednesday–Friday 11–13 March"),
        ("2026-03-30", "2026-04-02", "month-day", "Monday–Thursday, March 30–April 2"),
        ("2026-03-30", "2026-04-02", "day-month", "Monday–Thursday 30 March–2 April"),
        ("2026-03-11", "2026-03-11", "month-day", "Wednesday, March 11"),
    ],
)
def test_a_range_within_a_week(first: str, last: str, style: str, words: str) -> None:
    assert say_near_range(dt.date.fromisoformat(first), dt.date.fromisoformat(last), style) == words


def test_a_short_day_follows_the_style() -> None:
    day = dt.date(2026, 3, 11)
    assert (say_short(day, "month-day"), say_short(day, "day-month")) == ("Mar 11", "11 Mar")
