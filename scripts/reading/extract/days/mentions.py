"""Days as people write them: in figures, by month, by the day of the week, by their distance from today."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from reading.extract.text import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.tables import Tables
    from reading.extract.text import Hit, Text

ORDINAL = re.compile(r"([1-9]|[12]\d|3[01])(st|nd|rd|th)")
DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|eme|o|a|e)?")
YEAR = re.compile(r"20\d\d")
FIGURES = re.compile(r"(\d{1,4})([./-])(\d{1,2})(?:\2(\d{2}|\d{4}))?")
LINKS = frozenset(("of", "de", "di", "the", "le", "el", "il", "van", "der", "den", "dem", "do"))
DAY_HEADS = frozenset(
    ("the", "on", "by", "before", "until", "till", "from", "for", "le", "el", "il", "den", "am", "zum", "dia", "de")
)
WHICH_BESIDE = 4  # words between a day of the week and "last"
MOST = 100  # days that are read of one message
SHORT = 3  # letters of "wed" and "sat", which mean a day only beside another word for one
BESIDE_SHORT = frozenset(
    ("on", "by", "this", "next", "last", "for", "until", "till", "before", "since", "came", "come", "from", "arrived")
)
MONTHS_IN_YEAR, MOST_DAYS = 12, 31


class Mention(NamedTuple):
    """A day that a message speaks of, by its first and last word.

    Attributes:
        month: 1 to 12; 0 where only the day of the month is told.
        day: 1 to 31; 0 where it is told otherwise.
        year: Where it is told; 0 otherwise.
        swapped: Whether day and month may stand the other way round.
        weekday: 0 to 6; -1 where none is told.
        which: The kind of word beside the day of the week: "last", "next" ...
        away: Days from the moment of writing; None where it is told otherwise.
        hours: Hours from it, where it is told in those.
        holiday: The name of a day that has one.
    """

    first: int
    last: int
    month: int = 0
    day: int = 0
    year: int = 0
    swapped: bool = False
    weekday: int = -1
    which: str = ""
    away: int | None = None
    hours: int = 0
    holiday: str = ""


def find_days(text: Text, hits: dict[str, list[Hit]], tables: Tables) -> list[Mention]:
    """Find all days, in their order; where two overlap, the one that is told more fully."""
    found = chain(
        islice(_in_figures(text), MOST),
        islice(_by_month(text, hits), MOST),
        islice(_from_today(text, hits, tables), MOST),
        (Mention(hit.first, hit.last, holiday=hit.label) for hit in hits.get("holidays", ())[:MOST]),
        islice(_by_ordinal(text, tables), MOST),
    )
    taken: set[int] = set()
    kept = []
    for mention in found:
        if taken.isdisjoint(range(mention.first, mention.last + 1)):
            taken.update(range(mention.first, mention.last + 1))
            kept.append(mention)
    return sorted(islice(_with_weekdays(text, hits, kept, taken), MOST))


def _in_figures(text: Text) -> Iterator[Mention]:
    for at, word in enumerate(text.words):
        if len(word) > SHORT - 1 and word[0].isdigit() and (match := FIGURES.fullmatch(word)):
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


def _by_month(text: Text, hits: dict[str, list[Hit]]) -> Iterator[Mention]:
    """Find "June 21", "the 21st of June", "21 juin 2026"."""
    for hit in hits.get("months", ()):
        before, month = hit.first - 1, int(hit.label)
        before -= text.word(before) in LINKS
        after = hit.last + 1
        after += text.word(after) in LINKS
        match = _day_at(text, before, hit.first)
        if match:
            year = _year_at(text, hit.last + 1)
            yield Mention(before, hit.last + bool(year), month, match, year)
        elif match := _day_at(text, after, hit.last):
            year = _year_at(text, after + 1)
            yield Mention(hit.first, after + bool(year), month, match, year)


def _day_at(text: Text, at: int, beside: int) -> int:
    """Read a day of the month that stands in the same sentence as the month, without a comma between."""
    match = DAY.fullmatch(text.word(at))
    if not match or text.sentence[at] != text.sentence[beside]:
        return 0
    return int(match[1])


def _year_at(text: Text, at: int) -> int:
    word = text.word(at)
    return int(word) if YEAR.fullmatch(word) and text.sentence[at] == text.sentence[at - 1] else 0


def _by_ordinal(text: Text, tables: Tables) -> Iterator[Mention]:
    """Find "the 21st" and "el 26", which are no "40th birthday" and no "2nd email"."""
    not_after, not_before = tables.sets["no_day_after"], tables.sets["no_day_before"]
    for at, word in enumerate(text.words):
        if not word[0].isdigit():
            continue
        before, after = text.word(at - 1), text.word(at + 1)
        if ORDINAL.fullmatch(word):
            follows = "" if text.after(at)[:1] in ".,?!;)\n" else after
            if follows not in not_after and before not in not_before and not _is_possessive(text, at):
                yield Mention(at, at, day=int(word[:-2]))
        elif before in ("le", "el", "il", "dia", "am", "zum", "den", "de") and DAY.fullmatch(word) and word.isdigit():
            is_german = before in ("am", "zum", "den")
            if text.after(at).startswith("." if is_german else (".", ",", "?", "!", "\n", ")")) or (
                not is_german and at + 1 == len(text.words)
            ):
                yield Mention(at, at, day=int(word))


def _is_possessive(text: Text, at: int) -> bool:
    """Whether a possessive stands before: "dad's 70th" is a birthday."""
    end = text.ends[at - 1] if at else 0
    return text.plain[max(0, end - 2) : end] in ("'s", "s'")


def _from_today(text: Text, hits: dict[str, list[Hit]], tables: Tables) -> Iterator[Mention]:
    for hit in hits.get("relative", ()):
        yield Mention(hit.first, hit.last, away=int(hit.label))
    for at, word in enumerate(text.words):
        unit = word if word in tables.units else _glued(word, tables)
        if unit:
            yield from _length(text, at, unit, tables)


def _glued(word: str, tables: Tables) -> str:
    """Give the unit of "3hrs"."""
    unit = word.lstrip("0123456789") if word[0].isdigit() else ""
    return unit if unit in tables.units else ""


def _length(text: Text, at: int, unit: str, tables: Tables) -> Iterator[Mention]:
    """Find "3 hrs ago", "in two weeks", "a fortnight from yesterday"; what is vague is no day."""
    glued = text.words[at] != unit
    first = at if glued else at - 1
    number = _count(text.words[at].removesuffix(unit) if glued else text.word(first), tables)
    if number is None or (first != at and text.sentence[first] != text.sentence[at]):
        return
    days, before, after = tables.units[unit], text.word(first - 1), text.word(at + 1)
    vague = before in tables.sets["vague"] and days > 0
    if after in tables.sets["ago"] and not vague:
        yield Mention(first, at + 1, away=-number * days, hours=_hours(unit, number, days))
    elif not vague and (before in tables.sets["since"] or (before == "a" and text.word(first - 2) == "y")):
        yield Mention(first - 1, at, away=-number * days, hours=_hours(unit, number, days))
    elif days and after in tables.sets["from_day"]:
        yield from _counted_from(text, at, number * days, first)
    elif days and before in tables.sets["from_now"]:
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
    if word.isdigit() and len(word) < SHORT:
        return int(word)
    return tables.counts.get(word)


def _with_weekdays(text: Text, hits: dict[str, list[Hit]], found: list[Mention], taken: set[int]) -> Iterator[Mention]:
    """Join a day of the week to the date beside it, "Friday the 27th"; alone it is a day itself."""
    by_end = {mention.last: mention for mention in found if mention.day}
    by_start = {mention.first: mention for mention in found if mention.day}
    joined: dict[Mention, Mention] = {}
    alone: list[Mention] = []
    for hit in hits.get("weekdays", ())[:MOST]:
        if hit.first in taken:
            continue
        dated = _beside(text, hit, by_start, by_end)
        if dated and dated not in joined:
            ends = min(hit.first, dated.first), max(hit.last, dated.last)
            joined[dated] = dated._replace(first=ends[0], last=ends[1], weekday=int(hit.label))
        elif not dated and _is_weekday(text, hit):
            first, last, which = _which(text, hit, hits)
            alone.append(Mention(first, last, weekday=int(hit.label), which=which))
    yield from (joined.get(mention, mention) for mention in found)
    yield from alone


def _beside(text: Text, hit: Hit, by_start: dict[int, Mention], by_end: dict[int, Mention]) -> Mention | None:
    for at in (hit.last + 1, hit.last + 2, hit.last + 3):
        if at in by_start and text.sentence[at] == text.sentence[hit.last]:
            return (
                by_start[at] if all(text.words[link] in LINKS | DAY_HEADS for link in range(hit.last + 1, at)) else None
            )
    for at in (hit.first - 1, hit.first - 2):
        if at in by_end and text.sentence[at] == text.sentence[hit.first]:
            return by_end[at] if at == hit.first - 1 or text.words[hit.first - 1] in ("a", "the", "is") else None
    return None


def _is_weekday(text: Text, hit: Hit) -> bool:
    is_short = len(text.words[hit.first]) <= SHORT
    return not is_short or text.word(hit.first - 1) in BESIDE_SHORT


def _which(text: Text, hit: Hit, hits: dict[str, list[Hit]]) -> tuple[int, int, str]:
    for word in near(hits.get("which", ()), hit.first, WHICH_BESIDE):
        if word.last == hit.first - 1 and word.label != "last-week":
            return word.first, hit.last, word.label
        if word.first == hit.last + 1 and text.sentence[word.first] == text.sentence[hit.last]:
            return hit.first, word.last, word.label
    return (hit.first, hit.last + 1, "week") if text.word(hit.last + 1) == "week" else (hit.first, hit.last, "")
