"""Days in figures, by their month, and by their number in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading.extract.days.mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.phrases import Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

ORDINAL = re.compile(r"([1-9]|[12]\d|3[01])(st|nd|rd|th)")
DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|eme|o|a|e)?")
YEAR = re.compile(r"20\d\d")
FIGURES = re.compile(r"(\d{1,4})([./-])(\d{1,2})(?:\2(\d{2}|\d{4}))?")
GERMAN, ROMANCE = {"am", "zum", "den"}, {"le", "el", "il", "dia", "de"}  # before a number of a day: "am 4."
ENDS = (".", ",", "?", "!", "\n", ")")
SHORT = 3  # characters of the shortest day in figures
MONTHS_IN_YEAR, MOST_DAYS = 12, 31
LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def in_figures(text: Text) -> Iterator[Mention]:
    """Find "6/12", "2026-06-12" and "14.06.2026"."""
    for at in text.numbers:
        word = text.words[at]
        if len(word) >= SHORT and (match := FIGURES.fullmatch(word)):
            first, sign, second, third = match.groups()
            if len(first) == len("2026"):
                if third and sign == "-":
                    yield from _valid(Mention(at, at, int(second), int(third), int(first)))
            elif third or sign == "/" or (sign == "." and text.after(at).startswith(".")):
                yield from _from_figures(at, sign, int(first), int(second), third)


def _from_figures(at: int, sign: str, first: int, second: int, third: str | None) -> Iterator[Mention]:
    year = (int(third) + 2000 * (int(third) < 100)) if third else 0  # noqa: PLR2004 - a year in two figures
    if sign == "." or first > MONTHS_IN_YEAR:
        if (first, second, year) != (24, 7, 0):
            yield from _valid(Mention(at, at, second, first, year))
    else:
        both = second <= MONTHS_IN_YEAR and first != second
        yield from _valid(Mention(at, at, first, second, year, swapped=both))


def _valid(mention: Mention) -> Iterator[Mention]:
    if 1 <= mention.month <= MONTHS_IN_YEAR and 1 <= mention.day <= MOST_DAYS:
        yield mention


def by_month(text: Text, hits: Hits, tables: Tables) -> Iterator[Mention]:
    """Find "June 21", "the 21st of June", "21 juin 2026", "the end of May"."""
    links, ends = tables.beside["in_dates"], {hit.last: hit.first for hit in hits.get("end_of", ())}
    for hit in hits.get("months", ()):
        before, month = hit.first - 1 - (text.word(hit.first - 1) in links), int(hit.label)
        after = hit.last + 1 + (text.word(hit.last + 1) in links)
        if day := _day_at(text, before, hit.first):
            year = _year_at(text, hit.last + 1)
            yield Mention(before, hit.last + bool(year), month, day, year)
        elif day := _day_at(text, after, hit.last):
            year = _year_at(text, after + 1)
            yield Mention(hit.first, after + bool(year), month, day, year)
        elif hit.first - 1 in ends:
            yield Mention(ends[hit.first - 1], hit.last, month, LAST_DAYS[month - 1])


def _day_at(text: Text, at: int, beside: int) -> int:
    """Read a day of the month that stands in the same sentence as the month, without a comma between."""
    match = DAY.fullmatch(text.word(at))
    if not match or text.sentence[at] != text.sentence[beside]:
        return 0
    return int(match[1])


def _year_at(text: Text, at: int) -> int:
    word = text.word(at)
    return int(word) if YEAR.fullmatch(word) and text.sentence[at] == text.sentence[at - 1] else 0


def by_ordinal(text: Text, tables: Tables) -> Iterator[Mention]:
    """Find "the 21st" and "el 26", which are no "40th birthday" and no "2nd email"."""
    not_after, not_before = tables.beside["no_day_after"], tables.beside["no_day_before"]
    for at in text.numbers:
        word, before = text.words[at], text.word(at - 1)
        if ORDINAL.fullmatch(word):
            follows = "" if text.after(at)[:1] in (*ENDS, ";", ":") else text.word(at + 1)
            if follows not in not_after and before not in not_before and not text.is_possessive(at - 1):
                yield Mention(at, at, day=int(word[:-2]))
        elif before in GERMAN | ROMANCE and DAY.fullmatch(word) and word.isdigit():
            is_last = at + 1 == len(text.words)
            if text.after(at).startswith(".") if before in GERMAN else is_last or text.after(at).startswith(ENDS):
                yield Mention(at, at, day=int(word))
