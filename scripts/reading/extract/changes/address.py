"""The address a parcel shall go to instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.message.phrases import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.phrases import Hit, Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

FAR = 16  # words between an address and "can you change it"
STREET_WORDS = 5  # words between a house number and "street"
NEW_ADDRESS = re.compile(
    r"\b(?:new address(?:,? (?:is|please|pls))*|my address is|correct address(?: is)?|address should be"
    r"|neue adresse(?: ist)?)\s*[:.]?\s*",
    re.IGNORECASE,
)
END = re.compile(r"[.!?;(]+(?=\s|$)|,? (?:instead|please|rather than|not|and not|thanks|thank you|as)\b|\?")
POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5}")
MOST_LINES, LONGEST = 4, 200


def read_address(text: Text, hits: Hits, tables: Tables) -> Iterator[Found]:
    """Read that it changes, and to which."""
    spoken = [hit for hit in hits.get("changes", ()) if hit.label == "address"]
    span = _behind_words(text) or _before_not(text, tables)
    moves = not tables.beside["moves"].isdisjoint(text.words)
    if not span and spoken and (moves or "change_verbs" in hits or "wrong" in hits):
        span = _street(text, tables) or _postcode(text, hits)
    if span:
        yield Found("change", "address", *span)
        yield Found("change_to", ", ".join(_lines(text.own[slice(*span)])), *span)
    elif hit := next((hit for hit in spoken if _is_changed(text, hits, hit, tables)), None):
        yield Found("change", "address", *text.span(hit.first, hit.last))


def _behind_words(text: Text) -> tuple[int, int] | None:
    match = NEW_ADDRESS.search(text.own) if "ddress" in text.own or "dresse" in text.own else None
    if not match or (match[0].lower().startswith("my") and "instead" not in text.words):
        return None
    end = _end(text.own, match.end())
    return (match.end(), end) if any(map(str.isdigit, text.own[match.end() : end])) else None


def _before_not(text: Text, tables: Tables) -> tuple[int, int] | None:
    """Find "114 maple st" before "not 141"."""
    streets = tables.beside["streets"]
    for at, word in enumerate(text.words):
        if word == "not" and text.word(at + 1).isdigit() and text.word(at - 1) in streets:
            for first in range(at - 2, max(-1, at - 2 - STREET_WORDS), -1):
                if text.words[first][0].isdigit():
                    return text.starts[first], text.ends[at - 1]
    return None


def _street(text: Text, tables: Tables) -> tuple[int, int] | None:
    """Find "27 Birch Lane" with what follows it, behind "to", "at" or a colon; the first one only."""
    for at in text.numbers:
        is_led = text.word(at - 1) in tables.beside["before_streets"] or ":" in text.gap(at)
        for last in range(at + 1, min(at + STREET_WORDS, len(text.words))) if is_led else ():
            if text.words[last] in tables.beside["streets"] and text.same(last, at):
                return text.starts[at], max(text.ends[last], _end(text.own, text.starts[at]))
    return None


def _postcode(text: Text, hits: Hits) -> tuple[int, int] | None:
    """Find a postcode that is set against another."""
    for hit in hits.get("against", ()):
        start = max(0, text.starts[hit.first] - len("SW1A 1AA, "))
        match = POSTCODE.search(text.own, start, text.starts[hit.first])
        if match and POSTCODE.match(text.own, text.ends[hit.last] + 1):
            return match.span()
    return None


def _is_changed(text: Text, hits: Hits, hit: Hit, tables: Tables) -> bool:
    """Whether a change is asked for beside an address, or in the sentences after, of what this one names."""
    verbs = near(hits.get("change_verbs", []), hit.first, FAR)
    asked = [verb for verb in verbs if 0 <= text.sentence[verb.first] - text.sentence[hit.first] <= 2]  # noqa: PLR2004
    moved = text.words[hit.last] in tables.beside["moves"]
    beside = any(abs(verb.first - hit.first) < STREET_WORDS for verb in verbs)
    return moved or beside or any(_asks(text, verb, tables) for verb in asked)


def _asks(text: Text, verb: Hit, tables: Tables) -> bool:
    return not tables.beside["asks"].isdisjoint(text.words[max(0, verb.first - 2) : verb.first + 1])


def _lines(address: str) -> list[str]:
    """Give the lines of an address, without the name above them."""
    lines = [line.strip(" ,") for line in address.splitlines() if line.strip()]
    has_name = len(lines) > 1 and not any(map(str.isdigit, lines[0])) and any(map(str.isdigit, lines[1]))
    return lines[has_name:]


def _end(own: str, start: int) -> int:
    """Where an address ends: at an empty line, with its sentence, or after some lines."""
    stop = own.find("\n\n", start, start + LONGEST)
    said = own[start : stop if stop >= 0 else start + LONGEST]
    said = "\n".join(said.split("\n")[: MOST_LINES + 1])
    ends = (match.start() for match in END.finditer(said) if not _is_short(said, match.start()))
    return start + min(next(ends, len(said)), len(said.rstrip()))


def _is_short(said: str, at: int) -> bool:
    """Whether a point only ends a short word: "St.", "Apt.", "N.S."."""
    word = said[:at].rpartition(" ")[2]
    return said[at] == "." and len(word) <= len("Apt") and word.isalpha() and said[at + 1 :].strip() != ""
