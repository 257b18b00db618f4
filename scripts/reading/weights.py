"""What each feature of a text says for each class, added up.

The weights are whole numbers, so that every machine and the browser get the same sums.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reading.features import neighbours, of_word, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

FIRST = 48  # character "0" stands for the smallest weight
HALF = 14  # steps of a weight to either side
MOST = 127  # what the last step is worth
# What a step is worth: fine near nothing, where most weights are, and coarse far out. In a byte, 128 is nothing.
WORTH = tuple(round(math.copysign((abs(step) / HALF) ** 1.5 * MOST, step)) for step in range(-HALF, HALF + 1))
NOTHING = 128
FROM_CHARACTER = bytes(FIRST) + bytes(NOTHING + worth for worth in WORTH) + bytes(256 - FIRST - len(WORTH))
MOST_WORDS_CACHED = 20_000


class Sums(NamedTuple):
    """What some features say, in steps: for each class, and the square of their length."""

    classes: tuple[int, ...]
    length: int


class Weights:
    """The weights of every feature that was learned; what was looked up is cached for the next text."""

    def __init__(self, learned: Mapping[str, str], classes: int) -> None:
        """Take what was learned.

        Args:
            learned: For each feature one character for each class, and one for the square of its length.
            classes: How many classes there are.
        """
        self._learned, self._columns = learned, range(classes + 1)
        self._row = cache(lambda feature: learned[feature].encode("ascii").translate(FROM_CHARACTER))
        self._of_word = lru_cache(MOST_WORDS_CACHED)(lambda word: learned.keys() & of_word(word))
        self.said_by = lru_cache(MOST_WORDS_CACHED)(lambda word: self.sums(self._of_word(word)))

    def knows(self, found: Iterable[str]) -> bool:
        """Say whether any word of a text was learned."""
        return any(f"={stem(word)}" in self._learned for word in found if word[0].isalpha())

    def known(self, found: Sequence[str]) -> AbstractSet[str]:
        """Give the features of a text, from its words, that were learned."""
        return (self._learned.keys() & neighbours(found)).union(*map(self._of_word, found))

    def sums(self, known: AbstractSet[str]) -> Sums:
        """Add up what features say."""
        rows, size = b"".join(map(self._row, known)), len(self._columns)
        *classes, length = (sum(rows[column::size]) - NOTHING * len(known) for column in self._columns)
        return Sums(tuple(classes), length)
