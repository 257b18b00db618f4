"""What is said of a text: that it is wanted, shown, made or ordered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reading.extract.message.phrases import near

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reading.extract.message.phrases import Hit
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

NEAR = 3  # words between what says it and a text
MODAL_BEFORE = 7  # words between "can the engraving" and "read"


class Piece(NamedTuple):
    """A text, its characters, and what is said of it.

    Attributes:
        sure: Whether it is one by itself; another is one only where it is like one that is.
    """

    start: int
    end: int
    value: str
    role: str
    sure: bool = True


def cue_before(text: Text, hits: Sequence[Hit], at: int, far: int = NEAR) -> Hit | None:
    """Find what says what the text at a word is: the nearest phrase, the longest of those."""
    beside = [hit for hit in near(hits, at, NEAR * 4) if 0 < at - hit.last <= far and not _is_cut(text, hit.last, at)]
    return max(beside, key=lambda hit: (hit.last, hit.last - hit.first), default=None)


def _is_cut(text: Text, first: int, last: int) -> bool:
    return last < len(text.words) and not text.same(first, last) and "\n\n" in text.gap(last)


def role_of(text: Text, hits: Sequence[Hit], cue: Hit, tables: Tables) -> str:
    """Give what a phrase says; of one that means two things, such as "it's spelled", that it is shown."""
    labels = {hit.label for hit in near(hits, cue.first, 0) if hit.last == cue.last}
    said = {text.words[at] for at in range(max(0, cue.first - 2), cue.last + 1) if text.same(at, cue.last)}
    is_base = text.words[cue.last] in tables.beside["base_forms"]
    if is_base and not said.isdisjoint(("i", "we", "you", "they")):
        return "ordered" if text.words[cue.first] == "put" and not said.isdisjoint(("i", "we")) else cue.label
    if is_base and any(word in tables.beside["modals"] for word in _clause_before(text, cue.first)):
        return "wanted"
    return "shown" if "shown" in labels else cue.label


def _clause_before(text: Text, at: int) -> list[str]:
    return [text.words[before] for before in range(max(0, at - MODAL_BEFORE), at) if text.same(before, at)]
