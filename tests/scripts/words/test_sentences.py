"""The desk's own sentences: what is filled into them, and what is not."""

from __future__ import annotations

import pytest

from tests.scripts.case_samples import WORDS
from words.sentences import Phrases, fill

GIVEN = {
    "kind": lambda about, _: str(about),
    "day": lambda _, words: str(words.channels["email"]),
    "nothing": lambda *_: "",
}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("It is {kind}.", "It is the address."),
        ("{Kind} may change.", "The address may change."),
        ("By {day}, {kind}.", "By Email, the address."),
        ("It is over. {nothing}", "It is over."),
        ("It is over. {nothing} {kind}", "It is over. the address"),
        ("{nothing}", ""),
        ("No braces.", "No braces."),
    ],
)
def test_a_sentence_is_filled_with_what_its_rule_gives(text: str, filled: str) -> None:
    assert fill(text, GIVEN, "the address", WORDS) == filled


def test_what_is_filled_in_is_not_filled_again() -> None:
    assert fill("Made: {kind}.", GIVEN, "{kind} {day}", WORDS) == "Made: {kind} {day}."


def test_of_several_phrases_the_one_that_fits_is_said_or_none() -> None:
    refund: Phrases[str] = Phrases("refund", ("by", "today"), str, {"day": lambda *_: "Friday"})
    words = WORDS._replace(desk=WORDS.desk._replace(phrases={"refund": {"by": "by {day}", "today": "today"}}))
    assert [refund.say(name, words) for name in ("by", "today", "")] == ["by Friday", "today", ""]
