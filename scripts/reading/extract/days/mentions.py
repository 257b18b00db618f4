"""Days as people write them; a day of the week belongs to the date beside it."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from reading.extract.days.figures import by_month, by_ordinal, in_figures
from reading.extract.days.lengths import from_today
from reading.extract.days.mention import Mention
from reading.extract.message.phrases import near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reading.extract.message.phrases import Hit, Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

WHICH_BESIDE = 4  # words between a day of the week and "last"
MOST = 100  # days that are read of one message
SHORT = 3  # letters of "wed" and "sat", which mean a day only beside another word for one


def find_days(text: Text, hits: Hits, tables: Tables) -> list[Mention]:
    """Find all days, in their order; where two overlap, the one that is told more fully."""
    found = chain(
        islice(in_figures(text), MOST),
        islice(by_month(text, hits, tables), MOST),
        islice(from_today(text, hits, tables), MOST),
        (Mention(hit.first, hit.last, holiday=hit.label) for hit in hits.get("holidays", ())[:MOST]),
        islice(by_ordinal(text, tables), MOST),
    )
    taken: set[int] = set()
    kept = []
    for mention in found:
        if taken.isdisjoint(range(mention.first, mention.last + 1)):
            taken.update(range(mention.first, mention.last + 1))
            kept.append(mention)
    return sorted(islice(_with_weekdays(text, hits, tables, kept, taken), MOST))


def _with_weekdays(text: Text, hits: Hits, tables: Tables, found: list[Mention], taken: set[int]) -> Iterator[Mention]:
    """Join a day of the week to the date beside it, "Friday the 27th"; alone it is a day itself."""
    beside = {at: mention for mention in found if mention.day for at in (mention.first, mention.last)}
    joined: dict[Mention, Mention] = {}
    alone: list[Mention] = []
    for hit in hits.get("weekdays", ())[:MOST]:
        if hit.first in taken:
            continue
        dated = _beside(text, hit, tables, beside)
        if dated and dated not in joined:
            ends = min(hit.first, dated.first), max(hit.last, dated.last)
            joined[dated] = dated._replace(first=ends[0], last=ends[1], weekday=int(hit.label))
        elif not dated and _is_weekday(text, hit, tables):
            first, last, which = _which(text, hit, hits)
            alone.append(Mention(first, last, weekday=int(hit.label), which=which))
    yield from (joined.get(mention, mention) for mention in found)
    yield from alone


def _beside(text: Text, hit: Hit, tables: Tables, beside: Mapping[int, Mention]) -> Mention | None:
    links = tables.beside["in_dates"] | tables.beside["before_days"]
    for at in range(hit.last + 1, hit.last + 4):
        if at in beside and text.same(at, hit.last):
            return beside[at] if links.issuperset(text.words[hit.last + 1 : at]) else None
    for at in (hit.first - 1, hit.first - 2):
        if at in beside and text.same(at, hit.first):
            return beside[at] if at == hit.first - 1 or text.words[hit.first - 1] in ("a", "the", "is") else None
    return None


def _is_weekday(text: Text, hit: Hit, tables: Tables) -> bool:
    is_short = len(text.words[hit.first]) <= SHORT
    return not is_short or text.word(hit.first - 1) in tables.beside["before_short_days"]


def _which(text: Text, hit: Hit, hits: Hits) -> tuple[int, int, str]:
    for word in near(hits.get("which", []), hit.first, WHICH_BESIDE):
        if word.last == hit.first - 1 and word.label != "last-week":
            return word.first, hit.last, word.label
        if word.first == hit.last + 1 and text.same(word.first, hit.last):
            return hit.first, word.last, word.label
    return (hit.first, hit.last + 1, "week") if text.word(hit.last + 1) == "week" else (hit.first, hit.last, "")
