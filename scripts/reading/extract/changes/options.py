"""A new size, color or material: "switch it to a large", "cognac, not black", "the same in M"."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.message.phrases import covered, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.phrases import Hit, Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

BESIDE = 6  # words between the new one and the old one


def read_options(text: Text, hits: Hits, tables: Tables) -> Iterator[Found]:
    """Read the new one, where a change is spoken of."""
    kinds = (*hits.get("sizes", ()), *hits.get("materials", ()))
    options = [hit for hit in sorted(kinds, key=attrgetter("first")) if _is_option(text, hit)]
    plainly = (hit for hit in options if _is_plain(text, hits, hit, tables, options))
    asked = (hit for hit in options if _is_asked(text, hits, hit, tables, options))
    if hit := next(plainly, None) or next(asked, None):
        yield Found("change", "options", *text.span(hit.first, hit.last))
        yield Found("change_to", text.between(hit.first, hit.last), *text.span(hit.first, hit.last))


def _is_option(text: Text, hit: Hit) -> bool:
    """Whether a word is no initial, nor part of a longer word."""
    start, end = text.span(hit.first, hit.last)
    is_apart = text.own[start - 1 : start] in ("", " ", "\n", "(", "/", '"') and text.own[end : end + 1] not in (
        "'",
        "’",
        "-",
    )
    return is_apart and not (text.own[end : end + 1] == "." and text.own[end + 1 : end + 2].isalpha())


def _is_plain(text: Text, hits: Hits, hit: Hit, tables: Tables, options: list[Hit]) -> bool:
    """Whether "instead" follows an option, or it is set against an old one."""
    return text.word(hit.last + 1) in tables.beside["replaces"] or _is_against(text, hits, hit, options)


def _is_asked(text: Text, hits: Hits, hit: Hit, tables: Tables, options: list[Hit]) -> bool:
    """Whether it is behind "change it to", or right behind "need an", "make the wallet"."""
    before = tables.beside["before_an_option"]
    if _is_old(text, hits, hit, options) or text.gap(hit.first) != " ":
        return False
    first, pieces = hit.first - 1, covered(hits, "products")
    while text.word(first) in before or first in pieces:
        first -= 1
    if text.word(first) in tables.beside["wants_option"] and _is_changing(text, hits):
        return True
    return text.word(hit.first - 1) in before and any(at < hit.first for at in _verbs(text, hits, hit, tables))


def _is_changing(text: Text, hits: Hits) -> bool:
    return bool(hits.get("change_verbs")) or "too late" in text.plain


def _verbs(text: Text, hits: Hits, hit: Hit, tables: Tables) -> Iterator[int]:
    """Give the words that ask for another one, in its sentence or the one before."""
    for at in range(max(0, hit.first - BESIDE * 3), hit.first):
        if text.words[at] in tables.beside["other_option"] and text.sentence[hit.first] - text.sentence[at] <= 1:
            yield at
    yield from (wish.first for wish in near(hits.get("wishes", []), hit.first, BESIDE * 3) if wish.label == "exchange")


def _is_against(text: Text, hits: Hits, hit: Hit, options: list[Hit]) -> bool:
    """Whether "not", "rather than" or "instead of" stands between it and the next one."""
    for against in near(hits.get("against", []), hit.last + BESIDE // 2, BESIDE // 2):
        later = [other for other in near(options, against.last + 2, 2) if other.first > against.last]
        if against.first > hit.last and later and text.same(hit.first, later[0].first):
            return True
    return False


def _is_old(text: Text, hits: Hits, hit: Hit, options: list[Hit]) -> bool:
    """Whether one is set against another before it, or swapped for one behind it."""
    if near(hits.get("against", []), hit.first - 2, 1):
        return True
    later = [other for other in near(options, hit.last + BESIDE // 2, BESIDE // 2) if other.first > hit.last]
    return any({"for", "to", "into"} & {*text.words[hit.last + 1 : other.first]} for other in later)
