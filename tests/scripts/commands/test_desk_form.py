"""The desk as a form: what a page asks and is told."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from answer.answer import answer, as_data
from case.case import read_case
from case.from_message import reading_of
from commands import desk_form
from reading.triage.model import load_model
from tests.scripts.case_samples import SAMPLE
from words.catalogue import load_words

NOW = "2026-03-04T15:00:00Z"  # Wednesday, 10 in the morning in New York


def ask(now: str = NOW, **fields: Any) -> dict[str, Any]:
    return desk_form.answer_form(SAMPLE, {"now": now, **fields})


def test_a_page_is_told_the_data_of_the_terminal() -> None:
    fields = {"message": "Where is my order?", "order_date": "2026-03-02", "stage": "design", "customer": "Maya"}
    words, now = load_words(), dt.datetime.fromisoformat(NOW)
    case = read_case(fields, SAMPLE, words, now)
    found = answer(SAMPLE, words, load_model(), case, now, reading_of(case, SAMPLE, words, now))
    assert ask(**fields) == as_data(found, words)


def test_an_answer_is_plain_json_with_the_stores_own_facts() -> None:
    told = json.loads(desk_form.answer_json(json.dumps({"now": NOW, "message": "Where is my order?"})))
    assert told["concern"]["id"] == "scenarios/order-status"


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"stage": "made"}, "stage", "Expected one of design, production, quality-check, shipped, unknown"),
        ({"stage": "made: of gold"}, "stage", "Expected one of design, production, quality-check, shipped, unknown"),
        ({"notices": "x = y: expected z"}, "notices", "Expected a whole number from 0 to 9"),
        ({"decided": {"windows": "open"}}, "decided.windows", "Unknown, did you mean window?"),
        ({"concern": "chnage: request"}, "concern", "Unknown, did you mean scenarios/change-request?"),
        ({"custmer": "Maya"}, "custmer", 'Unknown key, did you mean "customer"?'),
        ({"message": " "}, "message", "Missing, expected the customer's words, or a concern by its id"),
        ({"delivered": "2026-03-05"}, "delivered", "Expected a day that is not after today, 2026-03-04"),
    ],
)
def test_a_refusal_names_the_field_and_what_to_write(fields: dict[str, Any], field: str, message: str) -> None:
    assert ask(**{"message": "Where is it?", **fields}) == {"refused": [{"field": field, "message": message}]}


def test_every_field_to_mend_is_named_at_once() -> None:
    told = ask(message="Where is it?", stage="made", notices="many", zzz="1")
    assert [refusal["field"] for refusal in told["refused"]] == ["zzz", "stage", "notices"]


def test_what_is_asked_stays_as_it_is() -> None:
    fields = {"now": NOW, "message": "Where is it?"}
    desk_form.answer_form(SAMPLE, fields)
    assert fields == {"now": NOW, "message": "Where is it?"}


def test_today_is_the_stores_own_day() -> None:
    midnight = "2026-03-05T05:00:00Z"
    assert "refused" in ask(now="2026-03-05T04:59:59Z", concern="order-status", delivered="2026-03-05")
    assert "refused" not in ask(now=midnight, concern="order-status", delivered="2026-03-05")
