"""How long a text message is, as networks count it: 3GPP TS 23.038 (alphabets) and TS 23.040 (joined messages)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORT_ALPHABET = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")  # of the short alphabet; each takes the room of two
# One character outside the short alphabet more than halves every segment; typographic ones are replaced.
REPLACED = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " "}
IN_SHORT_ALPHABET = str.maketrans(REPLACED)
# What one message holds, and each segment of a longer one beside what joins them.
SHORT, WIDE = (160, 153), (70, 67)


class Length(NamedTuple):
    """How long a text message is.

    Attributes:
        characters: Characters; one of the extension counts as two.
        segments: Messages that are paid for.
        is_short: Whether every character is of the short alphabet, GSM-7; else all are UCS-2.
    """

    characters: int
    segments: int
    is_short: bool

    def __str__(self) -> str:
        """Say it: `132 characters, 1 segment`."""
        wide = "" if self.is_short else ", because of a letter outside the short alphabet"
        return f"{self.characters} characters, {self.segments} segment{'s' * (self.segments != 1)}{wide}"


def length(text: str) -> Length:
    """Count the characters and segments of a text message."""
    is_short = {*text} <= SHORT_ALPHABET | EXTENSION
    sizes = [1 + (sign in EXTENSION if is_short else ord(sign) > 0xFFFF) for sign in text]  # noqa: PLR2004 - two of UTF-16
    alone, joined = SHORT if is_short else WIDE
    segments = 1 if sum(sizes) <= alone else _segments(sizes, joined)
    return Length(sum(sizes) if is_short else len(text), segments, is_short)


def _segments(sizes: Iterable[int], most: int) -> int:
    """Count segments; a character is never split between two."""
    segments, used = 1, 0
    for size in sizes:
        segments, used = (segments, used + size) if used + size <= most else (segments + 1, size)
    return segments
