"""Words put right: the short forms of chat, and one typing error in a word.

A word that is not known becomes a known one that one error away makes it: a letter too many, too few, another, or two
that changed places; as in https://norvig.com/spell-correct.html.
"""

from __future__ import annotations

from functools import lru_cache
from string import ascii_lowercase
from typing import TYPE_CHECKING

from reading.triage.features import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

SHORTEST, LONGEST = 4, 24  # letters of a word that is put right
SHORTEST_KNOWN = 3
MOST_CACHED = 20_000


class Speller:
    """Puts words right; what it found is cached."""

    def __init__(self, known: Mapping[str, int], learned: Collection[str], short_forms: Mapping[str, str]) -> None:
        """Take what is known.

        Args:
            known: Words, each with its rank: the lower, the more frequent.
            learned: Features that something was learned of; a word among them, as `=engrav`, is preferred.
            short_forms: What stands for a short form: `pls` is please.
        """
        self._known, self._learned, self._short = known, learned, short_forms
        self.right = lru_cache(MOST_CACHED)(self._right)

    def _right(self, word: str) -> str:
        if word in self._short:
            return self._short[word]
        is_word = word.isascii() and word.isalpha() and SHORTEST <= len(word) <= LONGEST
        if not is_word or word in self._known or self._is_learned(word):
            return word
        found = [near for near in one_error_away(word) & self._known.keys() if len(near) >= SHORTEST_KNOWN]
        return min(found, key=lambda near: (not self._is_learned(near), self._known[near], near), default=word)

    def _is_learned(self, word: str) -> bool:
        return f"={stem(word)}" in self._learned


def one_error_away(word: str) -> set[str]:
    """Give all texts that differ from a word by one typing error."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    fewer = {left + right[1:] for left, right in halves if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    more = {left + letter + right for left, right in halves for letter in ascii_lowercase}
    other = {left + letter + right[1:] for left, right in halves if right for letter in ascii_lowercase}
    return fewer | swapped | more | other
