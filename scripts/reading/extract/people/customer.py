"""Who writes, by the name at the end or in an introduction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.people.names import LONGEST_LINE, capital, is_word
from reading.extract.people.signed import read_signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.phrases import Hit, Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

FIRST_WORDS = 6
SHORTEST = 3  # letters of a name in small ones


def read_customer(text: Text, hits: Hits, tables: Tables, masked: set[int]) -> Iterator[Found]:
    """Read the customer's first name, and the last name where it is written."""
    found = read_signed(text, hits, tables, masked) or _introduced(text, hits, tables, masked)
    yield from found
    if not any(one.fact == "last_name" for one in found):
        yield from _last_name(text, hits)


def _introduced(text: Text, hits: Hits, tables: Tables, masked: set[int]) -> list[Found]:
    """Read "it's Hannah", "this is Jo", "my name is Ana", "Priya here"."""
    for hit in hits.get("introductions", ()):
        at = hit.last + 1
        if text.word(at) in tables.beside["titles"] and (name := capital(text, at + 1, tables)):
            return [Found("last_name", name, *text.span(at + 1, at + 1))]
        if at not in masked and _is_own(text, hit, tables) and (found := _name_after(text, hit, tables)):
            return found
    for at in range(1, min(FIRST_WORDS, len(text.words))):
        if text.words[at] == "here" and (name := capital(text, at - 1, tables)) and text.after(at).strip(" ") != "":
            return _whole(text, at - 1, name, tables)
    return []


def _whole(text: Text, at: int, name: str, tables: Tables) -> list[Found]:
    """Give a name with the first one before it: "Joan Whitfield here"."""
    last = Found("last_name", name, *text.span(at, at))
    first = capital(text, at - 1, tables) if text.gap(at) == " " else ""
    if text.word(at - 1) in tables.beside["titles"]:
        return [last]
    return [
        Found("customer", first or name, *text.span(at - bool(first), at - bool(first))),
        *([last] if first else []),
    ]


def _name_after(text: Text, hit: Hit, tables: Tables) -> list[Found]:
    at = hit.last + 1
    ends = not text.after(at).startswith(" ") if at < len(text.words) else False
    ends = ends or text.word(at + 1) in tables.beside["after_names"]
    name = capital(text, at, tables)
    is_short = " ".join(text.words[hit.first : at]) in tables.beside["short_introductions"]
    if name and (ends or (not is_short and capital(text, at + 1, tables))):
        return [Found("customer", name, *text.span(at, at))]
    is_first = hit.first == 1 and text.words[0] in tables.beside["greetings"]
    word = text.word(at)
    if is_first and ends and word.isalpha() and len(word) >= SHORTEST and not is_word(word, tables):
        return [Found("customer", text.between(at, at).title(), *text.span(at, at))]
    return []


def _is_own(text: Text, hit: Hit, tables: Tables) -> bool:
    """Whether an introduction begins its clause, and speaks of nobody else: "it's Isla's", "her name is"."""
    same = hit.first > 0 and text.clause[hit.first - 1] == text.clause[hit.first]
    starts = not same or text.word(hit.first - 1) in tables.beside["greetings"] | {"and", "so", "but"}
    is_its = text.words[hit.first] == "its"
    leads_on = text.word(hit.last + 2) in tables.beside["after_names"]
    late = (
        is_its
        and not leads_on
        and (text.starts[hit.first] > LONGEST_LINE or text.word(hit.first - 1) in ("and", "so", "but"))
    )
    return starts and not text.is_possessive(hit.last + 1) and not late


def _last_name(text: Text, hits: Hits) -> Iterator[Found]:
    for hit in hits.get("last_names", ()):
        at = hit.last + 1
        if at < len(text.words) and text.own[text.starts[at]].isupper():
            yield Found("last_name", text.between(at, at), *text.span(at, at))
            return
