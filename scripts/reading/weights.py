"""What each feature of a text says for each class, added up in few steps.

The weights are whole numbers, so that every machine and the browser get the same sums.
"""

from __future__ import annotations

import math
import struct
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reading.features import neighbours, of_word, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

FIRST = 48  # character "0" stands for the smallest weight
HALF = 14  # steps of a weight to either side
# What a step is worth: fine near nothing, where most weights are, and coarse far out. In a byte, 128 is nothing.
WORTH = bytes(128 + round(math.copysign((abs(step) / HALF) ** 1.5 * 127, step)) for step in range(-HALF, HALF + 1))
NOTHING = 128
FROM_CHARACTER = bytes(FIRST) + WORTH + bytes(256 - FIRST - len(WORTH))
LANE = 4  # bytes that one sum has in the long number that holds all of them
MOST_WORDS_KEPT = 20_000


class Sums(NamedTuple):
    """What some features say, in steps.

    Attributes:
        classes: For each class, and `nothing` more, so that none is negative.
        length: The square of their length, and `nothing` more.
        nothing: What features add up to that say nothing.
    """

    classes: tuple[int, ...]
    length: int
    nothing: int


class Weights:
    """The weights of every feature that was learned; what was looked up is kept for the next text."""

    def __init__(self, learned: Mapping[str, str], classes: int) -> None:
        """Take what was learned.

        Args:
            learned: For each feature one character for each class, and one for the square of its length.
            classes: How many classes there are.
        """
        self._learned, self._classes = learned, classes
        self._lanes = cache(lambda feature: _spread(learned[feature]))
        self._of_word = lru_cache(MOST_WORDS_KEPT)(lambda word: learned.keys() & of_word(word))
        self.said_by = lru_cache(MOST_WORDS_KEPT)(lambda word: self.sums(self._of_word(word)))

    def knows(self, found: Iterable[str]) -> bool:
        """Say whether any word of a text was learned."""
        return any(f"={stem(word)}" in self._learned for word in found if word[0].isalpha())

    def known(self, found: Sequence[str]) -> AbstractSet[str]:
        """Give the features of a text, from its words, that were learned."""
        return (self._learned.keys() & neighbours(found)).union(*map(self._of_word, found))

    def sums(self, known: AbstractSet[str]) -> Sums:
        """Add up what features say."""
        lanes, size = sum(map(self._lanes, known)), self._classes + 1
        *classes, length = struct.unpack(f"<{size}I", lanes.to_bytes(size * LANE, "little"))
        return Sums(tuple(classes), length, len(known) * NOTHING)


def _spread(weights: str) -> int:
    """Spread the weights of a feature over a long number, one lane each: one addition then adds them all."""
    spread = bytearray(len(weights) * LANE)
    spread[::LANE] = weights.encode("ascii").translate(FROM_CHARACTER)
    return int.from_bytes(spread, "little")
