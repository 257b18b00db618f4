"""The order number of a message; several where it has several, or the customer doubts it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.orders.numbers import BARE, HINTED, STRONG, Number, find_numbers
from reading.extract.orders.spelled import find_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reading.extract.found import Context
    from reading.extract.message.phrases import Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

DOUBTED = re.compile(
    r"(?:-?ish\b|\s?\?)?[\s,(]*(?:(?:or|maybe|perhaps|i think|was it|no|wait) )*#?(\d{3,12})(?!\w|[.,:/-]\d)"
)
ALSO = re.compile(r"[\s,]*(?:and|&|\+|und|et|y|e|en) #?(\d{3,12})(?!\w|[.,:/-]\d)")
MOST = 50  # numbers that are weighed


def read_orders(
    text: Text, hits: Hits, context: Context, tables: Tables, taken: Iterable[tuple[int, int]]
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
    numbers = [
        *islice(find_numbers(text, context, tables, used), MOST),
        *islice(find_in_words(text, hits, tables), MOST),
    ]
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
    """Give one of each number, written as the store does where somebody writes it so."""
    values: dict[str, Number] = {}
    for number in known:
        digits = "".join(filter(str.isdigit, number.value))
        if digits not in values or number.value.startswith("#"):
            values[digits] = number
    if not values:
        return []
    first, *others = values.values()
    start, end = min((number.start, number.end) for number in values.values())
    if not others:
        return [Found("order", first.value, first.start, first.end)]
    return [Found("order", "", start, end, tuple(number.value for number in values.values()))]
