"""What to ask, or look up, next: the most decisive first, with what would change, and nothing that is known."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.choices import choices, template_for
from answer.questions import CHANGES, questions
from tests.scripts.case_samples import SAMPLE, WORDS, entry, situation, template, with_entries
from tests.scripts.facts_samples import store_with
from words.catalogue import Entry

if TYPE_CHECKING:
    from pathlib import Path

    from answer.questions import Question
    from facts.schema import Store

WINDOWS = {
    "open": "Still open",
    "closed-by-time": "Over",
    "closed-by-production": "Begun",
    "ask-workshop": "We ask",
}
CHANGE = entry(
    "scenarios/change-request", *(template(value, WINDOWS[value], {"window": [value]}) for value in WINDOWS)
)._replace(wants=("change_to",))
DAMAGED = entry(
    "scenarios/damaged-on-arrival",
    template("not-yet", "Please send a photo", {"photos": ["not-yet"]}),
    template("received", "We have the photo", {"photos": ["received"]}),
)
WRONG = entry(
    "scenarios/wrong-personalization",
    template("misspelled", "Misspelled", {"error": ["misspelled"]}),
    template("missing", "Missing", {"error": ["missing"]}),
)._replace(wants=("customization", "made"))
RUSH = entry(
    "scenarios/rush-order",
    template("offered", "Yes", {"rush": ["offered"]}),
    template("not-offered", "No", {"rush": ["not-offered"]}),
)
REGION = entry(
    "scenarios/refund-status",
    template("us", "In the States", {"region": ["us"]}),
    template("eu", "In Europe", {"region": ["eu"]}),
)
# Replies that differ by the window, and once it is open by the photo too.
MIXED = entry(
    "scenarios/own-typo",
    template("open", "Open, no photo", {"window": ["open"], "photos": ["not-yet"]}),
    template("open-photo", "Open, a photo", {"window": ["open"], "photos": ["received"]}),
    template("time", "Over", {"window": ["closed-by-time"]}),
    template("begun", "Begun", {"window": ["closed-by-production"]}),
    template("ask", "We ask", {"window": ["ask-workshop"], "photos": ["not-yet"]}),
    template("ask-photo", "We ask, a photo", {"window": ["ask-workshop"], "photos": ["received"]}),
)
# A dress that came long ago, to the EU: whether it may go back hangs on what was told before the order.
RETURN = entry(
    "scenarios/return-request",
    template("back", "Yes", {"return": ["by-law", "by-policy"]}),
    template("check", "We look it up", {"return": ["check-told"]}),
    template("no", "No", {"return": ["over", "never"]}),
)
DRESS = {"product": "linen-dress", "delivered": "2026-01-30", "region": "eu"}
ALONE = entry("scenarios/thank-you", template("only", "The only one", {}))
SOON = "2026-03-04T09:00"
GIVEN = {
    "stage": "design",
    "order_date": SOON,
    "photos": "yes",
    "needed_by": "2026-03-27",
    "region": "us",
    "product": "engraved-necklace",
    "delivered": "2026-03-04",
    "order": "1042",
    "customization": "Luna",
    "change_to": "Lena",
    "made": "Lune",
    "approved": "Luna",
    "customer": "Maya",
    "told": "no",
}


def named(value: object) -> str:
    return value.id if isinstance(value, Entry) else str(value)


def asked(found: Entry, store: Store = SAMPLE, blanks: tuple[str, ...] = (), **facts: Any) -> list[Question]:
    """What is asked of a case with these facts on Wednesday at ten."""
    words = with_entries(CHANGE, DAMAGED, WRONG, RUSH, REGION, MIXED, RETURN, ALONE)
    judged = situation(store, concern=found.id, **facts)
    return questions(judged, found, choices(judged, words, found), words, blanks)


def decisive(found: Entry, store: Store = SAMPLE, **facts: Any) -> list[str]:
    """The questions whose answer may select another reply."""
    return [question.fact for question in asked(found, store, **facts) if question.decides]


@pytest.mark.parametrize(
    ("found", "facts", "expected"),
    [
        (CHANGE, {}, ["stage", "order_date"]),
        (CHANGE, {"stage": "unknown"}, ["stage", "order_date"]),
        (CHANGE, {"stage": "design"}, ["order_date"]),
        (CHANGE, {"order_date": SOON}, ["stage"]),
        (CHANGE, {"stage": "design", "order_date": SOON}, []),
        (CHANGE, {"stage": "production"}, []),  # work has begun: the hour of the order changes nothing
        (CHANGE, {"order_date": "2026-03-02T09:00"}, ["stage"]),  # over by time, and perhaps begun
        (CHANGE, {"order_date": "2026-03-02T09:00", "stage": "design"}, []),
        (CHANGE, {"decided": {"window": "open"}}, []),
        (DAMAGED, {}, ["photos"]),
        (DAMAGED, {"photos": "no"}, []),
        (DAMAGED, {"photos": "yes"}, []),
        (WRONG, {}, ["decided.error"]),
        (WRONG, {"decided": {"error": "missing"}}, []),
        (RUSH, {}, ["stage", "order_date", "needed_by"]),
        (RUSH, {"stage": "shipped"}, []),
        (REGION, {}, ["region"]),
        (REGION, {"region": "eu"}, []),
        (RETURN, DRESS, ["told"]),
        (RETURN, {**DRESS, "delivered": "2026-02-10"}, ["told"]),  # by our days; by the law they would get more
        (RETURN, {**DRESS, "told": "yes"}, []),
        (RETURN, {**DRESS, "told": "no"}, []),
        (RETURN, {**DRESS, "delivered": "2026-02-20"}, []),  # whatever they were told
        (RETURN, {**DRESS, "region": "us"}, []),
        (RETURN, {**DRESS, "region": None}, ["region"]),  # not a refusal before it is known
        (RETURN, {**DRESS, "region": None, "product": "engraved-necklace"}, []),
        (ALONE, {}, []),
    ],
    ids=named,
)
def test_only_what_may_change_the_reply_and_is_not_known_is_decisive(
    found: Entry, facts: dict[str, Any], expected: list[str]
) -> None:
    assert decisive(found, **facts) == expected


def test_what_decides_between_most_replies_is_asked_first() -> None:
    assert decisive(MIXED) == ["stage", "order_date", "photos"]
    assert decisive(MIXED, order_date=SOON, stage="design") == ["photos"]


def test_what_decides_comes_before_what_only_fills_a_blank() -> None:
    told = [question.decides for question in asked(CHANGE)]
    assert True in told
    assert all(earlier >= later for earlier, later in pairwise(told))


@pytest.mark.parametrize(
    ("found", "facts", "expected"),
    [
        (DAMAGED, {}, "The reply may become “We have the photo”; now it is “Please send a photo”."),
        (REGION, {}, "The reply may become “In Europe”; now it is “In the States”."),
        (CHANGE, {}, "The reply may become “Still open” or “Over” or 1 more; now it is “We ask”."),
    ],
    ids=named,
)
def test_a_question_says_what_its_answer_would_change(found: Entry, facts: dict[str, Any], expected: str) -> None:
    assert asked(found, **facts)[0].changes == expected


@pytest.mark.parametrize("found", [CHANGE, DAMAGED, WRONG, RUSH, REGION, MIXED, RETURN], ids=lambda found: found.id)
def test_the_answer_to_a_decisive_question_can_select_another_reply(found: Entry) -> None:
    """Some value of what it settles leads to a template that the question names."""
    words, judged = with_entries(found), situation(concern=found.id)
    chosen = {choice.condition: choice.value for choice in choices(judged, words, found)}
    now = template_for(words, found, chosen).title
    for question in asked(found):
        if question.decides:
            assert question.changes.endswith(f"now it is “{now}”.")
            assert f"“{now}” or" not in question.changes


def test_a_question_for_a_person_has_its_answers() -> None:
    (question,) = [question for question in asked(WRONG) if question.decides]
    assert question.options == (("misspelled", "Misspelled"), ("missing", "It is missing"))
    assert question.ask == "What is wrong?"


def test_a_question_says_where_the_answer_is_found() -> None:
    told = {question.fact: question.where for question in asked(CHANGE)}
    assert told["stage"].startswith("Workshop board")


def test_what_a_store_cannot_meet_is_not_asked(tmp_path: Path) -> None:
    without_rush = store_with(tmp_path, {"rush.offered": "false"})
    assert decisive(RUSH, without_rush) == []
    only_here = store_with(tmp_path, {"place.regions": '["us"]'})
    assert decisive(REGION, only_here) == []


@pytest.mark.parametrize(
    ("found", "blanks", "facts", "expected"),
    [
        (ALONE, (), {}, ("customer", "order")),
        (ALONE, (), {"order": "1042"}, ("customer",)),
        (ALONE, (), {"order": "1042", "customer": "Maya"}, ()),
        (ALONE, ("order.item",), {"order": "1042", "customer": "Maya"}, ("product",)),
        (ALONE, ("order.item",), {"order": "1042", "customer": "Maya", "product": "home-sign"}, ()),
        (CHANGE, (), {"stage": "production", "order": "1042", "customer": "Maya"}, ("change_to",)),
        (WRONG, (), {"order": "1042", "customer": "Maya"}, ("customization", "decided.error", "made")),
    ],
    ids=named,
)
def test_what_the_reply_needs_is_asked_too(
    found: Entry, blanks: tuple[str, ...], facts: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert {question.fact for question in asked(found, blanks=blanks, **facts)} == {*expected}


@given(
    st.sets(st.sampled_from(sorted(GIVEN))),
    st.sampled_from((CHANGE, DAMAGED, WRONG, RUSH, REGION, MIXED, RETURN, ALONE)),
)
def test_nothing_is_asked_that_is_known_and_nothing_twice(names: set[str], found: Entry) -> None:
    facts: dict[str, Any] = {name: GIVEN[name] for name in names}
    told = [question.fact for question in asked(found, blanks=("order.item",), **facts)]
    assert names.isdisjoint(told)
    assert len(set(told)) == len(told)


def test_every_question_is_a_whole_sentence() -> None:
    for name, known in WORDS.desk.questions.items():
        assert (name, known.ask[0].isupper(), known.ask[-1], known.where[-1]) == (name, True, "?", ".")
        assert known.changes[-1:] in ("", "."), name


@pytest.mark.parametrize(
    ("others", "says"),
    [
        (["B"], "The reply may become “B”; now it is “A”."),
        (["B", "C"], "The reply may become “B” or “C”; now it is “A”."),
        (["B", "C", "D", "E"], "The reply may become “B” or “C” or 2 more; now it is “A”."),
    ],
)
def test_a_question_names_the_replies_it_decides_between(others: list[str], says: str) -> None:
    assert CHANGES.say(("A", *others), WORDS) == says
