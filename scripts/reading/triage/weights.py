"""What each feature of a text says for each class, added up: one layer of a linear model.

The weights are whole numbers, so that every machine and the browser get the same sums.
"""

from __future__ import annotations

import math
import struct
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

FIRST = 48  # character "0" stands for the smallest weight
MOST = 127  # what the last step is worth
NOTHING = 128  # in a byte
MOST_LENGTH = 74  # steps of the square of a length


class Sums(NamedTuple):
    """What some features say, in steps: for each class, and the square of their length."""

    classes: tuple[int, ...]
    length: int


def worth(half: int) -> tuple[int, ...]:
    """Give what each step of a weight is worth, of `half` to either side: fine near nothing, coarse far out."""
    return tuple(round(math.copysign((abs(step) / half) ** 1.5 * MOST, step)) for step in range(-half, half + 1))


class Layer:
    """The weights of every feature that was learned, and what a text's features say by them."""

    def __init__(self, learned: Mapping[str, Any]) -> None:
        """Take what was learned.

        Args:
            learned: `half` steps to either side; `scale` and `length`, what one step is worth of a weight and of the
                square of a length; `bias` of each class; and `weights`, for each feature one character for each
                class and one for the square of its length.
        """
        self.weights: Mapping[str, str] = learned["weights"]
        self._bias, self._scale, self._length = learned["bias"], learned["scale"], learned["length"]
        steps = bytes(NOTHING + step for step in worth(learned["half"]))
        self._steps = bytes(FIRST) + steps + bytes(256 - FIRST - len(steps))
        self._lanes = struct.Struct(f"<{len(self._bias)}I")
        self._row = cache(self._as_number)

    def _as_number(self, feature: str) -> int:
        """Give the steps of a feature as one number with a lane of 32 bits for each class: one addition adds all."""
        return int.from_bytes(self._lanes.pack(*self.steps(feature)), "little")

    def steps(self, feature: str) -> bytes:
        """Give what a feature that was learned says for each class, in steps above `NOTHING`."""
        return self.weights[feature][:-1].encode("ascii").translate(self._steps)

    def sums(self, known: AbstractSet[str]) -> Sums:
        """Add up what features say, of which all were learned."""
        nothing, lanes = NOTHING * len(known), self._lanes
        classes = lanes.unpack(sum(map(self._row, known)).to_bytes(lanes.size, "little"))
        length = sum(ord(self.weights[feature][-1]) - FIRST for feature in known)
        return Sums(tuple(steps - nothing for steps in classes), length)

    def logs(self, found: AbstractSet[str]) -> list[float]:
        """Give the logarithm of how likely each class is for a text with these features."""
        sums, length = self.sums(self.weights.keys() & found)
        step = self._scale / (math.sqrt(length * self._length) or 1.0)
        return as_logs([steps * step + bias for steps, bias in zip(sums, self._bias, strict=True)])


def as_logs(scores: list[float]) -> list[float]:
    """Give the logarithms of a softmax."""
    highest = max(scores)
    everything = highest + math.log(sum(math.exp(score - highest) for score in scores))
    return [score - everything for score in scores]
