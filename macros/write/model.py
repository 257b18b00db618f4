"""Learns what a customer's message is about: from the phrases of the catalogue and the messages beside them.

The model is linear, so that `scripts/reading/ranking.py` needs nothing but sums; its weights are rounded to steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.feature_selection import SelectKBest, chi2
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from macros.write.material import Said, courtesies, material, place_of, source_of
from reading.features import features, words
from reading.ranking import VERSION, Model, new_model, triage
from reading.weights import FIRST, MOST, WORTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scipy.sparse import csr_matrix

    from macros.catalogue.read import Words

FEATURES = 10_000
SEEN_TWICE = 2  # a feature of one text alone teaches nothing about another
STRENGTH = 30.0  # inverse of the regularisation: chosen by cross-validation
CUT = 0.9995  # of all weights that are told apart; the rest are as large as the last step
FOLDS = 5
ANSWERED_RIGHT = (
    0.87  # of the messages that are not "unsure"; of the wrong rest most find a neighbour of the right place
)


def train(texts: Sequence[Said]) -> dict[str, Any]:
    """Learn from texts; gives what `templates/compiled/triage.json` holds, less version, source, threshold."""
    vectors = TfidfVectorizer(analyzer=_features, binary=True, min_df=SEEN_TWICE, norm=None)
    labels = [said.label for said in texts]
    counted = vectors.fit_transform(said.text for said in texts)
    chosen = SelectKBest(chi2, k=min(FEATURES, counted.shape[1])).fit(normalize(counted), labels)
    known: csr_matrix = normalize(chosen.transform(counted))
    fitted = LogisticRegression(C=STRENGTH, max_iter=300, class_weight="balanced").fit(known, labels)
    names = vectors.get_feature_names_out()[chosen.get_support()]
    weights = fitted.coef_.T * vectors.idf_[chosen.get_support()][:, None]
    return {
        "labels": [str(label) for label in fitted.classes_],
        **_in_steps(names, weights, vectors.idf_[chosen.get_support()]),
        "bias": [round(float(bias), 3) for bias in fitted.intercept_],
    }


def _in_steps(names: Sequence[str], weights: Any, idf: Any) -> dict[str, Any]:
    """Round each weight to the nearest step of `WORTH`, one character each; the few beyond the last are cut."""
    scale, length = float(np.quantile(np.abs(weights), CUT)) / MOST, float(np.max(idf**2)) / MOST
    lines = np.column_stack([_steps(weights / scale), _steps((idf**2)[:, None] / length)])
    packed = {
        str(name): bytes((line + FIRST).tolist()).decode("ascii") for name, line in zip(names, lines, strict=True)
    }
    return {"scale": round(scale, 6), "length": round(length, 6), "weights": dict(sorted(packed.items()))}


def _steps(values: Any) -> Any:
    """The number of the nearest step for each value."""
    worth = np.array(WORTH, float)
    return np.searchsorted((worth[1:] + worth[:-1]) / 2, values)


def as_model(learned: dict[str, Any], conditions: dict[str, dict[str, str]], unsure_below: float) -> Model:
    """What was learned as `scripts/reading/ranking.py` reads it."""
    places = [place_of(label) for label in learned["labels"]]
    said = [conditions.get(label, {}) for label in learned["labels"]]
    return new_model(learned, places, said, unsure_below)


def settled(words_: Words) -> dict[str, dict[str, str]]:
    """For each template the conditions that it has one value of."""
    return {
        f"{entry.id}/{template.id}": {name: values[0] for name, values in template.when.items() if len(values) == 1}
        for entry in words_.entries
        for template in entry.written.templates
    }


def cross_validated(texts: Sequence[Said]) -> list[tuple[str, str, float, bool]]:
    """For each text what is right, and what a model that has not seen it says: place, score, in the first three."""
    found = []
    for fold in range(FOLDS):
        model = as_model(train([said for at, said in enumerate(texts) if at % FOLDS != fold]), {}, 0.0)
        for said in texts[fold::FOLDS]:
            ranking = triage(model, said.text).ranking
            among = place_of(said.label) in [rank.id for rank in ranking[:3]]
            found.append((place_of(said.label), ranking[0].id, ranking[0].score, among))
    return found


def threshold(judged: Sequence[tuple[str, str, float, bool]]) -> float:
    """The lowest score above which the wanted share of answers is right."""
    for percent in range(5, 100):
        answered = [right == said for right, said, score, _ in judged if score >= percent / 100]
        if answered and sum(answered) / len(answered) >= ANSWERED_RIGHT:
            return percent / 100
    return 0.99


def compile_model(words_: Words) -> dict[str, Any]:
    """The content of `templates/compiled/triage.json`."""
    texts = material(words_)
    learned, conditions = train(texts), settled(words_)
    return {
        "version": VERSION,
        "source": source_of(words_),
        "places": [place_of(label) for label in learned["labels"]],
        "said": [conditions.get(label, {}) for label in learned["labels"]],
        "unsure_below": threshold(cross_validated(texts)),
        "courtesies": courtesies(words_),
        **{name: learned[name] for name in ("scale", "length", "bias", "weights")},
    }


def _features(text: str) -> list[str]:
    return sorted(features(words(text)))
