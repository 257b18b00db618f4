"""What the law asks of a late store in the United States, each limit on both of its sides (16 CFR 435.1 and 435.2)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from facts.store import load_store
from tests.scripts.case_samples import WORDS, said, situation, value, whole_sentences
from tests.scripts.facts_samples import FACTS, store_with, write_facts
from verdicts.delay import DELAY_RULE, REFUND, days_late, is_canceled, needs_a_yes, refund_by

if TYPE_CHECKING:
    from pathlib import Path

    from case.situation import Situation

# Ordered on Monday, March 2: handed over on March 11 to 16, delivered on March 18 to 25.
ORDERED = "2026-03-02"
TOLD = "2026-03-18..2026-03-25"
MAKING = {"stage": "production"}


def on(day: str, **facts: Any) -> Situation:
    """The order of March 2, answered at noon of a day such as 03-18 or 2027-01-04, by a customer in the US."""
    date = day if day.count("-") > 1 else f"2026-{day}"
    return situation(now=f"{date}T12:00", **{"order_date": ORDERED, "region": "us", **facts})


@pytest.mark.parametrize(
    ("today", "facts", "expected"),
    [
        ("03-25", {}, None),  # not late
        ("03-26", {"region": "eu", **MAKING}, None),
        ("03-26", {"region": None, **MAKING}, None),
        ("03-26", {"stage": "shipped"}, None),  # handed over: the rule is about shipping
        ("03-30", {"delivered": "2026-03-27"}, None),
        ("03-16", {"stage": "design"}, "first"),  # the last day of the promised hand-over
        ("03-16", {"stage": "design", "notices": 0}, "first"),
        ("03-17", {"stage": "design"}, "never-noticed"),
        ("03-17", {"stage": "design", "notices": 0}, "never-noticed"),
        ("03-17", {"stage": "design", "notices": 1}, "further"),
        ("03-16", {"stage": "design", "notices": 1}, "further"),
        ("03-16", MAKING, None),  # on the last day it can still be handed over in time
        ("03-17", MAKING, "never-noticed"),  # and from now on it cannot, though March 25 can still be kept
        ("03-17", {"stage": "quality-check", "notices": 1}, "further"),
        ("03-17", {}, None),  # it may have left us
        ("04-14", {"stage": "quality-check"}, "never-noticed"),
        ("03-26", {}, "ask-workshop"),  # it may have left us
        ("03-26", {"stage": "unknown", "notices": 1}, "further"),
        # Only the delivery window they were told is known: it has to leave us seven carrier days before its end.
        ("03-26", {"order_date": None, "promise": TOLD, **MAKING}, "never-noticed"),
        ("03-26", {"order_date": None, "promise": TOLD, "notices": 2, **MAKING}, "further"),
        ("03-11", {"promise": "2026-03-18..2026-03-19", "stage": "design"}, "never-noticed"),
        ("03-10", {"promise": "2026-03-18..2026-03-19", "stage": "design"}, "first"),
    ],
)
def test_a_delay_in_the_united_states_has_its_notice(today: str, facts: dict[str, Any], expected: str | None) -> None:
    assert value(DELAY_RULE, on(today, **facts)) == expected


@pytest.mark.parametrize(
    ("today", "late", "expected"),
    [("2026-04-01", 30, "first"), ("2026-04-02", 31, "further")],
)
def test_silence_may_count_for_a_first_delay_of_thirty_days_and_no_more(
    tmp_path: Path, today: str, late: int, expected: str
) -> None:
    store = store_with(tmp_path, {"products.engraved-necklace.production_days": "22"})
    facts: dict[str, Any] = {"order_date": ORDERED, "product": "engraved-necklace", "stage": "design", "region": "us"}
    asked = situation(store, now=f"{today}T12:00", notices=0, **facts)
    assert (days_late(asked), value(DELAY_RULE, asked)) == (late, expected)
    handover = asked.promised_handover
    assert handover
    assert dt.date.fromisoformat(today) < handover  # so that no other rule decides


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "2026-03-16"),
        ({"promise": TOLD}, "2026-03-16"),
        ({"promise": TOLD, "order_date": None}, "2026-03-16"),
        ({"promise": "2026-03-18..2026-03-19"}, "2026-03-10"),
        ({"promise": "2026-03-18..2026-03-22"}, "2026-03-11"),  # a Sunday: the carrier is there on Friday
        ({"order_date": None}, None),
    ],
)
def test_the_promised_hand_over_follows_from_what_the_customer_was_told(
    facts: dict[str, Any], expected: str | None
) -> None:
    found = on("03-04", **facts).promised_handover
    assert (str(found) if found else None) == expected


@pytest.mark.parametrize(("stage", "expected"), [("quality-check", 8), ("design", 26)])
def test_a_delay_is_counted_from_what_the_customer_was_told(stage: str, expected: int) -> None:
    today = {"quality-check": "03-16", "design": "03-20"}[
        stage
    ]  # now delivered by March 27, or April 14, at the latest
    assert days_late(on(today, promise="2026-03-18..2026-03-19", stage=stage)) == expected


@pytest.mark.parametrize(
    ("today", "facts", "expected"),
    [
        # Canceled today: from today on.
        ("03-26", {"notices": 1}, "2026-04-06"),
        ("03-28", {"notices": 1}, "2026-04-08"),  # a Saturday counts from Monday on
        ("12-22", {"notices": 1}, "2027-01-04"),  # over Christmas Day and New Year's Day; the store's own days are none
        # No notice before the hand-over of March 16: from that day on, however late we see it.
        ("03-18", MAKING, "2026-03-25"),
        ("03-26", MAKING, "2026-03-25"),
        ("05-04", MAKING, "2026-03-25"),
        ("03-26", {"region": "eu", **MAKING}, None),
    ],
)
def test_the_refund_is_due_within_seven_working_days(today: str, facts: dict[str, Any], expected: str | None) -> None:
    found = refund_by(on(today, **facts))
    assert (str(found) if found else None) == expected


def test_the_days_of_the_law_are_monday_to_friday_whenever_the_store_answers(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"support_hours.days": '["wed"]'})
    asked = situation(store, now="2026-03-26T12:00", order_date=ORDERED, region="us", notices=1)
    assert str(refund_by(asked)) == "2026-04-06"


HOLIDAYS = FACTS.with_name("holidays.toml").read_text(encoding="utf-8")
IN_GERMANY = HOLIDAYS.replace('"US"', '"DE"').replace("[days]", '[days]\n2026-04-03 = "Good Friday"')


@pytest.mark.parametrize(
    ("country", "holidays", "today", "expected"),
    [
        # Good Friday is a holiday where the workshop is, and no reason to pay a customer in the United States later.
        ('"DE"', IN_GERMANY, "2026-03-26", "2026-04-06"),
        ('"US"', HOLIDAYS, "2026-12-21", "2026-12-31"),  # over Christmas Day
        ('"US"', HOLIDAYS.replace("last_year = 2028", "last_year = 2026"), "2026-12-21", "2026-12-31"),
        ('"US"', HOLIDAYS.replace("last_year = 2028", "last_year = 2026"), "2026-12-22", None),  # no guess
    ],
    ids=["other holidays", "own holidays", "the last known day", "past it"],
)
def test_the_days_of_the_law_skip_the_holidays_of_its_own_region(
    tmp_path: Path, country: str, holidays: str, today: str, expected: str | None
) -> None:
    store = load_store(write_facts(tmp_path, {"place.country": country}, holidays=holidays))
    found = refund_by(situation(store, now=f"{today}T12:00", order_date=ORDERED, region="us", notices=1))
    assert (str(found) if found else None) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [('["mon", "tue", "wed", "thu", "fri"]', "2026-03-16"), ('["tue"]', "2026-03-10"), ('["sun"]', "2026-03-15")],
)
def test_what_was_promised_leaves_on_the_last_dispatch_day_in_time(tmp_path: Path, days: str, expected: str) -> None:
    store = store_with(tmp_path, {"calendars.dispatch.days": days})
    assert str(situation(store, now="2026-03-04T12:00", promise=TOLD).promised_handover) == expected


@pytest.mark.parametrize(
    ("today", "facts", "expected"),
    [
        # By the law of the United States.
        ("03-16", {"stage": "design", "notices": 0}, False),
        ("03-16", {"stage": "design", "notices": 1}, True),
        ("03-17", {"stage": "design", "notices": 0}, False),  # it counts as canceled: there is nothing to say yes to
        # Elsewhere by our policy, at a second delay.
        ("03-18", {"region": "eu", **MAKING}, False),
        ("03-18", {"region": "eu", "notices": 0, **MAKING}, False),
        ("03-18", {"region": "eu", "notices": 1, **MAKING}, True),
        ("03-18", {"region": None, "notices": 1, **MAKING}, True),
        ("03-26", {"region": "eu", "notices": 1, "stage": "shipped"}, False),
        ("03-04", {"region": "eu", "notices": 1, **MAKING}, False),  # not late any more
    ],
)
def test_a_second_delay_needs_a_clear_yes(today: str, facts: dict[str, Any], expected: bool) -> None:
    assert needs_a_yes(on(today, **facts)) == expected


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("03-18", "by Wednesday, March 25"),
        ("03-24", "by Wednesday, March 25"),
        ("03-25", "today"),
        ("03-26", "today, although it was due by Wednesday, March 25"),
    ],
)
def test_a_refund_that_is_due_or_overdue_goes_out_today(today: str, words: str) -> None:
    assert REFUND.say(on(today, **MAKING), WORDS) == words


def test_the_agent_reads_that_a_refund_is_overdue() -> None:
    assert "goes back today, although it was due by Wednesday, March 25. " in said(DELAY_RULE, on("03-26", **MAKING))


def test_the_refund_has_words_where_no_holidays_are_known_any_more() -> None:
    told = said(DELAY_RULE, on("2028-12-28", notices=1, **MAKING))
    assert "the law's last day is 7 working days from today. " in told


@pytest.mark.parametrize(
    ("today", "facts", "words"),
    [
        (
            "03-26",
            {"notices": 0},
            "It counts as canceled: no notice went out before the promised hand-over, Monday, March 16. ",
        ),
        ("03-26", {"notices": 1}, "A further delay: only a clear yes keeps the order. "),
        ("03-13", {"stage": "design"}, "First delay, by about 11 days: offer to wait or to cancel. "),
    ],
)
def test_the_agent_reads_what_the_delay_asks_for(today: str, facts: dict[str, Any], words: str) -> None:
    assert said(DELAY_RULE, on(today, **{**MAKING, **facts})).startswith(words)


@pytest.mark.parametrize(("notices", "asks"), [(None, True), (0, False)])
def test_while_nobody_knows_of_notices_the_agent_is_told_that_one_would_count(notices: int | None, asks: bool) -> None:
    told = said(DELAY_RULE, on("03-26", notices=notices, **MAKING))
    assert told.endswith("Then enter it.") == asks


@pytest.mark.parametrize(
    ("facts", "expected"),
    [(MAKING, True), ({}, False), ({"stage": "shipped"}, False), ({"notices": 1, **MAKING}, False)],
)
def test_an_order_counts_as_canceled_only_while_it_is_known_to_be_with_us(
    facts: dict[str, Any], expected: bool
) -> None:
    assert is_canceled(on("03-26", **facts)) == expected


@pytest.mark.parametrize("stage", ["design", "production", "quality-check", "shipped", "unknown"])
@pytest.mark.parametrize("ordered", [ORDERED, None])
@pytest.mark.parametrize("notices", [None, 0, 1])
def test_every_verdict_on_a_delay_is_made_of_whole_sentences(
    stage: str, ordered: str | None, notices: int | None
) -> None:
    for day in ("03-02", "03-16", "03-20", "03-27", "04-27", "2028-12-28"):
        for promise in (None, TOLD):
            asked = on(day, order_date=ordered, stage=stage, promise=promise, notices=notices)
            assert whole_sentences(DELAY_RULE, asked), (day, promise)
