"""What the sentences of a message ask, finer than what the message is about: "do I post it back?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reading.mail import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reading.triage.model import Model

MOST_SENTENCES = 40
DIGITS = 4
FIRST_ASK = 1  # class 0 is that of a sentence that asks nothing


class Part(NamedTuple):
    """A sentence of a message, and its words, put right."""

    sentence: str
    words: Sequence[str]


class Ask(NamedTuple):
    """What a sentence asks: the id of the ask, how likely it is (0 to 1), and the sentence."""

    id: str
    score: float
    sentence: str


def parts(model: Model, own: str) -> list[Part]:
    """Give the sentences of a customer's own words."""
    return [Part(sentence, model.words(sentence)) for sentence in sentences(own)]


def asks(model: Model, told: Sequence[Part]) -> tuple[Ask, ...]:
    """Give what sentences ask, each ask once, where it is put best, in the order in which they are put first."""
    found: dict[str, Ask] = {}
    for part in told[:MOST_SENTENCES]:
        for ask in _asked(model, part):
            if ask.score >= found.setdefault(ask.id, ask).score:
                found[ask.id] = ask
    return tuple(found.values())


def _asked(model: Model, part: Part) -> Iterator[Ask]:
    scores = model.asked.likely(part.words)[FIRST_ASK:]
    named = zip(model.asks, scores, strict=True)
    return (Ask(ask, round(score, DIGITS), part.sentence) for ask, score in named if score >= model.asked_above)
