"""Phrases that no reply says, with what to write rather; the phrases stand in `templates/tone.yml`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.catalogue.problem import Problem
    from macros.rules.tone.letters import Letter, Letters
    from macros.rules.words.sentences import Sentence

NO_REFUND = re.compile(r"\b(no|not|cannot|can't) (give |offer |make )?(a )?refunds?\b|\bnon-refundable\b")


def stiff(letters: Letters) -> Iterator[Problem]:
    """No stiff phrase to a customer; an agent may be told to ask kindly."""
    yield from _said(letters.all, letters.tone.stiff, "is stiff")


def promise(letters: Letters) -> Iterator[Problem]:
    """Nothing is promised that the facts do not cover."""
    yield from _said(letters.everything, letters.tone.promise, "promises more than the facts cover")


def blame(letters: Letters) -> Iterator[Problem]:
    """The customer is not blamed."""
    yield from _said(letters.everything, letters.tone.blame, "blames the customer")


def deflect(letters: Letters) -> Iterator[Problem]:
    """The customer is not sent elsewhere with our problem."""
    yield from _said(letters.everything, letters.tone.deflect, "sends the customer away")


def unlawful(letters: Letters) -> Iterator[Problem]:
    """No condition that a region's law does not allow."""
    yield from _said(letters.everything, letters.tone.unlawful, "sets a condition that the law of some region forbids")


def no_refunds(letters: Letters) -> Iterator[Problem]:
    """A refund is declined only for a change of mind, and says so (Australian Consumer Law, ACCC guidance)."""
    for letter in letters.everything:
        if NO_REFUND.search(letter.written) and "change of mind" not in letter.written:
            yield letter.problem("declines a refund without saying it is for a change of mind")


def promotional_text_message(letters: Letters) -> Iterator[Problem]:
    """A promotional word turns a text message about an order into marketing (47 CFR 64.1200)."""
    yield from _said(letters.of("sms"), letters.tone.promotional, "is promotional")


def green(letters: Letters) -> Iterator[Problem]:
    """No vague praise of what a piece does for nature (Directive 2024/825: banned unless proven, since 2026-09-27)."""
    yield from _said(letters.everything, letters.tone.green, "is a green claim that a law asks us to prove")


def _said(letters: Iterable[Letter | Sentence], phrases: Mapping[str, str], why: str) -> Iterator[Problem]:
    for letter in letters:
        for phrase in sorted(set(_pattern(tuple(phrases)).findall(letter.written))):
            yield letter.problem(f"“{phrase}” {why}; rather: {phrases[phrase]}")


@lru_cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})\b")
