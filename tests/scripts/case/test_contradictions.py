"""What a case says as a whole: what it is about, what the store can meet, and days that can follow each other."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from case.case import Case, CaseError, read_case
from tests.scripts.case_samples import ORDERED, SAMPLE, WORDS, entry, read, refusal, template, with_entries
from tests.scripts.facts_samples import store_with

if TYPE_CHECKING:
    from pathlib import Path

# Facts that cannot all be true on Wednesday, March 4, at ten in New York, and what is said of them.
IMPOSSIBLE: list[tuple[dict[str, str], str]] = [
    ({"order_date": "2026-03-05"}, 'order_date = "2026-03-05": expected a day that is not after today, 2026-03-04'),
    ({"asked": "2026-03-05T09:00"}, 'asked = "2026-03-05": expected a day that is not after today, 2026-03-04'),
    ({"delivered": "2026-03-05"}, 'delivered = "2026-03-05": expected a day that is not after today, 2026-03-04'),
    ({"last_parcel": "2026-03-05"}, 'last_parcel = "2026-03-05": expected a day that is not after today, 2026-03-04'),
    (
        {"order_date": ORDERED, "last_parcel": "2026-03-01"},
        'last_parcel = "2026-03-01": expected a day that is not before the order, 2026-03-02',
    ),
    (
        {"order_date": ORDERED, "asked": "2026-03-01T09:00"},
        'asked = "2026-03-01": expected a day that is not before the order, 2026-03-02',
    ),
    (
        {"order_date": ORDERED, "delivered": "2026-03-01"},
        'delivered = "2026-03-01": expected a day that is not before the order, 2026-03-02',
    ),
    (
        {"order_date": ORDERED, "needed_by": "2026-03-01"},
        'needed_by = "2026-03-01": expected a day that is not before the order, 2026-03-02',
    ),
    (
        {"order_date": ORDERED, "promise": "2026-02-20..2026-03-01"},
        'promise = "2026-03-01": expected days that are not before the order, 2026-03-02',
    ),
    # Within one day.
    (
        {"order_date": ORDERED, "asked": "2026-03-02T18:29"},
        'asked = "2026-03-02 18:29": expected a moment that is not before the order, 2026-03-02 18:30',
    ),
    (
        {"order_date": ORDERED, "asked": "2026-03-02T15:29:00-08:00"},
        'asked = "2026-03-02 18:29": expected a moment that is not before the order, 2026-03-02 18:30',
    ),
    (
        {"order_date": "2026-03-04T10:01"},
        'order_date = "2026-03-04 10:01": expected a moment that is not after now, 2026-03-04 10:00',
    ),
    (
        {"asked": "2026-03-04T16:00:00+00:00"},
        'asked = "2026-03-04 11:00": expected a moment that is not after now, 2026-03-04 10:00',
    ),
]


@pytest.mark.parametrize("empty", [None, "", " \n", {}, []], ids=repr)
def test_a_fact_that_is_empty_is_not_known(empty: Any) -> None:
    assert vars(read(**dict.fromkeys(set(Case._fields) - {"message"}, empty))) == vars(read())


@pytest.mark.parametrize(
    "said", [{}, {"message": None}, {"message": ""}, {"message": " \n"}, {"message": " ", "concern": " "}], ids=str
)
def test_without_words_or_a_concern_there_is_nothing_to_answer(said: dict[str, Any]) -> None:
    problem = "case: message: missing, expected the customer's words, or a concern by its id"
    with pytest.raises(CaseError) as refused:
        read_case(said, SAMPLE, WORDS, dt.datetime(2026, 3, 4, tzinfo=dt.UTC))
    assert str(refused.value) == problem


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("scenarios/change-request", "scenarios/change-request"),
        ("change-request", "scenarios/change-request"),
        ("references/faq", "references/faq"),
        ("faq", "references/faq"),
        ("shipped", "stages/shipped"),  # the stage comes before the milestone of that name
    ],
)
def test_a_concern_may_be_named_by_its_last_part(written: str, expected: str) -> None:
    names = ("stages/shipped", "scenarios/change-request", "milestones/shipped")
    words = with_entries(*(entry(name, template("only", "Only", {})) for name in names))
    now = dt.datetime(2026, 3, 4, tzinfo=dt.UTC)
    assert read_case({"concern": written}, SAMPLE, words, now).concern == expected
    with pytest.raises(
        CaseError, match=r'^case: concern = "chnage-request": unknown, did you mean scenarios/change-req'
    ):
        read_case({"concern": "chnage-request"}, SAMPLE, words, now)


def test_a_region_that_the_store_does_not_serve_is_refused(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"place.regions": '["us", "ca"]'})
    with pytest.raises(CaseError, match=r'^case: region = "eu": expected one of us, ca$'):
        read(store, region="eu")


def test_a_value_that_this_store_cannot_meet_is_not_decided(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"rush.offered": "false"})
    with pytest.raises(CaseError, match=r'^case: decided\.rush = "offered": expected one of not-offered$'):
        read(store, decided={"rush": "offered"})


@pytest.mark.parametrize(("facts", "problem"), IMPOSSIBLE, ids=[str(facts) for facts, _ in IMPOSSIBLE])
def test_moments_that_cannot_follow_each_other_are_named(facts: dict[str, str], problem: str) -> None:
    assert refusal(**facts) == f"case: {problem}"


@pytest.mark.parametrize(
    "facts",
    [
        {"order_date": "2026-03-04T10:00", "asked": "2026-03-04T10:00"},
        {"order_date": ORDERED, "asked": "2026-03-02T15:30:00-08:00"},
        {"order_date": "2026-03-04", "asked": "2026-03-04T00:00", "delivered": "2026-03-04", "needed_by": "2026-03-04"},
        {"order_date": "2026-03-04T23:59:59+09:00"},  # five to ten in New York
        {"needed_by": "2026-03-01"},  # the day may have passed
        {"promise": "2026-02-20..2026-03-01"},
        {"order_date": ORDERED, "promise": "2026-03-02"},
        {"delivered": "2026-03-01", "asked": "2026-02-20T09:00"},  # they asked before it came
        {"delivered": "2026-03-03", "last_parcel": "2026-03-02"},  # this piece was the last one
    ],
    ids=str,
)
def test_moments_that_may_be_true_are_not_doubted(facts: dict[str, str]) -> None:
    assert read(**facts)


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles", "UTC"])
def test_a_moment_of_answering_without_an_offset_is_the_stores_on_every_machine(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    now = dt.datetime(2026, 3, 4, 0, 30)  # noqa: DTZ001 - that is the point
    assert read_case({"message": "…", "order_date": "2026-03-04"}, SAMPLE, WORDS, now).order_date == dt.date(2026, 3, 4)
    with pytest.raises(CaseError, match=r"not after today, 2026-03-04$"):
        read_case({"message": "…", "order_date": "2026-03-05"}, SAMPLE, WORDS, now)


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(CaseError, match=r'^case: = "Where is it\?": expected a table$'):
        read_case("Where is it?", SAMPLE, WORDS, dt.datetime(2026, 3, 4, tzinfo=dt.UTC))


def test_a_case_is_read_only() -> None:
    with pytest.raises(AttributeError, match="read only"):
        read().stage = "shipped"
