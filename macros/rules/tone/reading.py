"""How easily a reply is read: Flesch reading ease, by textstat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import textstat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalogue.problem import Problem
    from macros.rules.tone.letters import Letters

FLOOR = 60  # "plain English", understood by 13- to 15-year-olds (R. Flesch, The Art of Readable Writing, 1949)


def ease(letters: Letters) -> Iterator[Problem]:
    """An email is plain English."""
    for letter in letters.of("email"):
        found = textstat.flesch_reading_ease(letter.text)
        if found < FLOOR:
            yield letter.problem(f"has a reading ease of {found:.0f}; at least {FLOOR}: shorter sentences and words")
