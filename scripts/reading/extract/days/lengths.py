"""Days by their distance from the moment of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading.extract.days.mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.phrases import Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

MOST_FIGURES = 2


def from_today(text: Text, hits: Hits, tables: Tables) -> Iterator[Mention]:
    """Find "yesterday", "3 hrs ago", "in two weeks"."""
    for hit in hits.get("relative", ()):
        yield Mention(hit.first, hit.last, away=int(hit.label))
    for at, word in enumerate(text.words):
        if word in tables.units:
            yield from _length(text, at, word, tables)
    for at in text.numbers:
        if (unit := text.words[at].lstrip("0123456789")) in tables.units:
            yield from _length(text, at, unit, tables)


def _length(text: Text, at: int, unit: str, tables: Tables) -> Iterator[Mention]:
    """Find "3 hrs ago", "in two weeks", "a fortnight from yesterday"; what is vague is no day."""
    glued = text.words[at] != unit
    first = at if glued else at - 1
    number = _count(text.words[at].removesuffix(unit) if glued else text.word(first), tables)
    if number is None or (first != at and text.sentence[first] != text.sentence[at]):
        return
    days, before, after = tables.units[unit], text.word(first - 1), text.word(at + 1)
    vague = before in tables.beside["vague"] and days > 0
    if after in tables.beside["ago"] and not vague:
        yield Mention(first, at + 1, away=-number * days, hours=_hours(unit, number, days))
    elif not vague and (before in tables.beside["since"] or (before == "a" and text.word(first - 2) == "y")):
        yield Mention(first - 1, at, away=-number * days, hours=_hours(unit, number, days))
    elif days and after in tables.beside["from_day"]:
        yield from _counted_from(text, at, number * days, first)
    elif days and before in tables.beside["from_now"]:
        yield Mention(first - 1, at, away=number * days)
    elif days and after in ("today", "heute"):
        yield Mention(first, at + 1, away=number * days)


def _counted_from(text: Text, at: int, days: int, first: int) -> Iterator[Mention]:
    distance = {"now": 0, "today": 0, "yesterday": -1, "tomorrow": 1}.get(text.word(at + 2))
    if distance is not None:
        yield Mention(first, at + 2, away=days + distance)


def _hours(unit: str, number: int, days: int) -> int:
    return -number * unit.startswith(("h", "st", "uur", "or")) if not days else 0


def _count(word: str, tables: Tables) -> int | None:
    if word.isdigit() and len(word) <= MOST_FIGURES:
        return int(word)
    return tables.counts.get(word)
