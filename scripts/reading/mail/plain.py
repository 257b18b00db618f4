"""Text as it is compared and split: without capitals and signs, and by sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 20_000  # characters that are read of one message
WORD = re.compile(r"[^\W\d_]+|\d+")
SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
QUOTED = re.compile(r"\s*>(?![:_.][()<|-])")  # `>:(` is a face


def plain(text: str) -> str:
    """Give a text's words in small letters, one blank between them; every number is 0."""
    return " ".join("0" if word[0].isdigit() else word for word in WORD.findall(text.lower()))


def sentences(text: str) -> list[str]:
    """Split words into sentences and lines."""
    return [found for found in SENTENCE.split(text) if found.strip()]


def is_quoted(line: str) -> bool:
    """Say whether a mail program marked a line as another's."""
    return bool(QUOTED.match(line))


def unquoted(line: str) -> str:
    """Take one mark of a quote from a line."""
    return QUOTED.sub("", line, count=1).removeprefix(" ") if is_quoted(line) else line


class Phrase(NamedTuple):
    """Words in their order, and words that follow later."""

    first: str
    later: tuple[str, ...] = ()

    def begins(self, said: str) -> bool:
        """Say whether a plain text begins with it."""
        return f"{said} ".startswith(f"{self.first} ") and all(f" {part}" in said for part in self.later)

    def stands_in(self, framed: str) -> bool:
        """Say whether it stands in a plain text with a blank before and after."""
        if f" {self.first} " not in framed:
            return False
        rest = framed.partition(f" {self.first} ")[2] if self.later else ""
        return all(part in rest for part in self.later)


def phrases(written: Iterable[str]) -> tuple[Phrase, ...]:
    """Give phrases as they are compared; `*` stands for any words."""
    parts = ([plain(part) for part in text.split("*")] for text in written)
    return tuple(Phrase(first, tuple(later)) for first, *later in parts if first)
