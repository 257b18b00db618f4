"""Tables of phrases, found in a text in one pass over its words."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reading.extract.message.text import TOKEN, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reading.extract.message.text import Text

FIRST = attrgetter("first")


class Hit(NamedTuple):
    """A phrase of a table that stands in a text, by its first and last word."""

    label: str
    first: int
    last: int


Hits = dict[str, list[Hit]]


class Phrases:
    """Tables of phrases, compiled: what each is, and which of its labels a phrase means.

    They are kept by their first word, and the longer ones by their second, so that most words end a look-up at once.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        self._single: dict[str, list[tuple[str, str]]] = {}
        self._longer: dict[str, dict[str, list[tuple[int, tuple[str, ...], str, str]]]] = {}
        said = [(kind, label, phrase) for kind, table in tables.items() for label in table for phrase in table[label]]
        for kind, label, phrase in said:
            first, *rest = words_of(phrase)
            if rest:
                by_second = self._longer.setdefault(first, {})
                by_second.setdefault(rest[0], []).append((-len(rest), tuple(rest[1:]), kind, label))
            else:
                self._single.setdefault(first, []).append((kind, label))
        for by_second in self._longer.values():
            any_word = by_second.get("_", [])
            for second in by_second:
                by_second[second] = sorted(by_second[second] + (any_word if second != "_" else []), key=itemgetter(0))

    def knows(self, word: str) -> bool:
        """Say whether a word is a phrase of its own in some table."""
        return word in self._single

    def find(self, text: Text) -> Hits:
        """Find all phrases, in their order; of one kind the longest one at each place."""
        hits: Hits = {}
        words, sentence, single, longer = text.words, text.sentence, self._single, self._longer
        for at, word in enumerate(words):
            if word in longer and at + 1 < len(words) and sentence[at] == sentence[at + 1]:
                by_second = longer[word]
                for size, rest, kind, label in by_second.get(words[at + 1]) or by_second.get("_", []):
                    if not rest or _stands(text, rest, at + 2):
                        _note(hits, kind, Hit(label, at, at - size))
            if word in single:
                for kind, label in single[word]:
                    _note(hits, kind, Hit(label, at, at))
        return hits


def _stands(text: Text, rest: tuple[str, ...], at: int) -> bool:
    """Whether the rest of a phrase stands at a word, in the same sentence."""
    last = at + len(rest) - 1
    if last >= len(text.words) or text.sentence[last] != text.sentence[at - 1]:
        return False
    said = text.words[at : last + 1]
    return said == [*rest] or ("_" in rest and all(map(_fits, said, rest)))


def _fits(word: str, want: str) -> bool:
    return want in (word, "_")


def _note(hits: Hits, kind: str, hit: Hit) -> None:
    """Keep a phrase that no longer one covers; one that means several things is kept as each."""
    found = hits.get(kind)
    if found is None:
        hits[kind] = [hit]
    elif found[-1].last < hit.first or found[-1][1:] == hit[1:]:
        found.append(hit)


def near(hits: Sequence[Hit], at: int, far: int) -> Sequence[Hit]:
    """Give the phrases that begin within some words of a word; they are sorted, so that few are looked at."""
    first = bisect_left(hits, at - far, key=FIRST)
    return hits[first : bisect_left(hits, at + far + 1, first, key=FIRST)]


def covered(hits: Hits, *kinds: str) -> set[int]:
    """Give the words that phrases of these kinds cover."""
    return {at for kind in kinds for hit in hits.get(kind, ()) for at in range(hit.first, hit.last + 1)}


def words_of(phrase: str) -> tuple[str, ...]:
    """Split a phrase of a table as a text is split; an underscore stays."""
    found: list[str] = []
    for part in plain(phrase).split():
        found += ["_"] if part == "_" else [word.replace("'", "") for word in TOKEN.findall(part)]
    return tuple(found)
