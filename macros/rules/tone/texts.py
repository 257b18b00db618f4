"""The frame of a message: greeting and sign-off of an email, the length of a text message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from words.sms import IN_SHORT_ALPHABET, length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalogue.problem import Problem
    from macros.rules.tone.letters import Letters

MOST_SEGMENTS = 2


def greeting_and_sign_off(letters: Letters) -> Iterator[Problem]:
    """An email greets by first name and ends with the shared sign-off."""
    for letter in letters.of("email"):
        source = (letter.template.email or "").strip()
        if not source.startswith("Hi {{ customer.first_name }},"):
            yield letter.problem("does not greet; begin with “Hi {{ customer.first_name }},”")
        if not source.endswith("{{ partial.sign_off }}"):
            yield letter.problem("is not signed; end with {{ partial.sign_off }}")


def segments(letters: Letters) -> Iterator[Problem]:
    """A filled text message is at most two segments long."""
    for letter in letters.of("sms"):
        count = length(letter.text.translate(IN_SHORT_ALPHABET)).segments
        if count > MOST_SEGMENTS:
            yield letter.problem(f"is {count} segments long when filled; shorten it to {MOST_SEGMENTS}")
