"""Order numbers in words: "order number two zero four one"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading.extract.orders.numbers import LINKS_BACK, STRONG, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.phrases import Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

TENS = 10


def find_in_words(text: Text, hits: Hits, tables: Tables) -> Iterator[Number]:
    """Read "order number two zero four one" and "order twenty forty-one"."""
    for hit in hits.get("order_words", ()):
        at = hit.last + 1
        while text.word(at) in tables.beside["order_links"] and at - hit.last <= LINKS_BACK:
            at += 1
        last = at
        while text.word(last) in tables.numbers and text.sentence[last] == text.sentence[at]:
            last += 1
        digits = _digits([tables.numbers[word] for word in text.words[at:last]])
        if digits:
            yield Number(text.starts[at], text.ends[last - 1], STRONG, f"#{digits}")


def _digits(numbers: list[int]) -> str:
    """Write them as one number: digit by digit, or as two groups, "forty-two seventeen"; "order two" is none."""
    if len(numbers) > 1 and all(number < TENS for number in numbers):
        return "".join(map(str, numbers)) if len(numbers) > 2 else ""  # noqa: PLR2004 - "order two one" may go on
    groups: list[int] = []
    for number in numbers:
        if groups and number < TENS < groups[-1] and groups[-1] % TENS == 0:
            groups[-1] += number
        else:
            groups.append(number)
    return "".join(map(str, groups)) if len(groups) == 2 and min(groups) >= TENS else ""  # noqa: PLR2004 - two groups
