"""The calculator as a form: what a page asks and is told."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import eta_form
from eta.estimate import estimate
from eta.order import Order
from eta.report import as_data
from eta.view import as_shown
from facts.store import load_store
from tests.scripts.facts_samples import FACTS, write_facts

if TYPE_CHECKING:
    from pathlib import Path

    from facts.schema import Store

SAMPLE = load_store(FACTS)
NOW = "2026-03-02T15:00:00Z"  # Monday morning in New York
TEXTS = (
    st.text(max_size=30) | st.dates(dt.date(2025, 6, 1), dt.date(2026, 12, 1)).map(str) | st.integers(-5, 400).map(str)
)


def ask(store: Store = SAMPLE, /, now: str = NOW, **fields: str) -> dict[str, Any]:
    return eta_form.answer(store, {"now": now, **{name.replace("_", "-"): text for name, text in fields.items()}})


def test_an_answer_holds_the_data_of_the_terminal() -> None:
    order = Order(dt.date(2026, 3, 1), "pet-portrait", rush=True, needed_by=dt.date(2026, 3, 20))
    asked = ask(order_date="2026-03-01", product="pet-portrait", rush="yes", needed_by="2026-03-20")
    assert asked["estimate"] == as_data(SAMPLE, estimate(SAMPLE, order))


def test_an_order_without_a_date_is_one_of_today_in_the_zone_of_the_store() -> None:
    assert ask(now="2026-03-03T03:00:00Z")["estimate"]["order_date"] == "2026-03-02"


def test_the_time_of_the_order_counts_against_the_cut_off() -> None:
    early, late = (ask(order_date="2026-03-02", order_time=time) for time in ("13:59", "14:00"))
    assert early["estimate"]["notes"] == []
    assert "counts as an order of Tuesday, March 3" in late["estimate"]["notes"][0]


def test_closed_days_stand_between_spaces() -> None:
    found = ask(order_date="2026-03-02", closed="2026-03-04  2026-03-05..2026-03-06")
    assert {day["date"] for day in found["estimate"]["skipped"]} >= {"2026-03-04", "2026-03-05", "2026-03-06"}


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"order_date": "2026-02-30"}, "order-date", "'2026-02-30' is not a date: write it like 2026-03-01"),
        ({"order_date": "2099-01-01"}, "order-date", "no guess is made past"),
        ({"order_date": "2026-03-02", "order_time": "26:00"}, "order-date", "'2026-03-02T26:00' is not a date"),
        ({"product": "pet-portait"}, "product", "unknown product 'pet-portait': did you mean pet-portrait?"),
        ({"production_days": "0"}, "production-days", "'0' is not a number of days: write a whole number"),
        ({"shipping_days": "?"}, "shipping-days", "'?' is not a number of days: write a whole number"),
        ({"needed_by": "soon"}, "needed-by", "'soon' is not a date: write it like 2026-03-01"),
        ({"needed_by": "2026-02-01"}, "needed-by", "needed by 2026-02-01 is before the order of 2026-03-02"),
        ({"closed": "2026-03-06..2026-03-04"}, "closed", "'2026-03-06..2026-03-04' ends before it begins"),
        ({"rush": "maybe"}, "rush", "'maybe' is neither yes nor no"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_a_refusal_names_the_field_and_what_to_write(fields: dict[str, str], field: str, message: str) -> None:
    refused = ask(**fields)["refused"]
    assert refused["field"] == field
    assert refused["message"].startswith(message)


def test_rush_is_refused_beside_its_own_field(tmp_path: Path) -> None:
    store = load_store(write_facts(tmp_path, {"rush.offered": "false"}))
    assert ask(store, rush="yes")["refused"]["field"] == "rush"


@given(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            ("order-date", "order-time", "product", "production-days", "shipping-days", "rush", "needed-by", "closed"),
            TEXTS,
        ),
    )
)
def test_whatever_is_typed_is_answered_or_refused_and_can_be_sent(fields: dict[str, str]) -> None:
    answer = eta_form.answer(SAMPLE, {"now": NOW, **fields})
    assert set(answer) in ({"refused"}, {"estimate", "shown"})
    assert json.loads(json.dumps(answer)) == answer


@given(st.dates(dt.date(2025, 6, 1), dt.date(2027, 6, 1)), st.integers(1, 60), st.integers(0, 40))
def test_the_timeline_holds_every_bar(ordered: dt.date, days: int, needed_in: int) -> None:
    order = Order(ordered, production_days=days, needed_by=ordered + dt.timedelta(days=needed_in))
    found = estimate(SAMPLE, order)
    shown = as_shown(SAMPLE, found, (), ordered)
    timeline = shown["timeline"]
    assert all(bar["at"] >= 0 and bar["at"] + bar["days"] <= timeline["days"] for bar in timeline["bars"])
    assert all(0 <= closed["at"] < timeline["days"] for closed in timeline["closed"])
    assert 1 <= len(timeline["ticks"]) <= 8
    assert [bar["name"] for bar in timeline["bars"]] == [row["name"] for row in shown["rows"]]


def test_events_keep_their_identifier_when_the_dates_move() -> None:
    events = [ask(order_date="2026-03-02", shipping_days=days)["shown"]["events"] for days in ("5", "6")]
    assert [event["uid"] for event in events[0]] == [event["uid"] for event in events[1]]
    assert events[0] != events[1]
    assert len({event["uid"] for event in events[0]}) == 8


def test_an_event_ends_on_the_day_after_its_last() -> None:
    event = ask(order_date="2026-03-01", production_days="7", shipping_days="5")["shown"]["events"][6]
    assert (event["first"], event["after"]) == ("2026-03-18", "2026-03-26")


@pytest.mark.parametrize("field", ["production_days", "shipping_days"])
@pytest.mark.parametrize(("days", "is_fine"), [("0", False), ("1", True), ("365", True), ("366", False)])
def test_working_days_are_from_1_to_365(field: str, days: str, is_fine: bool) -> None:
    assert ("estimate" in ask(order_date="2026-03-02", **{field: days})) == is_fine


@pytest.mark.parametrize(
    ("needed_by", "days"),
    [
        ("2026-03-26", 26),  # the last milestone is the follow-up, on March 27
        ("2026-03-27", 26),
        ("2026-03-28", 27),
        ("2026-04-24", 54),  # four weeks after it
        ("2026-04-25", 26),  # further off, the bars would be squeezed
    ],
)
def test_the_timeline_looks_four_weeks_ahead_for_the_day_they_need_it(needed_by: str, days: int) -> None:
    timeline = ask(order_date="2026-03-02", needed_by=needed_by)["shown"]["timeline"]
    assert timeline["days"] == days
    assert (timeline["needed_by"] is None) == (needed_by == "2026-04-25")
