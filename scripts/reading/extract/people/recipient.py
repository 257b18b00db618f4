"""Whom the piece is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.message.phrases import covered
from reading.extract.people.names import capital

if TYPE_CHECKING:
    from reading.extract.message.phrases import Hit, Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

GIVEN = 5  # words between "give" and "to my dad"


def read_recipient(text: Text, hits: Hits, tables: Tables, masked: set[int]) -> list[Found]:
    """Read whom the piece is for: the relation, with the first name where it follows."""
    for at, word in enumerate(text.words[:-2]):
        if word == "one" and text.words[at + 1] == "for" and (name := capital(text, at + 2, tables)):
            return [Found("recipient", name, *text.span(at + 2, at + 2))]
    spoiled = covered(hits, "holidays") | masked
    for hit in hits.get("relations", ()):
        if hit.first in spoiled or text.word(hit.first - 1) == "late":
            continue
        name = _name(text, hit, tables)
        last = hit.last + bool(name)
        if _is_for(text, hit, tables) or _is_given(text, hit, tables) or _is_celebrated(text, last, tables):
            return [Found("recipient", f"{hit.label} {name}".strip(), *text.span(hit.first, last))]
    return []


def _name(text: Text, hit: Hit, tables: Tables) -> str:
    """Give the name behind a relation: "my sister Ana", "my nephew Otto's"."""
    at = hit.last + 1
    if text.after(hit.last).strip(" ,") or at >= len(text.words):
        return ""
    if text.is_possessive(at) and text.own[text.starts[at]].isupper():
        own = text.between(at, at)[:-2]
        return own if own.isalpha() else ""
    return capital(text, at, tables)


def _is_for(text: Text, hit: Hit, tables: Tables) -> bool:
    """Whether a relation stands behind "for my", and nobody only writes for them, nor for their wedding."""
    before, further = text.word(hit.first - 1), text.word(hit.first - 2)
    if not (before in tables.beside["owners"] and further in tables.beside["for_whom"]):
        if before not in tables.beside["for_whom"] or before == "per":
            return False
        further = text.word(hit.first - 1)
    on_behalf = tables.beside["on_behalf"] & {text.word(hit.first - 3), text.word(hit.first - 4)}
    follows = text.words[hit.last + 1 : hit.last + 3] if text.after(hit.last) == " " else []
    return not on_behalf and tables.beside["no_gift"].isdisjoint(follows)


def _is_given(text: Text, hit: Hit, tables: Tables) -> bool:
    is_to = text.word(hit.first - 2) == "to" and text.word(hit.first - 1) in tables.beside["owners"]
    return is_to and not tables.beside["gives"].isdisjoint(text.words[max(0, hit.first - GIVEN) : hit.first])


def _is_celebrated(text: Text, last: int, tables: Tables) -> bool:
    """Whether somebody owns what is celebrated or made, or does it: "my dad's 70th", "my niece graduates"."""
    after = text.word(last + 1)
    after = text.word(last + 2) if after == "first" else after
    owns = text.is_possessive(last) or text.words[last].endswith("s")
    return after in tables.beside["celebrates"] or (owns and after in tables.beside["celebrated"])
