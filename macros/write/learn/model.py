"""Learns what a message is about and what its sentences ask: the content of `templates/compiled/triage.json`.

The models are linear, so that `scripts/reading/triage/` needs nothing but sums; the weights are rounded to steps.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from macros.write.learn import linear
from macros.write.learn.material import Asked, Said, asked, courtesies, material, place_of, source_of
from macros.write.learn.vectors import vectors
from reading.triage.asks import asks
from reading.triage.asks import parts as told_parts
from reading.triage.features import stem, words
from reading.triage.model import VERSION, Model, model_of
from reading.triage.ranking import triage
from reading.triage.spelling import Speller

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.catalogue.read import Words

FEATURES, FEATURES_ASKED = 20_000, 8_000
FREQUENT = 17_000  # words whose meaning is kept, besides those of our own texts
SHARE, SHARE_ASKED = 0.25, 0.4  # of what words mean: chosen by cross-validation
FOLDS = 2  # a fold takes a minute, and only thresholds rest on it
ANSWERED_RIGHT = 0.87  # of messages that are not "unsure"; the wrong rest mostly finds a neighbour of the right place
ASKED_RIGHT = 0.8  # of the asks that are named
NO_ASK = ""


def learn(texts: Sequence[Said], parts: Sequence[Asked], short_forms: Mapping[str, str]) -> dict[str, Any]:
    """Learn from texts and parts of messages; gives what `model_of` reads, less what is known of the words."""
    speller = speller_for([said.text for said in texts], short_forms)
    about, labels = _about([_words(speller, said.text) for said in texts], [said.label for said in texts])
    asked_of, ids = _asked([_words(speller, part.text) for part in parts], parts)
    return {
        "labels": labels,
        "about": about,
        "asks": dict.fromkeys(ids[1:], ""),
        "asked": asked_of,
        "short_forms": dict(short_forms),
        "said": [{} for _ in labels],
        "places": [place_of(label) for label in labels],
        "unsure_below": 0.0,
        "asked_above": 0.0,
        "courtesies": [],
    }


def speller_for(texts: Sequence[str], short_forms: Mapping[str, str]) -> Speller:
    """What puts words right: by the words that have a meaning, and those that two texts have."""
    seen = Counter(f"={stem(word)}" for text in texts for word in {*words(text)})
    ranks = {word: rank for rank, word in enumerate(vectors().rows)}
    return Speller(ranks, {feature for feature, count in seen.items() if count >= linear.SEEN_TWICE}, short_forms)


def _about(texts: list[list[str]], labels: list[str]) -> tuple[dict[str, Any], list[str]]:
    """What a whole message is about: its words tell the reply, their meanings the place."""
    by_word = linear.by_words(texts, labels, FEATURES, balanced=True)
    seen = {word for text in texts for word in text}
    kept = {word for word, row in vectors().rows.items() if row < FREQUENT or word in seen}
    by_meaning = linear.by_meanings(texts, [*map(coarse, labels)], kept, balanced=True)
    found, places = by_word.pop("labels"), by_meaning.pop("labels")
    folded = [places.index(coarse(label)) for label in found]
    return {"words": by_word, "meanings": by_meaning, "folded": folded, "share": SHARE}, found


def _asked(texts: list[list[str]], parts: Sequence[Asked]) -> tuple[dict[str, Any], list[str]]:
    """What a sentence asks; one that asks twice is learned for both. Only words that were read have a meaning here."""
    pairs = [(text, ask) for text, part in zip(texts, parts, strict=True) for ask in part.asks or (NO_ASK,)]
    said, labels = [text for text, _ in pairs], [ask for _, ask in pairs]
    by_word = linear.by_words(said, labels, FEATURES_ASKED, balanced=False)
    seen = Counter(word for text in texts for word in {*text})
    known = {word for word, count in seen.items() if count >= linear.SEEN_TWICE}
    by_meaning = linear.by_meanings(said, labels, known, balanced=False)
    found = by_word.pop("labels")
    del by_meaning["labels"]
    mixture = {"words": by_word, "meanings": by_meaning, "folded": [*range(len(found))], "share": SHARE_ASKED}
    return mixture, found


def coarse(label: str) -> str:
    """The class of a label by its meaning: its place, or one of the very different replies of what is out of scope."""
    return label if "out-of-scope/" in label else place_of(label)


def _words(speller: Speller, text: str) -> list[str]:
    return [*map(speller.right, words(text))]


def settled(words_: Words) -> dict[str, dict[str, str]]:
    """For each template the conditions that it has one value of."""
    return {
        f"{entry.id}/{template.id}": {name: values[0] for name, values in template.when.items() if len(values) == 1}
        for entry in words_.entries
        for template in entry.written.templates
    }


def compile_model(words_: Words) -> dict[str, Any]:
    """The content of `templates/compiled/triage.json`."""
    texts, parts = material(words_), asked(words_)
    short_forms = words_.reading.spelling.content["short_forms"]
    learned, conditions = learn(texts, parts, short_forms), settled(words_)
    places, found = cross_validated(texts, parts, short_forms)
    return {
        "version": VERSION,
        "source": source_of(words_),
        **{name: value for name, value in learned.items() if name != "labels"},
        "said": [conditions.get(label, {}) for label in learned["labels"]],
        "asks": {
            ask: known.get("about", "")
            for ask in learned["asks"]
            for known in [words_.reading.asks.content["asks"][ask]]
        },
        "unsure_below": threshold([(right == said, score) for right, said, score, _ in places], ANSWERED_RIGHT),
        "asked_above": threshold([(is_right, score) for is_right, score in found], ASKED_RIGHT),
        "courtesies": courtesies(words_),
    }


Judged = list[tuple[str, str, float, bool]]


def cross_validated(
    texts: Sequence[Said], parts: Sequence[Asked], short_forms: Mapping[str, str]
) -> tuple[Judged, list[tuple[bool, float]]]:
    """What models say of what they have not seen.

    Returns:
        For each text what is right, what is said, its score, and whether the right one is among three; and for each
        ask that is named, however unlikely, whether it is right, and its score.
    """
    judged: Judged = []
    named: list[tuple[bool, float]] = []
    for fold in range(FOLDS):
        model = model_of(learn(_others(texts, fold), _others(parts, fold), short_forms))
        judged += [_judged(model, said) for said in texts[fold::FOLDS]]
        for part in parts[fold::FOLDS]:
            named += [(ask.id in part.asks, ask.score) for ask in asks(model, told_parts(model, part.text))]
    return judged, named


def _others[Kind](found: Sequence[Kind], fold: int) -> list[Kind]:
    return [one for at, one in enumerate(found) if at % FOLDS != fold]


def _judged(model: Model, said: Said) -> tuple[str, str, float, bool]:
    ranking, right = triage(model, said.text).ranking, place_of(said.label)
    return right, ranking[0].id, ranking[0].score, right in [rank.id for rank in ranking[:3]]


def threshold(judged: Sequence[tuple[bool, float]], wanted: float) -> float:
    """The lowest score above which the wanted share is right."""
    for percent in range(5, 100):
        answered = [is_right for is_right, score in judged if score >= percent / 100]
        if answered and sum(answered) / len(answered) >= wanted:
            return percent / 100
    return 0.99
