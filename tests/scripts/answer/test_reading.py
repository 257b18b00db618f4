"""What an answer tells of the reading, and what a letter makes of it."""

from __future__ import annotations

from typing import Any

from answer.answer import answer, as_data
from answer.reading import FACTS, MACHINES, label
from answer.text import as_text
from case.case import read_case
from case.from_message import FILLS, reading_of
from tests.reading_facts import ASKED, found_in, readings
from tests.scripts.answer.desk import MODEL, NOW, STORE, WORDS
from tests.tables import for_each

MISTAKE = "It arrived yesterday and it says “Lunna” instead of “Luna”! I ordered “Luna”."
BOUNCE = "Undeliverable: Your message to jo@example.com could not be delivered. 550 5.1.1 user unknown"


def told(message: str, **entered: Any) -> tuple[Any, dict[str, Any]]:
    """An answer to a message that is read, and its data."""
    case = read_case({"message": message, **entered}, STORE, WORDS, NOW)
    found = answer(STORE, WORDS, MODEL, case, NOW, reading_of(case, STORE, WORDS, NOW))
    return found, as_data(found, WORDS)


def fact(data: dict[str, Any], name: str) -> dict[str, Any]:
    return next(found for found in data["reading"]["facts"] if found["fact"] == name)


def test_a_read_fact_has_its_words_and_says_its_value_as_people_do() -> None:
    _, data = told("Where is order 2041? I need it by April 3.")
    found = fact(data, "needed_by")
    assert (found["label"], found["value"], found["shown"]) == ("Needed by", "2026-04-03", "Friday, April 3")
    assert data["reading"]["own"][found["start"] : found["end"]] == "April 3"
    assert (found["state"], found["why"], found["choices"]) == ("used", "", [])


def test_the_letter_has_the_name_and_number_of_the_message() -> None:
    found, _ = told("Where is order 2041?\n\nThanks, Maya")
    letter = found.reply.messages[0].plain
    assert letter.startswith("Hi Maya,")
    assert "#2041" in letter


def test_a_contradiction_is_told_with_both_values() -> None:
    _, data = told("Where is order 2041?", order="1042")
    assert fact(data, "order")["state"] == "overruled"
    assert "#2041" in fact(data, "order")["why"]
    assert "1042" in fact(data, "order")["why"]
    assert data["slots"]["order.number"] == "#1042"


def test_a_choice_is_a_question_with_its_options() -> None:
    _, data = told("Can I get it by next Friday? It is order 2041.")
    asked = next(question for question in data["questions"] if question["fact"] == "needed_by")
    choices = fact(data, "needed_by")["choices"]
    assert len(choices) > 1
    assert asked["options"] == choices


def test_a_question_that_nothing_else_asks_is_asked_for_a_choice() -> None:
    _, data = told("Where is my order? It went with UPS or DHL, I am not sure.")
    asked = [question for question in data["questions"] if question["fact"] == "carrier"]
    assert [len(question["options"]) for question in asked] == [2]


def test_whose_mistake_it_is_rests_on_our_record_and_not_on_their_word() -> None:
    _, data = told(MISTAKE)
    verdicts = {verdict["id"]: verdict["value"] for verdict in data["verdicts"]}
    assert verdicts["fault"] != "store"
    assert "order.personalization" not in data["slots"]
    _, sure = told(MISTAKE, customization="Luna")
    assert {verdict["id"]: verdict["value"] for verdict in sure["verdicts"]}["fault"] == "store"


def test_what_only_the_message_says_is_still_looked_up_in_the_order() -> None:
    message = "Please cancel order 4410, I ordered it this morning."
    _, data = told(message)
    assert fact(data, "order_date")["state"] == "used"
    asked = next(question for question in data["questions"] if question["fact"] == "order_date")
    assert asked["changes"] == WORDS.desk.phrases["look-up"]["on-record"]
    _, sure = told(message, order_date="2026-03-17")
    assert "order_date" not in [question["fact"] for question in sure["questions"]]


def test_what_was_ordered_on_it_is_a_blank_until_it_is_accepted() -> None:
    _, data = told("My necklace arrived broken yesterday, photos attached. I ordered it with “Luna” on it.")
    assert fact(data, "customization")["state"] == "used"
    blank = next(blank for blank in data["reply"]["blanks"] if blank["slot"] == "order.personalization")
    assert blank["fact"] == "customization"
    assert "customization" in [question["fact"] for question in data["questions"]]


def test_mail_of_a_machine_has_no_place_and_no_reply() -> None:
    found, data = told(BOUNCE)
    assert (data["concern"], data["reply"], data["others"], data["questions"]) == (None, None, [], [])
    assert data["reading"]["machine"] == "bounce"
    assert WORDS.desk.phrases["machine"]["bounce"] in as_text(found, WORDS)
    _, wanted = told(BOUNCE, concern="order-status")
    assert wanted["reply"]


def test_nothing_is_read_unless_a_reading_is_given() -> None:
    case = read_case({"message": "Where is order 2041? Maya"}, STORE, WORDS, NOW)
    data = as_data(answer(STORE, WORDS, MODEL, case, NOW), WORDS)
    assert data["reading"] == {"own": "", "machine": "", "facts": [], "asks": []}
    assert "order.number" not in data["slots"]


@for_each("machine", WORDS.reading["mail"]["machine"])
def test_each_kind_of_machine_has_words(machine: str) -> None:
    assert machine in MACHINES


@for_each("reading", readings, ids=lambda reading: reading["own"][:60])
def test_each_fact_that_is_read_has_a_name_in_words(reading: dict[str, str]) -> None:
    names = {found.fact for found in found_in(reading["own"], ASKED)}
    assert names <= {*FACTS}
    assert all(label(name, WORDS) for name in names)
    assert {*FILLS} <= {*FACTS}
