"""What is a customer's message about? A ranking of the playbook's entries, with the words that decided."""

from __future__ import annotations

import math
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from reading.mail import read_mail
from reading.triage.asks import MOST_SENTENCES, asks, parts
from reading.triage.features import MOST_WORDS, features, stem
from reading.triage.weights import NOTHING
from words.catalogue import load_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reading.triage.asks import Ask, Part
    from reading.triage.model import Model

NAMED = 5  # ranks whose words are named
MOST_NAMED = 3  # words that are named for a rank
SECOND = 0.85  # a sentence as sure as this of something else is a second concern
ASKED = 0.6  # an ask as sure as this raises its place as a concern
LIKELY = 0.5  # a place whose odds are lower than this is raised by no sentence
DIGITS = 4

# Words that are never named as those that decided.
SMALL_WORDS = """
a about am an and any are as at be been but by can could did do does dont for from get got had has have help i im
ive if in is it its just me my no not of on or our out please pls so some that the their them then there they
thing this to too u up us we were what when which who will with would ya you your yours
"""
SMALL = frozenset(SMALL_WORDS.split())


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
        asks: What the sentences ask, in their order.
    """

    ranking: tuple[Rank, ...]
    unsure: bool
    concerns: tuple[str, ...]
    asks: tuple[Ask, ...]

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


class Known(NamedTuple):
    """What is known besides the words: see `reading.triage.evidence`.

    Attributes:
        odds: By how much the odds of each place are higher or lower.
        raised: The places that facts make a concern.
    """

    odds: Mapping[str, float] = {}
    raised: Sequence[str] = ()


NOTHING_KNOWN = Known()


def triage(model: Model, message: str, known: Known = NOTHING_KNOWN) -> Triage:
    """Rank the places of the playbook for a message.

    Args:
        model: What was learned.
        message: The customer's words, with or without quoted history and signature.
        known: What is known of the order.

    Returns:
        The ranking; of a message in which no word but small ones speaks for the first place it is unsure, and of one
        that a machine wrote.
    """
    mail = read_mail(message, load_words().reading["mail"])
    found = rank(model, mail.own, known)
    return found._replace(unsure=True, concerns=()) if mail.machine else found


def rank(model: Model, own: str, known: Known = NOTHING_KNOWN) -> Triage:
    """Rank the places of the playbook for a customer's own words; as `triage`."""
    told = parts(model, own)
    asked = asks(model, told)
    found = [*chain.from_iterable(part.words for part in told)][:MOST_WORDS]
    scores = _weighed(model, model.about.likely(found), known.odds)
    best = _likeliest(model, scores)
    ranking = tuple(Rank(place, score, (), model.said[best[place]]) for place, score in _by_place(model, scores))
    why = _deciding(model, found, [best[place.id] for place in ranking[:NAMED]])
    ranking = (*map(_with_words, ranking, why), *ranking[NAMED:])
    is_unsure = not model.knows(found) or not ranking[0].why or ranking[0].score < model.unsure_below
    raised = [place for place in _raised(model, told, asked) if known.odds.get(place, 1.0) >= LIKELY]
    return Triage(
        ranking, is_unsure, _concerns(model, "" if is_unsure else ranking[0].id, [*raised, *known.raised]), asked
    )


def _weighed(model: Model, scores: list[float], odds: Mapping[str, float]) -> list[float]:
    """Give the scores in the light of what is known besides."""
    weighed = [score * odds.get(place, 1.0) for place, score in zip(model.places, scores, strict=True)]
    everything = sum(weighed)
    return [score / everything for score in weighed]


def _with_words(rank: Rank, why: tuple[str, ...]) -> Rank:
    return rank._replace(why=why)


def _deciding(model: Model, found: list[str], classes: list[int]) -> list[tuple[str, ...]]:
    """Give the words that spoke most for each of some classes."""
    known = model.about.words
    telling = [word for word in dict.fromkeys(found) if word.isalpha() and word not in SMALL]
    spoke = {word: known.steps(feature) for word in telling if (feature := f"={stem(word)}") in known.weights}
    return [_why(at, spoke) for at in classes]


def _by_place(model: Model, scores: list[float]) -> list[tuple[str, float]]:
    rounded = [(place, round(score, DIGITS)) for place, score in _totals(model, scores).items()]
    return sorted(rounded, key=lambda pair: (-pair[1], pair[0]))


def _totals(model: Model, scores: list[float]) -> dict[str, float]:
    totals = dict.fromkeys(model.places, 0.0)
    for place, score in zip(model.places, scores, strict=False):
        totals[place] += score
    return totals


def _likeliest(model: Model, scores: list[float]) -> dict[str, int]:
    """Give the likeliest class of each place."""
    best: dict[str, int] = {}
    for at, place in enumerate(model.places):
        if scores[at] > scores[best.setdefault(place, at)]:
            best[place] = at
    return best


def _why(at: int, spoke: Mapping[str, bytes]) -> tuple[str, ...]:
    """Name the words that spoke most for a class."""
    spoke_for = {word: more for word, said in spoke.items() if (more := said[at]) > NOTHING}
    named: dict[str, str] = {}
    for word in sorted(spoke_for, key=spoke_for.__getitem__, reverse=True):
        named.setdefault(stem(word), word)
    return tuple(named.values())[:MOST_NAMED]


def _raised(model: Model, told: Sequence[Part], asked: Sequence[Ask]) -> list[str]:
    """Give what single sentences are surely about, and the places of what they surely ask."""
    sure = (place for part in told[:MOST_SENTENCES] for place in _surely(model, part)) if len(told) > 1 else ()
    return [*sure, *(model.asks[ask.id] for ask in asked if ask.score >= ASKED)]


def _concerns(model: Model, first: str, raised: Sequence[str]) -> tuple[str, ...]:
    """Give the first place and what is raised besides; without a first place, two or more of these."""
    found = [first] if first else []
    found += [place for place in dict.fromkeys(raised) if place and place not in (first, *model.courtesies)]
    return tuple(found) if first or len(found) > 1 else ()


def _surely(model: Model, part: Part) -> list[str]:
    """Give what a sentence is surely about, by its words alone."""
    if not model.knows(part.words):
        return []
    scores = [math.exp(log) for log in model.about.words.logs(features(part.words))]
    return [place for place, score in _totals(model, scores).items() if score >= SECOND]
