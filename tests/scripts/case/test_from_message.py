"""What a case takes from its message: only what nobody entered, nothing that cannot be true, and all of it is told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from case.case import read_case
from case.from_message import reading_of, take
from dates.time_zones import in_zone
from tests.scripts.case_samples import NOW, SAMPLE, refusal
from tests.tables import for_each
from words.catalogue import load_words

if TYPE_CHECKING:
    from case.from_message import Taken

RICH = (
    "Hi! Order 2041, the engraved necklace I ordered on March 2. Could you change the text to “Luna, forever”? "
    "I need it by March 27.\n\nThanks,\nMaya\nLeeds, UK"
)


def taken(message: str = RICH, /, now: str = NOW, **entered: Any) -> Taken:
    at = in_zone(dt.datetime.fromisoformat(now), SAMPLE.place.time_zone)
    case = read_case({"message": message, **entered}, SAMPLE, load_words(), at)
    return take(case, reading_of(case, SAMPLE, load_words(), at), SAMPLE, at)


def state(found: Taken, fact: str) -> tuple[str, str]:
    """What became of a fact, and why."""
    told = next(told for told in found.told if told.found.fact == fact)
    return told.state, told.reason


def test_a_message_fills_what_nobody_entered() -> None:
    found = taken()
    expected = {
        "order": "#2041",
        "product": "engraved-necklace",
        "order_date": dt.date(2026, 3, 2),
        "change": "personalization",
        "change_to": "Luna, forever",
        "needed_by": dt.date(2026, 3, 27),
        "customer": "Maya",
        "region": "uk",
    }
    assert {name: getattr(found.case, name) for name in expected} == expected
    assert {name: found.origins[name] for name in expected} == dict.fromkeys(expected, "message")
    assert found.origins["message"] == "entered"


@for_each(
    "fact, entered",
    [
        ("order", "1042"),
        ("customer", "Nora"),
        ("product", "pet-portrait"),
        ("order_date", "2026-03-01"),
        ("needed_by", "2026-03-30"),
        ("region", "eu"),
    ],
)
def test_what_was_entered_wins_and_the_difference_is_told(fact: str, entered: str) -> None:
    found = taken(**{fact: entered})
    assert str(getattr(found.case, fact)) == entered
    assert found.origins[fact] == "entered"
    assert state(found, fact) == ("overruled", "entered")


@for_each(
    "fact, entered",
    [
        ("order", "2041"),
        ("order", "# 2041"),
        ("customer", "maya lind"),
        ("product", "Engraved necklace"),
        ("order_date", "2026-03-02T18:30"),
        ("change_to", "“Luna,  forever”"),
    ],
)
def test_the_same_in_another_spelling_is_no_contradiction(fact: str, entered: str) -> None:
    assert state(taken(**{fact: entered}), fact) == ("used", "")


def test_what_is_dropped_is_left_empty() -> None:
    found = taken(dropped=["order", "customer"])
    assert (found.case.order, found.case.customer) == ("", "")
    assert state(found, "order") == ("dropped", "dropped")
    assert found.origins["order"] == "dropped"
    assert found.case.product == "engraved-necklace"


@for_each("dropped", ["order customer", "order, customer", ["order", "customer", "order"]])
def test_names_of_what_is_dropped_are_a_list_or_a_text(dropped: Any) -> None:
    assert taken(dropped=dropped).case.dropped == ("order", "customer")


def test_a_name_of_no_fact_cannot_be_dropped() -> None:
    assert "dropped" in refusal(dropped=["ordre"])
    assert "order" in refusal(dropped=["ordre"])
    assert "names in a list" in refusal(dropped=[1])


@for_each(
    "message, fact",
    [
        ("Hi, is it order 1042 or 1043? Where is it?", "order"),
        ("I need it by next Friday, will that work?", "needed_by"),
    ],
)
def test_what_may_mean_two_things_is_asked_and_never_filled(message: str, fact: str) -> None:
    found = taken(message)
    assert state(found, fact) == ("ask", "which")
    assert not getattr(found.case, fact)
    first = next(told.found.choices for told in found.told if told.found.fact == fact)[0]
    assert state(taken(message, **{fact: first}), fact) == ("used", "")


@for_each(
    "message, entered, fact, said",
    [
        (
            "It arrived on March 1 and the chain is broken.",
            {"order_date": "2026-03-02"},
            "delivered",
            "before the order",
        ),
        ("I ordered on March 2, where is it?", {"delivered": "2026-03-01"}, "order_date", "before the order"),
        ("I need it by March 6.", {"order_date": "2026-03-02"}, "needed_by", ""),
    ],
)
def test_what_cannot_be_true_is_told_and_never_makes_a_case_be_refused(
    message: str, entered: dict[str, str], fact: str, said: str
) -> None:
    found = taken(message, **entered)
    told = next(told for told in found.told if told.found.fact == fact)
    assert (told.state == "not-used") is bool(said)
    assert said in told.problem
    assert (getattr(found.case, fact) is None) is bool(said)


def test_a_text_for_another_change_does_not_become_the_address() -> None:
    found = taken(change="address")
    assert state(found, "change") == ("overruled", "entered")
    assert state(found, "change_to") == ("not-used", "other-change")
    assert found.case.change_to == ""


def test_a_wish_for_rush_is_no_order_with_rush() -> None:
    found = taken("Please rush my order 2041, I can pay for express.")
    assert found.case.rush is None


FORM = "New message from your contact form\n\nName: {name}\nEmail: m@example.com\nOrder number: {order}\n"
FORM += "Country: {country}\nMessage: {message}\n"


@for_each(
    "name, order, country, message, expected",
    [
        ("Maya Lind", "2041", "Ireland", "Where is it?", ("Maya", "#2041", "eu")),
        ("LIND, Maya", "#2041", "USA", "Where is it?", ("Maya", "#2041", "us")),
        ("dr. maya lind", "AB-2041", "CA", "Where is it?", ("Maya", "AB-2041", "ca")),
        ("LIND Maya", "", "", "Where is it?", ("Maya", "", "")),
        ("Hearth & Initial Support", "", "", "Where is it?", ("", "", "")),
        ("Hearth Support", "", "", "Where is it?", ("", "", "")),
        ("M. L.", "I forgot it", "Mars", "Where is it?", ("", "", "")),
        ("Maya Lind", "2041", "", "Where is order 2041?\nBest,\nNell", ("Nell", "#2041", "")),
    ],
)
def test_the_fields_of_a_form_are_facts_too(
    name: str, order: str, country: str, message: str, expected: tuple[str, str, str]
) -> None:
    case = taken(FORM.format(name=name, order=order, country=country, message=message)).case
    assert (case.customer, case.order, case.region) == expected


def test_the_subject_of_a_forwarded_mail_says_the_order_where_the_message_does_not() -> None:
    head = "---------- Forwarded message ---------\nFrom: Maya Lind <maya@example.com>\n"
    head += "Date: Tue, Mar 3, 2026 at 9:10 AM\nSubject: Re: order 2041\nTo: <hello@hearth.example>\n\n"
    assert (taken(f"{head}Where is it?").case.order, taken(f"{head}Where is it?").case.customer) == ("#2041", "Maya")
    assert taken(f"{head}Where is order 3055?").case.order == "#3055"


def test_a_form_with_another_order_than_its_message_is_asked() -> None:
    found = taken(FORM.format(name="Maya", order="2014", country="", message="Where is order 2041?"))
    told = next(told for told in found.told if told.found.fact == "order")
    assert (told.state, told.found.choices) == ("ask", ("#2041", "#2014"))


def test_a_signature_says_who_writes_where_nothing_else_does() -> None:
    found = taken("Where is order 2041?\n\n-- \nMaya Lind\nLeeds, UK")
    assert (found.case.customer, found.case.region) == ("Maya", "uk")
    assert {told.found.start for told in found.told if told.found.fact == "customer"} == {-1}


def test_mail_of_a_machine_fills_nothing_until_the_agent_says_what_it_is_about() -> None:
    message = "Undeliverable: order 2041\n\nYour message could not be delivered. 550 5.1.1 user unknown"
    assert taken(message).case.order == ""
    assert {told.reason for told in taken(message).told} <= {"machine"}


@pytest.mark.parametrize("message", ["…", " \n", "\x00", "order order order " * 900])
def test_a_message_without_facts_leaves_the_case_as_it_is(message: str) -> None:
    found = taken(message, concern="scenarios/order-status")
    assert set(found.origins.values()) == {"entered"}
