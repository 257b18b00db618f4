"""Order numbers in their many spellings, among the other numbers of a message."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reading.extract.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reading.extract.found import Context
    from reading.extract.tables import Tables
    from reading.extract.text import Hit, Text

NUMBER = re.compile(r"(?<![\w.,/$€£:+-])(?:[a-z]{1,4}-)?\d{3,12}(?:-(?!ish)[a-z]{1,3}\b)?(?!\w|[.,:/-]\d)")
SPELLED_DIGITS = re.compile(r"(?<![\w+])\d(?: \d){3,7}(?![\w]| \d)")
DOUBTED = re.compile(
    r"(?:-?ish\b|\s?\?)?[\s,(]*(?:(?:or|maybe|perhaps|i think|was it|no|wait) )*#?(\d{3,12})(?!\w|[.,:/-]\d)"
)
ALSO = re.compile(r"[\s,]*(?:and|&|\+|und|et|y|e|en) #?(\d{3,12})(?!\w|[.,:/-]\d)")
MONEY_BEFORE = re.compile(r"[$€£]\s?$")
UNITS_AFTER = re.compile(r"\s?[$€£%]|,-")
LINKS_BACK = 4  # words looked back over for the word "order"
LONGEST_WEAK, SHORTEST_WEAK = 7, 4
FIRST_YEAR, YEARS_AHEAD = 1900, 3
MOST = 50  # numbers that are weighed
STRONG, HINTED, BARE = 3, 2, 1


class Number(NamedTuple):
    """A number that may be an order's, by its characters, and how much speaks for it."""

    start: int
    end: int
    strength: int
    value: str


def read_orders(
    text: Text, hits: dict[str, list[Hit]], context: Context, tables: Tables, taken: Iterable[tuple[int, int]]
) -> list[Found]:
    """Read the order number; where two are as likely, or the customer doubts it, they are choices.

    Args:
        text: The message.
        hits: The phrases in it.
        context: The store's facts and the moment of writing.
        tables: The words.
        taken: The characters of tracking numbers and days.
    """
    used = bytearray(len(text.plain))
    for start, end in taken:
        used[start:end] = bytes((1,)) * (end - start)
    numbers = [*islice(_numbers(text, context, tables, used), MOST), *islice(_in_words(text, hits, tables), MOST)]
    best = max((number.strength for number in numbers), default=0)
    known = [number for number in numbers if number.strength == best]
    if best == BARE and len({number.value for number in known}) > 1:
        return []
    if best == STRONG:
        known += [number for number in numbers if number.strength == HINTED and _is_alike(number, known)]
    if best >= HINTED:
        known += [other for number in known for other in _doubts(text, number)]
    return _as_found(_plainest(text, known))


def _is_alike(number: Number, known: list[Number]) -> bool:
    """Whether a number is written as long as the order's, and may be another order."""
    return any(len(number.value) == len(other.value) for other in known)


def _doubts(text: Text, number: Number) -> Iterator[Number]:
    """Give the number that may be meant instead, "3391-ish, 3319?", or as well, "orders 1042 and 1043"."""
    match = DOUBTED.match(text.plain, number.end) or ALSO.match(text.plain, number.end)
    if match and len(match[1]) == sum(map(str.isdigit, number.value)):
        yield Number(*match.span(1), STRONG, f"#{match[1]}")


def _plainest(text: Text, known: list[Number]) -> list[Number]:
    """Write "H-3981" as the store does where its digits stand alone too: "H-3981 or 3981"."""
    found = []
    for number in known:
        digits = number.value.rpartition("-")[2]
        is_alone = number.value[0] != "#" and digits.isdigit() and digits in text.words and text.words.count(digits) > 1
        found.append(number._replace(value=f"#{digits}") if is_alone else number)
    return found


def _as_found(known: list[Number]) -> list[Found]:
    values: dict[str, Number] = {}
    for number in known:
        digits = "".join(char for char in number.value if char.isdigit())
        if not any(digits == "".join(filter(str.isdigit, other)) for other in values):
            values[number.value] = number
        elif number.value.startswith("#"):
            values = {
                (number.value if digits == "".join(filter(str.isdigit, other)) else other): kept
                for other, kept in values.items()
            }
    if not values:
        return []
    first = next(iter(values.values()))
    if len(values) == 1:
        return [Found("order", next(iter(values)), first.start, first.end)]
    return [Found("order", "", first.start, first.end, tuple(values))]


def _numbers(text: Text, context: Context, tables: Tables, used: bytearray) -> Iterator[Number]:
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
    if text.word(at - 1) in tables.sets["order_hints"] or _two(text, at) in tables.sets["order_hints"]:
        return HINTED
    return BARE if _stands_alone(text, at, start, end) else 0


def _two(text: Text, at: int) -> str:
    return f"{text.word(at - 2)} {text.word(at - 1)}"


def _is_other(text: Text, at: int, last: int, end: int, tables: Tables) -> bool:
    """Whether the words right beside it make it another number."""
    after, before = text.word(last + 1), text.word(at - 1)
    near = text.after(last)[:1] in " -" or not text.after(last)
    if UNITS_AFTER.match(text.plain, end) or (near and after in tables.sets["no_order_after"]):
        return True
    pairs = tables.sets["no_order_before"]
    return (at > 0 and before in pairs and text.sentence[at - 1] == text.sentence[at]) or _two(text, at) in pairs


def _after_word(text: Text, at: int, tables: Tables) -> bool:
    """Whether the word "order" stands before, with no more than "number is" between."""
    orders, links = tables.sets["order_words"], tables.sets["order_links"]
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


def _in_words(text: Text, hits: dict[str, list[Hit]], tables: Tables) -> Iterator[Number]:
    """Read "order number two zero four one" and "order twenty forty-one"."""
    for hit in hits.get("order_words", ()):
        at = hit.last + 1
        while text.word(at) in tables.sets["order_links"] and at - hit.last <= LINKS_BACK:
            at += 1
        last = at
        while text.word(last) in tables.numbers and text.sentence[last] == text.sentence[at]:
            last += 1
        digits = _digits([tables.numbers[word] for word in text.words[at:last]])
        if digits:
            yield Number(text.starts[at], text.ends[last - 1], STRONG, f"#{digits}")


def _digits(numbers: list[int]) -> str:
    if len(numbers) < 2:  # noqa: PLR2004 - "order two" is no number of an order
        return ""
    if all(number < 10 for number in numbers):  # noqa: PLR2004 - digit by digit
        return "".join(map(str, numbers)) if len(numbers) > 2 else ""  # noqa: PLR2004
    groups: list[int] = []
    for number in numbers:
        if groups and number < 10 and groups[-1] >= 20 and groups[-1] % 10 == 0:  # noqa: PLR2004 - "forty-one"
            groups[-1] += number
        else:
            groups.append(number)
    return "".join(map(str, groups)) if len(groups) == 2 and min(groups) > 9 else ""  # noqa: PLR2004
