"""Someone was hurt: what the first reply says, and what it never says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.product import blank, catalogue, letter
from tests.tables import for_each

if TYPE_CHECKING:
    from macros.catalogue.model import Template


def templates() -> tuple[Template, ...]:
    """The templates of the page on injuries."""
    return catalogue().by_id["scenarios/injury"].templates


class Text(NamedTuple):
    of: str
    text: str

    def __str__(self) -> str:
        return self.of


def texts() -> list[Text]:
    """What they say in each channel, in small letters."""
    return [
        Text(f"{template.anchor}/{message.channel}", letter(message, blank).lower())
        for template in templates()
        for message in template.messages
    ]


def with_room() -> list[Text]:
    """Those of the channels that have room."""
    return [text for text in texts() if not text.of.endswith("sms")]


# Words of a cause, of a denial, of money, and of a proof.
NEVER = {
    "wear": r"\bwear\b|\bworn\b|\bwearing\b",
    "a cause admitted": r"\bour (fault|mistake)\b|\bwe caused\b|\bis ours\b",
    "a cause denied": r"\bnot our\b|\bnever happened\b|\bsafe to use\b|\busual\b|\bnormal\b",
    "a fault found": r"\bfault|\bdefect|\bbecause\b",
    "money or a new piece": r"refund|money|credit|replace|remake|new one|free of charge|\bpay\b",
    "a photo": r"photo|picture",
    "silence in return": r"confidential|in return|\bif you agree\b",
}


@pytest.mark.parametrize("never", NEVER)
@for_each("text", texts)
def test_the_first_reply_never_says(text: Text, never: str) -> None:
    assert re.search(NEVER[never], text.text) is None


@pytest.mark.parametrize(
    "needed", [r"how are you|all right", r"stop using|don't use|put the piece away", r"\[we answer by\]"]
)
@for_each("text", texts)
def test_every_first_reply_says(text: Text, needed: str) -> None:
    assert re.search(needed, text.text)


@for_each("text", with_room)
def test_a_doctor_comes_first_where_there_is_room_to_say_so(text: Text) -> None:
    assert text.text.index("doctor") < text.text.index("[we answer by]")


@for_each("text", with_room)
def test_what_they_tell_us_costs_them_no_right(text: Text) -> None:
    assert re.search(r"nothing you (tell us|say)", text.text)


@for_each("template", templates, ids=lambda one: one.anchor)
def test_the_lead_is_told_by_voice_before_the_reply(template: Template) -> None:
    assert "by voice" in template.next_steps[0]
