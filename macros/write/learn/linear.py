"""Fits a layer of a linear model, and rounds its weights to steps that one character each stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.feature_selection import SelectKBest, chi2
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from macros.write.learn.vectors import vectors
from reading.triage.features import features
from reading.triage.weights import FIRST, MOST, MOST_LENGTH, worth

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

SEEN_TWICE = 2  # a feature of one text alone teaches nothing about another
CUT = 0.9995  # of all weights that are told apart; the rest are as large as the last step
STRENGTH = {"words": 30.0, "meanings": 100.0}  # inverse of the regularisation: chosen by cross-validation
STEPS = {"words": 14, "meanings": 9}  # of a weight, to either side


def by_words(texts: Sequence[Sequence[str]], labels: Sequence[str], most: int, *, balanced: bool) -> dict[str, Any]:
    """Learn a layer from the words and neighbours of texts.

    Args:
        texts: Each as its words, put right.
        labels: What is right for each.
        most: Features that are kept.
        balanced: Whether rare labels count as much as frequent ones.
    """
    vectorizer = TfidfVectorizer(analyzer=_features, binary=True, min_df=SEEN_TWICE, norm=None)
    counted = vectorizer.fit_transform(texts)
    chosen = SelectKBest(chi2, k=min(most, counted.shape[1])).fit(normalize(counted), labels)
    fitted = _fit(normalize(chosen.transform(counted)), labels, "words", balanced=balanced)
    names, idf = vectorizer.get_feature_names_out()[chosen.get_support()], vectorizer.idf_[chosen.get_support()]
    return _layer(fitted, [*map(str, names)], fitted.coef_.T * idf[:, None], idf**2, "words")


def by_meanings(
    texts: Sequence[Sequence[str]], labels: Sequence[str], words: Collection[str], *, balanced: bool
) -> dict[str, Any]:
    """Learn a layer from what the words of texts mean; it is kept for some words, in the order of their frequency."""
    known = vectors()
    fitted = _fit(known.of(texts), labels, "meanings", balanced=balanced)
    rows = [row for word, row in known.rows.items() if word in words]
    names = [word for word in known.rows if word in words]
    return _layer(fitted, names, known.values[rows] @ fitted.coef_.T, known.rarity[rows] ** 2, "meanings")


def _features(found: Sequence[str]) -> list[str]:
    return sorted(features(found))


def _fit(texts: Any, labels: Sequence[str], kind: str, *, balanced: bool) -> LogisticRegression:
    weight = "balanced" if balanced else None
    return LogisticRegression(C=STRENGTH[kind], max_iter=300, class_weight=weight, tol=1e-3).fit(texts, labels)


def _layer(fitted: LogisticRegression, names: Sequence[str], weights: Any, squares: Any, kind: str) -> dict[str, Any]:
    """What `reading.triage.weights.Layer` reads, besides the names of its classes."""
    half = STEPS[kind]
    scale, length = float(np.quantile(np.abs(weights), CUT)) / MOST, float(np.max(squares)) / MOST_LENGTH
    lengths = np.maximum(np.rint(squares / length), 1).astype(int)
    lines = np.column_stack([_steps(weights / scale, half), lengths])
    packed = [bytes((line + FIRST).tolist()).decode("ascii") for line in lines]
    return {
        "labels": [str(label) for label in fitted.classes_],
        "half": half,
        "scale": round(scale, 6),
        "length": round(length, 8),
        "bias": [round(float(bias), 3) for bias in fitted.intercept_],
        "weights": dict(zip(names, packed, strict=True)),
    }


def _steps(values: Any, half: int) -> Any:
    """The number of the nearest step for each value."""
    steps = np.array(worth(half), float)
    return np.searchsorted((steps[1:] + steps[:-1]) / 2, values)
