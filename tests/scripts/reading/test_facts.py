"""What is read of a message: all that stands in it, nothing that does not, and what is not certain is asked."""

from __future__ import annotations

import datetime as dt
import json
import time

from reading.extract.days.holidays import easter
from tests.reading_facts import ASKED, SCORED, found_in, read, readings, truth
from tests.tables import for_each

HOSTILE = (
    *("1", "1 ", "3/4 ", '"', '"a', "“a", "'a ", "« ", "order 1042 and ", "by friday ", "3 days ago ", "thanks\nBob\n"),
    *(
        "its X not ",
        'says "a" ',
        "says: Foo ",
        "Ann -> Anne ",
        "Foo Bar. ",
        "the address: 12 Foo Street, ",
        "l'ordine ",
        "change the name from Ann to Anne ",
        "ordered on the 9th, need it by the 21st ",
        "A.B. ",
    ),
)
SLOWEST_SECONDS, LONGEST = 1.0, 20_000
MISSED = {"if easier. dee": ["customer"]}  # a name in small letters, alone in its sentence


@for_each("reading", readings, ids=lambda reading: reading["own"][:60])
def test_of_a_message_is_read_what_stands_in_it_and_nothing_else(reading: dict[str, object]) -> None:
    found, wanted = read(reading), truth(reading)
    known = next((facts for end, facts in MISSED.items() if str(reading["own"]).endswith(end)), [])
    facts = [fact for fact in SCORED if fact not in known]
    assert {fact: sorted(found[fact]) for fact in facts if fact in found} == {
        fact: sorted(wanted[fact]) for fact in facts if fact in wanted
    }


@for_each("reading", readings, ids=lambda reading: reading["own"][:60])
def test_each_fact_knows_the_words_it_was_read_from(reading: dict[str, str]) -> None:
    for found in found_in(reading["own"], ASKED):
        assert 0 <= found.start < found.end <= len(reading["own"])
        assert bool(found.value) != bool(found.choices)


def test_a_text_is_kept_character_by_character() -> None:
    own = 'It should say "Zoë & Noël’s 1st" please. Order 1042'
    found = next(found for found in found_in(own, ASKED) if found.fact == "change_to")
    assert found.value == own[found.start : found.end] == "Zoë & Noël’s 1st"


@for_each("own, days", [("next Friday", 2), ("Friday", 1), ("next week Friday", 1)])
def test_a_day_that_may_be_two_is_asked(own: str, days: int) -> None:
    found = next(found for found in found_in(f"I need it by {own}.", ASKED) if found.fact == "needed_by")
    assert len(found.choices or [found.value]) == days


@for_each("year, day", [(2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2038, "04-25"), (2285, "03-22")])
def test_easter_is_when_it_is(year: int, day: str) -> None:
    assert easter(year) == dt.date.fromisoformat(f"{year}-{day}")


@for_each("said", HOSTILE, ids=json.dumps)
def test_endless_input_is_read_at_once(said: str) -> None:
    start = time.perf_counter()
    found_in((said * LONGEST)[:LONGEST], ASKED)
    assert time.perf_counter() - start < SLOWEST_SECONDS


def test_nothing_is_read_of_nothing() -> None:
    assert [found_in(own, ASKED) for own in ("", " ", "\n\n", "?!", "𝟘")] == [()] * 5
