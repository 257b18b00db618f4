from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates.workdays import WEEK, Calendar, EtaError
from eta.calendars import calendars
from eta.estimate import MILESTONES, estimate, plan_for
from eta.order import Order, counted_day, order_day
from facts.store import load_store
from records.problem import FactsError
from tests.scripts.facts_samples import DATA, FACTS, PLAIN_WEEKS, store_with

if TYPE_CHECKING:
    from pathlib import Path

    from eta.estimate import Estimate
    from facts.schema import Store

RENEW = "choose another date, or run `make holidays` to renew references/holidays.toml"
SUNDAY = dt.date(2026, 3, 1)
SAMPLE = load_store(FACTS)
VECTORS = json.loads((DATA / "date-vectors.json").read_text(encoding="utf-8"))
MOMENTS = st.dates(dt.date(2025, 1, 1), dt.date(2027, 6, 1)) | st.datetimes(
    dt.datetime(2025, 1, 1),  # noqa: DTZ001 - a wall clock
    dt.datetime(2027, 6, 1),  # noqa: DTZ001 - a wall clock
)
ORDERS = st.builds(
    Order,
    order_date=MOMENTS,
    product=st.none() | st.sampled_from(sorted(SAMPLE.products)),
    production_days=st.none() | st.integers(1, 60),
    shipping_days=st.none() | st.integers(1, 20),
    rush=st.booleans(),
    needed_by=st.none(),
)


def closed_on(days: list[str]) -> str:
    return "".join(
        f'[[closed]]\nfrom = {day}\nto = {day}\nreason = "Closed"\ncalendars = ["workshop", "dispatch", "carrier"]\n'
        for day in days
    )


def spans(found: Estimate) -> list[tuple[str, str]]:
    return [(str(step.earliest), str(step.latest)) for step in found.milestones]


def test_the_example_of_the_convention_holds(store: Store) -> None:
    found = estimate(store, Order(SUNDAY, production_days=7, shipping_days=5))
    assert [step.id for step in found.milestones] == list(MILESTONES)
    assert spans(found) == [
        ("2026-03-01", "2026-03-01"),  # order confirmed: the order's own day
        ("2026-03-03", "2026-03-03"),  # Monday receives the order; Tuesday is the first day counted
        ("2026-03-04", "2026-03-05"),  # design: 2 of 7 days, 3 of 10
        ("2026-03-11", "2026-03-16"),  # production complete
        ("2026-03-11", "2026-03-16"),  # quality check is the last of the production days
        ("2026-03-11", "2026-03-16"),  # shipped
        ("2026-03-18", "2026-03-25"),  # delivered
        ("2026-03-20", "2026-03-27"),  # two calendar days later
    ]
    assert found.count_on_it_by == dt.date(2026, 3, 25)


@pytest.mark.parametrize("vector", VECTORS["offset"], ids=lambda vector: vector["id"])
def test_known_offsets(vector: dict[str, Any]) -> None:
    week = [name for name, flag in zip(WEEK, vector["weekmask"], strict=True) if flag == "1"]
    closed = {dt.date.fromisoformat(day): "Closed" for day in vector["holidays"]}
    book = Calendar(week, closed, dt.date(1960, 1, 1), dt.date(2060, 12, 31))
    assert str(book.add(dt.date.fromisoformat(vector["start"]), vector["offset"])) == vector["expected"]


@pytest.mark.parametrize("vector", VECTORS["pipeline"], ids=lambda vector: vector["id"])
def test_worked_examples_of_vendors(tmp_path: Path, vector: dict[str, Any]) -> None:
    changes = {**PLAIN_WEEKS, "production.range_percent": "0", "shipping.range_percent": "0"}
    if "cutoff" in vector:
        changes["orders.cut_off"] = f"{vector['cutoff']}:00"
    store = store_with(tmp_path, changes, closed=closed_on(vector["holidays"]))
    text, days = vector["order"], vector["processing_days"][0]
    ordered = dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
    for transit, key in zip(vector.get("transit_days", [0]), ("deliver_min", "deliver_max"), strict=False):
        found = estimate(store, Order(ordered, production_days=days, shipping_days=transit or 1))
        assert str(found.milestone("shipped").earliest) == vector["expected"]["handover"]
        if transit:
            assert str(found.milestone("delivered").earliest) == vector["expected"][key]


@pytest.mark.parametrize("vector", VECTORS["derived"], ids=lambda vector: vector["id"])
def test_dates_reckoned_elsewhere_by_the_same_convention(tmp_path: Path, vector: dict[str, Any]) -> None:
    store = store_with(tmp_path, PLAIN_WEEKS, closed=closed_on(vector["holidays"]))
    days, carried = vector["production_days"], vector["shipping_days"]
    found = estimate(store, Order(dt.date.fromisoformat(vector["order"]), None, days, carried, vector["rush"]))
    expected = next(dates for name, dates in vector["expected"].items() if name.startswith("roll_forward"))
    assert str(found.milestone("production-complete").earliest) == expected["production_complete"]
    assert str(found.milestone("delivered").earliest) == expected["delivered"]
    assert found.production_days.days == vector["production_days_used"]


@pytest.mark.parametrize("vector", VECTORS["order_day"], ids=lambda vector: vector["id"])
def test_the_order_day_is_a_day_in_the_store_s_zone(tmp_path: Path, vector: dict[str, Any]) -> None:
    store = store_with(tmp_path, {"place.time_zone": f'"{vector["workshop_timezone"]}"'})
    moment = dt.datetime.fromisoformat(vector["instant"])
    assert str(order_day(moment, store)) == vector["expected"]["local_order_date"]


@pytest.mark.parametrize(
    ("ordered", "counted"),
    [
        ("2026-03-03T13:59:59", "2026-03-03"),
        ("2026-03-03T14:00:00", "2026-03-04"),
        ("2026-03-03T19:00:00+00:00", "2026-03-04"),  # 2 PM in New York
        ("2026-03-03T18:59:59+00:00", "2026-03-03"),
        ("2026-03-03T00:30:00+09:00", "2026-03-02"),  # still the day before in New York
        ("2026-12-31T15:00:00", "2027-01-01"),
    ],
)
def test_an_order_at_the_cut_off_counts_as_the_next_day(store: Store, ordered: str, counted: str) -> None:
    assert str(counted_day(dt.datetime.fromisoformat(ordered), store)) == counted


def test_a_late_order_keeps_its_own_day_on_the_confirmation(store: Store) -> None:
    found = estimate(store, Order(dt.datetime(2026, 3, 3, 15)))  # noqa: DTZ001 - a wall clock
    assert found.order_date == found.milestone("order-confirmed").latest == dt.date(2026, 3, 3)
    assert found.milestone("production-started").earliest == dt.date(2026, 3, 5)


def test_a_day_without_a_time_is_before_the_cut_off(store: Store) -> None:
    assert counted_day(SUNDAY, store) == SUNDAY


def test_the_three_calendars_are_apart(tmp_path: Path) -> None:
    changes = {
        "calendars.workshop.days": '["mon", "tue", "wed", "thu", "fri", "sat"]',
        "calendars.dispatch.days": '["tue"]',
        "calendars.carrier.days": '["mon", "wed", "sun"]',
    }
    found = estimate(store_with(tmp_path, changes), Order(dt.date(2026, 3, 2), None, 5, 2))
    complete, shipped, delivered = map(found.milestone, ("production-complete", "shipped", "delivered"))
    assert complete.earliest == dt.date(2026, 3, 7)  # a Saturday
    assert shipped.earliest == dt.date(2026, 3, 10)  # the next Tuesday
    assert delivered.earliest == dt.date(2026, 3, 16)  # rolls to Wednesday 11, then Sunday 15 and Monday 16


def test_public_holidays_and_closed_days_are_not_counted(store: Store) -> None:
    found = estimate(store, Order(dt.date(2026, 12, 18)))
    assert found.milestone("production-complete").earliest == dt.date(2026, 12, 31)
    assert found.milestone("delivered").earliest == dt.date(2027, 1, 8)


def test_further_closed_days_hold_up_the_workshop_but_not_the_carrier(store: Store) -> None:
    order, week = Order(dt.date(2026, 3, 2), None, 7, 5), ((dt.date(2026, 3, 9), dt.date(2026, 3, 13)),)
    assert estimate(store, order, week).milestone("shipped").earliest == dt.date(2026, 3, 18)
    delivery = ((dt.date(2026, 3, 16), dt.date(2026, 3, 17)),)
    assert estimate(store, order, delivery).milestone("delivered").earliest == dt.date(2026, 3, 18)


def test_a_product_has_its_own_lead_time_and_the_order_s_own_days_win(store: Store) -> None:
    assert estimate(store, Order(SUNDAY, "pet-portrait")).production_days == (12, 17)
    assert estimate(store, Order(SUNDAY, "pet-portrait", 3)).production_days == (3, 5)
    assert estimate(store, Order(SUNDAY)).production_days == (7, 10)


def test_rush_shortens_production_and_nothing_else(store: Store) -> None:
    usual, rush = estimate(store, Order(SUNDAY)), estimate(store, Order(SUNDAY, rush=True))
    assert (rush.production_days, rush.shipping_days) == ((5, 7), usual.shipping_days)
    assert rush.milestone("production-complete").earliest == dt.date(2026, 3, 9)
    assert rush.milestone("delivered").earliest == dt.date(2026, 3, 16)


@pytest.mark.parametrize(
    ("needed_by", "verdict"),
    [
        ("2026-03-25", "fits"),
        ("2026-03-24", "tight"),
        ("2026-03-18", "tight"),
        ("2026-03-17", "does-not-fit"),
        ("2026-03-01", "does-not-fit"),
    ],
)
def test_a_needed_by_date_fits_is_tight_or_does_not_fit(store: Store, needed_by: str, verdict: str) -> None:
    assert estimate(store, Order(SUNDAY, needed_by=dt.date.fromisoformat(needed_by))).verdict == verdict


def test_without_a_needed_by_date_there_is_no_verdict(store: Store) -> None:
    assert estimate(store, Order(SUNDAY)).verdict is None


def test_a_share_of_no_whole_day_ends_on_the_first_counted_day(store: Store) -> None:
    found = estimate(store, Order(SUNDAY, production_days=1))
    assert found.milestone("design-complete").earliest == found.milestone("production-started").earliest


def test_a_longer_lead_time_never_ends_design_earlier(tmp_path: Path) -> None:
    changes = {
        "stages.design": "2",
        "stages.production": "6",
        "stages.quality-check": "6",
        "production.range_percent": "10",
    }
    plan = plan_for(store_with(tmp_path, changes), None, 10, None, rush=False)
    assert plan.production == (10, 11)
    assert plan.design == (2, 2)  # 11 days alone would give the design 1


@given(ORDERS)
def test_earliest_is_never_after_latest_and_steps_follow_each_other(order: Order) -> None:
    steps = estimate(SAMPLE, order).milestones
    assert all(step.earliest <= step.latest for step in steps)
    assert [step.earliest for step in steps] == sorted(step.earliest for step in steps)
    assert [step.latest for step in steps] == sorted(step.latest for step in steps)


@given(ORDERS)
def test_rush_is_never_later(order: Order) -> None:
    usual, rush = (estimate(SAMPLE, order._replace(rush=speed)) for speed in (False, True))
    for slow, fast in zip(usual.milestones, rush.milestones, strict=True):
        assert fast.earliest <= slow.earliest
        assert fast.latest <= slow.latest


@given(ORDERS)
def test_every_date_agrees_with_numpy(order: Order) -> None:
    found, holidays = estimate(SAMPLE, order), [list(calendar.closed) for calendar in calendars(SAMPLE)]
    for end in ("earliest", "latest"):
        days, carried = (
            (found.production_days.days, found.shipping_days.days)
            if end == "earliest"
            else (found.production_days.latest_days, found.shipping_days.latest_days)
        )
        complete = np.busday_offset(found.counted_from, days, roll="forward", holidays=holidays[0])
        shipped = np.busday_offset(complete, 0, roll="forward", holidays=holidays[1])
        delivered = np.busday_offset(shipped, carried, roll="forward", holidays=holidays[2])
        for name, expected in (("production-complete", complete), ("shipped", shipped), ("delivered", delivered)):
            assert getattr(found.milestone(name), end) == expected.item()


@pytest.mark.parametrize(
    ("order", "problem"),
    [
        (Order(SUNDAY, production_days=0), "0 production days: write a whole number from 1 to 365"),
        (Order(SUNDAY, shipping_days=-1), "-1 shipping days: write a whole number from 1 to 365"),
        (Order(SUNDAY, production_days=9999), "9999 production days: write a whole number from 1 to 365"),
        (
            Order(SUNDAY, needed_by=dt.date(2026, 2, 28)),
            "needed by 2026-02-28 is before the order of 2026-03-01: write a later day",
        ),
        (
            Order(dt.date(2028, 12, 20)),
            "no guess is made past 2028-12-31, the last day this calendar knows: " + RENEW,
        ),
        (
            Order(dt.datetime(9999, 12, 31, 23)),  # noqa: DTZ001 - a wall clock
            "9999-12-31 has no next day: choose another date",
        ),
        (
            Order(dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14)))),
            "0001-01-01 00:00:00+14:00 is no date in America/New_York: choose another date",
        ),
    ],
)
def test_an_order_that_cannot_be_reckoned_is_refused(store: Store, order: Order, problem: str) -> None:
    with pytest.raises(EtaError) as refused:
        estimate(store, order)
    assert str(refused.value) == problem


def test_an_unknown_product_is_refused(store: Store) -> None:
    with pytest.raises(FactsError, match="unknown product 'mug': the store makes engraved-necklace"):
        estimate(store, Order(SUNDAY, "mug"))


def test_rush_is_refused_where_it_is_not_offered(tmp_path: Path) -> None:
    with pytest.raises(EtaError, match=r"^rush is not offered by this store"):
        estimate(store_with(tmp_path, {"rush.offered": "false"}), Order(SUNDAY, rush=True))


def test_a_store_without_public_holidays_knows_a_century(tmp_path: Path) -> None:
    found = estimate(store_with(tmp_path, PLAIN_WEEKS), Order(dt.date(2090, 3, 1)))
    assert found.milestone("production-complete").earliest == dt.date(2090, 3, 10)
