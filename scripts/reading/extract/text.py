"""A message as words with their places, sentences and clauses, so that phrases are found in one pass."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*[^\W\d_]*|[^\W\d_]\w*(?:['&]\w+)*")
FOLDED = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in range(0xC0, 0x250)
    if unicodedata.decomposition(chr(code))[:1] not in ("", "<")
}
PLAIN = FOLDED | dict.fromkeys(map(ord, "’‘ʼ`´"), "'") | {0xA0: " ", 0x202F: " "}
ENDS = re.compile(r"[.!?…;]+[\"'”»)\s]|[!?…]|\n")
CLAUSES = re.compile(r"[,:()–—]| - ")
ABBREVIATED = frozenset(("no", "nr", "n", "num", "mr", "mrs", "ms", "dr", "st", "approx", "ord", "ref", "est", "nº"))
GERMAN_MONTHS = frozenset(  # "am 14. Juni" is no end of a sentence
    "januar februar marz april mai juni juli august september oktober november dezember jan feb okt dez".split()  # noqa: SIM905
)
WRAPPED = 55  # characters of a line from which on its end may be a wrap


AGE = re.compile(r"(\d{2,3})(?:st|nd|rd|th)")
YOUNGEST = 13  # years; "my 2nd email" is no birthday
NO_AGES = frozenset(("anniversary", "wedding", "street", "st", "avenue", "ave", "order", "email", "floor", "century"))
POSSESSIVES = frozenset(
    "his her my their our moms mums dads sisters brothers husbands wifes sons daughters partners mothers"  # noqa: SIM905
    " fathers".split()
)


class Hit(NamedTuple):
    """A phrase of a table that stands in a text, by its first and last word."""

    label: str
    first: int
    last: int


class Text:
    """A message as words.

    Attributes:
        own: The message.
        plain: The same, character by character, in lower case without accents.
        words: Its words, without apostrophes.
        starts: Where each begins.
        ends: Where each ends.
        sentence: The number of the sentence that each is in.
        clause: The number of the clause.
    """

    def __init__(self, own: str) -> None:
        self.own, self.plain = own, plain(own)
        found = [(match.group(), *match.span()) for match in TOKEN.finditer(self.plain)]
        self.words = [word.replace("'", "") for word, _, _ in found]
        self.starts = [start for _, start, _ in found]
        self.ends = [end for _, _, end in found]
        self.sentence, self.clause = self._parts()

    def between(self, first: int, last: int) -> str:
        """Give what stands from one word to another, both included."""
        return self.own[self.starts[first] : self.ends[last]]

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

    def _parts(self) -> tuple[list[int], list[int]]:
        sentence = clause = 0
        sentences, clauses = [0], [0]
        for at, (end, start) in enumerate(pairwise_gaps(self.ends, self.starts)):
            if start - end > 1 or self.plain[end] != " ":
                gap = self.plain[end:start]
                if self._is_end(gap, at):
                    sentence, clause = sentence + 1, clause + 1
                elif CLAUSES.search(gap):
                    clause += 1
            sentences.append(sentence)
            clauses.append(clause)
        return sentences, clauses

    def _is_end(self, gap: str, at: int) -> bool:
        if not ENDS.search(gap):
            return False
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


class Phrases:
    """Tables of phrases, compiled: what each is, and which of its labels a phrase means.

    They are kept by their first word, and the longer ones by their second, so that most words end a look-up at once.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        self._single: dict[str, list[tuple[str, str]]] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], str, str]]]] = {}
        for kind, table in tables.items():
            for label, phrases in table.items():
                for phrase in phrases:
                    first, *rest = words_of(phrase)
                    if rest:
                        by_second = self._longer.setdefault(first, {})
                        by_second.setdefault(rest[0], []).append((tuple(rest[1:]), kind, label))
                    else:
                        self._single.setdefault(first, []).append((kind, label))
        for by_second in self._longer.values():
            for known in by_second.values():
                known.sort(key=lambda entry: -len(entry[0]))

    def knows(self, word: str) -> bool:
        """Say whether a word is a phrase of its own in some table."""
        return word in self._single

    def find(self, text: Text) -> dict[str, list[Hit]]:
        """Find all phrases, in their order; of one kind the longest one at each place."""
        hits: dict[str, list[Hit]] = {}
        words, sentence, single, longer = text.words, text.sentence, self._single, self._longer
        for at, word in enumerate(words):
            if word in longer and at + 1 < len(words) and sentence[at] == sentence[at + 1]:
                for rest, kind, label in _beginning(longer[word], words[at + 1]):
                    last = at + 1 + len(rest)
                    if not rest or _stands(text, rest, at + 2):
                        _note(hits, kind, Hit(label, at, last))
            if word in single:
                for kind, label in single[word]:
                    _note(hits, kind, Hit(label, at, at))
        return hits


def _beginning(
    by_second: dict[str, list[tuple[tuple[str, ...], str, str]]], second: str
) -> list[tuple[tuple[str, ...], str, str]]:
    """Give the phrases of which two words fit, the longest first."""
    found, any_word = by_second.get(second), by_second.get("_")
    if found and any_word:
        return sorted([*found, *any_word], key=lambda entry: -len(entry[0]))
    return found or any_word or []


def _stands(text: Text, rest: tuple[str, ...], at: int) -> bool:
    """Whether the rest of a phrase stands at a word, in the same sentence."""
    last = at + len(rest) - 1
    if last >= len(text.words) or text.sentence[last] != text.sentence[at - 1]:
        return False
    return all(want in (word, "_") for word, want in zip(text.words[at : last + 1], rest, strict=True))


def _note(hits: dict[str, list[Hit]], kind: str, hit: Hit) -> None:
    """Keep a phrase that no longer one covers; one that means several things is kept as each."""
    found = hits.get(kind)
    if found is None:
        hits[kind] = [hit]
    elif found[-1].last < hit.first or (found[-1].first, found[-1].last) == (hit.first, hit.last):
        found.append(hit)


def near(hits: list[Hit] | tuple[()], at: int, far: int) -> list[Hit]:
    """Give the phrases that begin within some words of a word; they are sorted, so that few are looked at."""
    first = bisect_left(hits, at - far, key=attrgetter("first"))
    return list(hits[first : bisect_left(hits, at + far + 1, first, key=attrgetter("first"))])


def is_age(text: Text, at: int) -> bool:
    """Say whether a word is a birthday told by its age: "my dad's 70th", "her 40th"."""
    match = AGE.fullmatch(text.words[at])
    if not match or not at or int(match[1]) < YOUNGEST or text.word(at + 1) in NO_AGES:
        return False
    before = text.plain[max(0, text.ends[at - 1] - 2) : text.ends[at - 1]]
    return before in ("'s", "s'") or text.words[at - 1] in POSSESSIVES


def pairwise_gaps(ends: list[int], starts: list[int]) -> Iterable[tuple[int, int]]:
    """Give the end of each word with the start of the next."""
    return zip(ends, starts[1:], strict=False)


def plain(text: str) -> str:
    """Write a text in lower case, without accents and with one kind of apostrophe, at the same length."""
    lower = text.translate(PLAIN).lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := char.translate(PLAIN).lower()) == 1 else char for char in text)


def words_of(phrase: str) -> tuple[str, ...]:
    """Split a phrase of a table as a text is split; an underscore stays."""
    found: list[str] = []
    for part in plain(phrase).split():
        found += ["_"] if part == "_" else [word.replace("'", "") for word in TOKEN.findall(part)]
    return tuple(found)
