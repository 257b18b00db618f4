"""What the piece is for: the day that is celebrated."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.message.phrases import Hit, covered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.phrases import Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

AGE = re.compile(r"(\d{2,3})(?:st|nd|rd|th)")
YOUNGEST = 13  # years; "my 2nd email" is no birthday
LOOSE = ("party", "trip", "reunion")  # an occasion only where nothing else is


def read_occasion(text: Text, hits: Hits, tables: Tables, masked: set[int], needed: int = -1) -> Iterator[Found]:
    """Read the occasion: that beside the day that is needed, or the first that is told.

    Args:
        text: The message.
        hits: The phrases in it.
        tables: The words.
        masked: Words that say nothing themselves.
        needed: Where the day stands by which they need it, in characters; -1 where none does.
    """
    spoiled = covered(hits, "holidays") | masked
    told = [hit for hit in hits.get("occasions", ()) if hit.first not in spoiled and _is_ahead(text, hit, tables)]
    named = [hit for hit in hits.get("holidays", ()) if hit.first not in masked and _is_ahead(text, hit, tables)]
    firm = [*named, *(hit for hit in told if hit.label not in LOOSE)]
    for hit in sorted(firm or told, key=lambda hit: (_distance(text, hit, needed), hit.first))[:1]:
        yield Found("occasion", hit.label, *text.span(hit.first, hit.last))


def with_ages(text: Text, hits: Hits, tables: Tables) -> list[Hit]:
    """Give the occasions with birthdays told by an age: "my dad's 70th", "her 40th"."""
    ages = [Hit("birthday", at, at) for at in text.numbers if _is_age(text, at, tables)]
    found = hits.get("occasions", [])
    return sorted([*found, *ages], key=attrgetter("first")) if ages else found


def _is_age(text: Text, at: int, tables: Tables) -> bool:
    match = AGE.fullmatch(text.words[at])
    follows = text.word(at + 1) if text.same(at, at + 1) else ""
    if not match or int(match[1]) < YOUNGEST or follows in tables.beside["no_ages"]:
        return False
    return text.is_possessive(at - 1) or text.word(at - 1) in tables.beside["whose"]


def _distance(text: Text, hit: Hit, needed: int) -> int:
    """How far an occasion is from the day that is needed, where both are in one sentence; far from it otherwise."""
    at = text.at(needed) if needed >= 0 else -1
    return abs(at - hit.first) if text.same(at, hit.first) else len(text.words)


def _is_ahead(text: Text, hit: Hit, tables: Tables) -> bool:
    """Whether an occasion is none of the past, nor a thing that is named after one."""
    after, before = text.word(hit.last + 1), text.word(hit.first - 1)
    return after not in tables.beside["no_occasion_after"] and before not in tables.beside["no_occasion_before"]
