"""What was learned of messages, as `templates/compiled/triage.json` holds it; `macros/write/learn/` makes it."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reading.triage.features import features, stem, words
from reading.triage.spelling import Speller
from reading.triage.weights import Layer, as_logs
from words.compiled import COMPILED, read_compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

VERSION = 3


class Mixture(NamedTuple):
    """Two layers that look at a text in two ways, and how much the second one counts.

    Attributes:
        words: By the words and neighbours of texts that were learned.
        meanings: By what words mean, also those that no such text has.
        folded: The class of `meanings` for each class of `words`.
        share: Of the logarithms of `meanings`, 0 to 1.
    """

    words: Layer
    meanings: Layer
    folded: Sequence[int]
    share: float

    def likely(self, found: Sequence[str]) -> list[float]:
        """Give how likely each class is for a text of these words, put right."""
        by_word, by_meaning = self.words.logs(features(found)), self.meanings.logs(set(found))
        mixed = [
            (1 - self.share) * log + self.share * by_meaning[at] for log, at in zip(by_word, self.folded, strict=True)
        ]
        return [math.exp(log) for log in as_logs(mixed)]


class Model(NamedTuple):
    """What was learned.

    Attributes:
        places: The entry or page of each class; several classes of one are replies that a customer's words ask for.
        said: The conditions that a class settles, where its reply has only one value of them.
        about: What a whole message is about.
        asks: The id of each ask that a sentence can put, in the order of its class, and the place that it raises as a
            concern, which may be none.
        asked: What a sentence asks; its first class is nothing.
        speller: Puts words right.
        unsure_below: The score of the first place below which nothing is claimed.
        asked_above: The score of an ask from which on it is one.
        courtesies: Places that are no concern beside another: "Thanks in advance".
    """

    places: list[str]
    said: list[dict[str, str]]
    about: Mixture
    asks: dict[str, str]
    asked: Mixture
    speller: Speller
    unsure_below: float
    asked_above: float
    courtesies: tuple[str, ...]

    def words(self, text: str) -> list[str]:
        """Give the words of a text, put right."""
        return [*map(self.speller.right, words(text))]

    def knows(self, found: Iterable[str]) -> bool:
        """Say whether any of these words was learned."""
        return any(f"={stem(word)}" in self.about.words.weights for word in found if word.isalpha())


@lru_cache(maxsize=4)
def load_model(folder: str = COMPILED) -> Model:
    """Load the model; the last few are kept.

    Raises:
        FactsError: The file is missing, damaged, or made for another version of these scripts.
    """
    return model_of(read_compiled(folder, "triage.json", VERSION))


def model_of(raw: Mapping[str, Any]) -> Model:
    """Give the model that compiled data holds."""
    about, asked = _mixture(raw["about"]), _mixture(raw["asked"])
    ranks = {word: rank for rank, word in enumerate(raw["about"]["meanings"]["weights"])}
    return Model(
        raw["places"],
        raw["said"],
        about,
        raw["asks"],
        asked,
        Speller(ranks, about.words.weights, raw["short_forms"]),
        raw["unsure_below"],
        raw["asked_above"],
        tuple(raw["courtesies"]),
    )


def _mixture(raw: Mapping[str, Any]) -> Mixture:
    return Mixture(Layer(raw["words"]), Layer(raw["meanings"]), raw["folded"], raw["share"])
