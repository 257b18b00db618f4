"""Numbers that may be an order's, and how much speaks for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.found import Context
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

NUMBER = re.compile(r"(?<![\w.,/$€£:+-])(?:[a-z]{1,4}-)?\d{3,12}(?:-(?!ish)[a-z]{1,3}\b)?(?!\w|[.,:/-]\d)")
SPELLED_DIGITS = re.compile(r"(?<![\w+])\d(?: \d){3,7}(?![\w]| \d)")
MONEY_BEFORE = re.compile(r"[$€£]\s?$")
UNITS_AFTER = re.compile(r"\s?[$€£%]|,-")
LINKS_BACK = 4  # words looked back over for the word "order"
LONGEST_WEAK, SHORTEST_WEAK = 7, 4
FIRST_YEAR, YEARS_AHEAD = 1900, 3
STRONG, HINTED, BARE = 3, 2, 1


class Number(NamedTuple):
    """A number that may be an order's, by its characters, and how much speaks for it."""

    start: int
    end: int
    strength: int
    value: str


def find_numbers(text: Text, context: Context, tables: Tables, used: bytearray) -> Iterator[Number]:
    """Find them, but for characters that something else was read from."""
    for shape in (NUMBER, SPELLED_DIGITS):
        for match in shape.finditer(text.plain):
            start, end = match.span()
            if not any(used[start:end]):
                strength = _strength(text, start, end, context, tables)
                if strength:
                    yield Number(start, end, strength, written(text.own[start:end]))


def _strength(text: Text, start: int, end: int, context: Context, tables: Tables) -> int:
    at = text.at(start)
    digits = "".join(filter(str.isdigit, text.plain[start:end]))
    if text.plain[max(0, start - 2) : start].strip().endswith("#"):
        return STRONG
    last = text.at(end - 1)
    if MONEY_BEFORE.search(text.plain[max(0, start - 2) : start]) or _is_other(text, at, last, end, tables):
        return 0
    if _after_word(text, at, tables):
        return STRONG
    is_year = len(digits) == len("2026") and FIRST_YEAR <= int(digits) <= context.asked.year + YEARS_AHEAD
    if is_year or not SHORTEST_WEAK <= len(digits) <= LONGEST_WEAK or not text.plain[start:end].isdigit():
        return 0
    if text.word(at - 1) in tables.beside["order_hints"] or _two(text, at) in tables.beside["order_hints"]:
        return HINTED
    return BARE if _stands_alone(text, at, start, end) else 0


def _two(text: Text, at: int) -> str:
    return f"{text.word(at - 2)} {text.word(at - 1)}"


def _is_other(text: Text, at: int, last: int, end: int, tables: Tables) -> bool:
    """Whether the words right beside it make it another number."""
    after, before = text.word(last + 1), text.word(at - 1)
    near = text.after(last)[:1] in " -" or not text.after(last)
    if UNITS_AFTER.match(text.plain, end) or (near and after in tables.beside["no_order_after"]):
        return True
    pairs = tables.beside["no_order_before"]
    return (at > 0 and before in pairs and text.sentence[at - 1] == text.sentence[at]) or _two(text, at) in pairs


def _after_word(text: Text, at: int, tables: Tables) -> bool:
    """Whether the word "order" stands before, with no more than "number is" between."""
    orders, links = tables.beside["order_words"], tables.beside["order_links"]
    for back in range(1, LINKS_BACK + 2):
        word = text.word(at - back)
        if not word or "\n\n" in text.gap(at - back + 1):
            return False
        if word in orders:
            return True
        if word not in links:
            return False
    return False


def _stands_alone(text: Text, at: int, start: int, end: int) -> bool:
    """Whether nothing else is in its sentence, brackets or between its commas."""
    before, after = text.plain[:start].rstrip(" ")[-1:], text.plain[end : end + 3].lstrip(" ")[:1]
    if before == "(" and after == ")":
        return True
    is_first = at == 0 or text.sentence[at - 1] != text.sentence[at]
    is_last = at + 1 == len(text.words) or text.sentence[at + 1] != text.sentence[at]
    return (is_first and is_last) or (before == "," and (after in (",", ".") or is_last)) or (is_first and after == ",")


def written(own: str) -> str:
    """Write a number as the store does: digits after a "#"; one with letters stays as it is."""
    digits = own.replace(" ", "")
    return f"#{digits}" if digits.isdigit() else digits.upper()
