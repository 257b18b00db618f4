"""A message as words with their places, sentences and clauses."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

TOKEN = re.compile(
    r"(?<![^\W_])(?:dell|nell|dall|sull|all|quell|l)'(?=[^\W\d_]{2})|\d+(?:[.,:/-]\d+)*[^\W\d_]*|[^\W\d_]\w*(?:['&]\w+)*"
)
FOLDED = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in range(0xC0, 0x250)
    if unicodedata.decomposition(chr(code))[:1] not in ("", "<")
}
PLAIN = FOLDED | dict.fromkeys(map(ord, "’‘ʼ`´"), "'") | {0xA0: " ", 0x202F: " "}
ENDS = re.compile(r"[.!?…;]+[\"'”»)\s]|[!?…]|\n")
CLAUSES = re.compile(r"[,:()–—]| - ")
# Before a point that ends no sentence, and after the one of "am 14. Juni".
ABBREVIATED = frozenset(("no", "nr", "n", "num", "mr", "mrs", "ms", "dr", "st", "approx", "ord", "ref", "est", "nº"))
GERMAN_MONTHS = frozenset(
    (
        *("januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober"),
        *("november", "dezember", "jan", "feb", "okt", "dez"),
    )
)
WRAPPED = 55  # characters of a line from which on its end may be a wrap


class Text:
    """A message as words.

    Attributes:
        own: The message.
        plain: The same, character by character, in lower case without accents.
        words: Its words, without apostrophes.
        starts: Where each begins.
        ends: Where each ends.
        numbers: The places among the words of those that begin with a digit.
        sentence: The number of the sentence that each is in.
        clause: The number of the clause.
    """

    def __init__(self, own: str) -> None:
        self.own, self.plain = own, plain(own)
        spans = [match.span() for match in TOKEN.finditer(self.plain)]
        self.starts, self.ends = [start for start, _ in spans], [end for _, end in spans]
        said = [self.plain[start:end] for start, end in spans]
        self.words = [word.replace("'", "") for word in said] if "'" in self.plain else said
        self.numbers = [at for at, word in enumerate(self.words) if word[0] <= "9"]
        self.sentence, self.clause = self._parts()

    def between(self, first: int, last: int) -> str:
        """Give what stands from one word to another, both included."""
        return self.own[self.starts[first] : self.ends[last]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give where words begin and end."""
        return self.starts[first], self.ends[last]

    def gap(self, at: int) -> str:
        """Give what stands before a word."""
        return self.plain[self.ends[at - 1] if at else 0 : self.starts[at]]

    def after(self, at: int) -> str:
        """Give what stands after a word, up to the next one."""
        end = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.plain)
        return self.plain[self.ends[at] : end]

    def word(self, at: int) -> str:
        """Give a word; an empty one outside the text."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def at(self, place: int) -> int:
        """Give the number of the first word that ends after a place in the text."""
        return bisect_right(self.ends, place)

    def same(self, one: int, other: int) -> bool:
        """Say whether two words are in one sentence."""
        size = len(self.words)
        return 0 <= one < size and 0 <= other < size and self.sentence[one] == self.sentence[other]

    def is_possessive(self, at: int) -> bool:
        """Say whether a word ends in "'s" or "s'"."""
        end = self.ends[at] if 0 <= at < len(self.ends) else 0
        return self.plain[max(0, end - 2) : end] == "'s" or self.plain[end - 1 : end + 1] == "s'"

    def _parts(self) -> tuple[list[int], list[int]]:
        sentence = clause = 0
        sentences, clauses, plain_text = [0], [0], self.plain
        for at, (end, start) in enumerate(zip(self.ends, self.starts[1:], strict=False)):
            if start - end > 1 or plain_text[end] != " ":
                gap = plain_text[end:start]
                ends, parts = _sign(gap)
                if ends and self._is_end(gap, at):
                    sentence, clause = sentence + 1, clause + 1
                elif parts:
                    clause += 1
            sentences.append(sentence)
            clauses.append(clause)
        return sentences, clauses

    def _is_end(self, gap: str, at: int) -> bool:
        if gap.strip() == "." and "\n" not in gap:
            word, following = self.words[at], self.words[at + 1]
            is_initial = len(word) == 1 and word.isalpha()
            is_day = word.isdigit() and following in GERMAN_MONTHS
            return not (is_initial or word in ABBREVIATED or is_day)
        return not self._is_wrap(gap, at)

    def _is_wrap(self, gap: str, at: int) -> bool:
        """Say whether a line ends here only because a mail program wrapped it."""
        if gap.strip(" ,\r") != "\n":
            return False
        end = self.ends[at]
        is_long = end - (self.plain.rfind("\n", max(0, end - 100), end) + 1 or max(0, end - 100)) >= WRAPPED
        return is_long and not self.own[self.starts[at + 1]].isupper()


@lru_cache(maxsize=512)
def _sign(gap: str) -> tuple[bool, bool]:
    """Say whether what stands between two words may end a sentence, and whether it ends a clause."""
    return bool(ENDS.search(gap)), bool(CLAUSES.search(gap))


def plain(text: str) -> str:
    """Write a text in lower case, without accents and with one kind of apostrophe, at the same length."""
    if text.isascii():
        return text.replace("`", "'").lower()
    lower = text.translate(PLAIN).lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := char.translate(PLAIN).lower()) == 1 else char for char in text)
