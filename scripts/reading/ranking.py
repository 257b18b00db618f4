"""What is a customer's message about? A ranking of the playbook's entries, with the words that decided.

A linear model is read from `templates/compiled/triage.json`; `macros/write/model.py` makes it from the phrases and
messages of the catalogue.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from reading.features import MOST_WORDS, stem, words
from reading.mail import own_words, sentences
from reading.weights import Sums, Weights
from words.compiled import COMPILED, read_compiled

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = 2
NAMED = 5  # ranks whose words are named
MOST_NAMED = 3  # words that are named for a rank
SECOND = 0.75  # a sentence as sure as this of something else is a second concern
MOST_SENTENCES = 40
DIGITS = 4

# Words that are never named as those that decided.
SMALL_WORDS = """
a about am an and any are as at be been but by can could did do does don't for from get got had has have help i i'm
i've if in is it it's its just me my no not of on or our out please pls so some that the their them then there they
thing this to too u up us we were what when which who will with would ya you your yours
"""
SMALL = frozenset(SMALL_WORDS.split())


class Model(NamedTuple):
    """What was learned.

    Attributes:
        places: The entry or page of each class; several classes of one are replies that a customer's words ask for.
        said: The conditions that a class settles, where its reply has only one value of them.
        weights: What each feature says for each class.
        bias: For each class.
        scale: What one step of a weight is worth, and one of a length.
        unsure_below: The score of the first place below which nothing is claimed.
        courtesies: Places that are no concern beside another: "Thanks in advance".
    """

    places: list[str]
    said: list[dict[str, str]]
    weights: Weights
    bias: list[float]
    scale: tuple[float, float]
    unsure_below: float
    courtesies: tuple[str, ...]


class Rank(NamedTuple):
    """A place, how likely it is the right one (0 to 1), and the words that decided."""

    id: str
    score: float
    why: tuple[str, ...]
    said: Mapping[str, str]


class Triage(NamedTuple):
    """The ranking of a message.

    Attributes:
        ranking: All places, the most likely first.
        unsure: Whether the first place is too unlikely to act on.
        concerns: The first place, and others that the message is about as well. An unsure message has none, or two and
            more: that there are several is why no one is sure.
    """

    ranking: tuple[Rank, ...]
    unsure: bool
    concerns: tuple[str, ...]

    def said(self, place: str) -> Mapping[str, str]:
        """Give the conditions of an entry that the customer's words settle: none where they are not about it."""
        return next((rank.said for rank in self.ranking if rank.id == place and place in self.concerns), {})

    def others(self, place: str) -> list[str]:
        """List what the message is about besides a place."""
        return [concern for concern in self.concerns if concern != place]

    def as_data(self, top: int = 5) -> dict[str, Any]:
        """Lay the ranking out as the data that `--json` prints."""
        ranking = [{"id": rank.id, "score": rank.score, "why": list(rank.why)} for rank in self.ranking[:top]]
        return {"ranking": ranking, "unsure": self.unsure, "concerns": list(self.concerns)}


@lru_cache(maxsize=4)
def load_model(folder: str = COMPILED) -> Model:
    """Load the model; the last few are kept.

    Raises:
        FactsError: The file is missing, damaged, or made for another version of these scripts.
    """
    raw = read_compiled(folder, "triage.json", VERSION)
    return new_model(raw, raw["places"], raw["said"], raw["unsure_below"], tuple(raw["courtesies"]))


def new_model(
    learned: Mapping[str, Any],
    places: list[str],
    said: list[dict[str, str]],
    unsure_below: float,
    courtesies: tuple[str, ...] = (),
) -> Model:
    """Make a model of the weights, biases and scales that were learned."""
    weights, scale = Weights(learned["weights"], len(places)), (learned["scale"], learned["length"])
    return Model(places, said, weights, learned["bias"], scale, unsure_below, courtesies)


def triage(model: Model, message: str) -> Triage:
    """Rank the places of the playbook for a message.

    Args:
        model: What was learned.
        message: The customer's words, with or without quoted history and signature.

    Returns:
        The ranking; of a message in which no word but small ones speaks for the first place it is unsure.
    """
    told = [words(sentence) for sentence in sentences(own_words(message))]
    found = [*chain.from_iterable(told)][:MOST_WORDS]
    scores = _likely(model, found)
    parts = [_likely(model, part) for part in told[:MOST_SENTENCES] if model.weights.knows(part)]
    best = _likeliest(model, scores)
    ranking = tuple(Rank(place, score, (), model.said[best[place]]) for place, score in _by_place(model, scores))
    telling = [word for word in dict.fromkeys(found) if word.isalpha() and word not in SMALL]
    spoke = {word: model.weights.said_by(word) for word in telling}
    ranking = (*(rank._replace(why=_why(best[rank.id], spoke)) for rank in ranking[:NAMED]), *ranking[NAMED:])
    is_unsure = not model.weights.knows(found) or not ranking[0].why or ranking[0].score < model.unsure_below
    return Triage(ranking, is_unsure, _concerns(model, "" if is_unsure else ranking[0].id, parts))


def _likely(model: Model, found: list[str]) -> list[float]:
    """Give how likely each class is: a softmax of the weights' sums, over the length of what is known."""
    sums, length = model.weights.sums(model.weights.known(found))
    step = model.scale[0] / (math.sqrt(length * model.scale[1]) or 1.0)
    logits = [steps * step + bias for steps, bias in zip(sums, model.bias, strict=True)]
    highest = max(logits)
    odds = [math.exp(logit - highest) for logit in logits]
    everything = sum(odds)
    return [odd / everything for odd in odds]


def _by_place(model: Model, scores: list[float]) -> list[tuple[str, float]]:
    rounded = [(place, round(score, DIGITS)) for place, score in _totals(model, scores).items()]
    return sorted(rounded, key=lambda pair: (-pair[1], pair[0]))


def _totals(model: Model, scores: list[float]) -> dict[str, float]:
    totals = dict.fromkeys(model.places, 0.0)
    for place, score in zip(model.places, scores, strict=True):
        totals[place] += score
    return totals


def _likeliest(model: Model, scores: list[float]) -> dict[str, int]:
    """Give the likeliest class of each place."""
    best: dict[str, int] = {}
    for at, place in enumerate(model.places):
        if scores[at] > scores[best.setdefault(place, at)]:
            best[place] = at
    return best


def _why(at: int, spoke: Mapping[str, Sums]) -> tuple[str, ...]:
    """Name the words that spoke most for a class."""
    spoke_for = {word: more for word, said in spoke.items() if (more := said.classes[at]) > 0}
    named: dict[str, str] = {}
    for word in sorted(spoke_for, key=spoke_for.__getitem__, reverse=True):
        named.setdefault(stem(word), word)
    return tuple(named.values())[:MOST_NAMED]


def _concerns(model: Model, first: str, parts: list[list[float]]) -> tuple[str, ...]:
    """Give the first place and what single sentences are surely about; without a first place, two or more of these."""
    found = [first] if first else []
    for part in parts if len(parts) > 1 else ():
        sure = [place for place, score in _totals(model, part).items() if score >= SECOND]
        found += [place for place in sure if place not in (*found, *model.courtesies)]
    return tuple(found) if first or len(found) > 1 else ()
