"""Places by their names: in a signature, behind "live in", a town with its state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading.extract.places.place import STRONG, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.phrases import Hit, Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

STATE = re.compile(r"([A-Z])\.?([A-Z])\.?(?!\w)|([A-Z]{2,3})(?!\w)")
SENTENCE = re.compile(r"[.!?] ")
LAST_LINES, LAST_CHARACTERS = 6, 300
SIGNATURE = 60  # characters of a line of a signature
WORDS = 4  # words of a town with its state
REST = 30  # characters of what may follow a place in it


def named(text: Text, hits: Hits, tables: Tables) -> Iterator[Place]:
    """Find them, with how much speaks for each."""
    tail = _tail(text)
    here = {hit.last for hit in hits.get("here", ())}
    for kind in ("towns", "states", "countries"):
        for hit in hits.get(kind, ()):
            if hit.first == 0 and not text.own[text.starts[0]].isupper():
                continue
            country = _state_after(text, hit, tables) if kind == "towns" else ""
            is_here = hit.first - 1 in here or (hit.first - 2 in here and _is_between(text, hit, kind))
            if is_here or _is_sentence(text, hit) or (text.starts[hit.first] >= tail and _is_signed(text, hit)):
                city = text.between(hit.first, hit.last) if kind == "towns" else ""
                start, end = text.starts[hit.first], text.ends[hit.last]
                yield Place(STRONG + (kind != "towns"), country or hit.label, city, start, end)
    yield from _town_and_state(text, tables, tail)


def _is_between(text: Text, hit: Hit, kind: str) -> bool:
    """Whether "the", or the town of a state, stands between "live in" and a place."""
    return text.word(hit.first - 1) == "the" or (kind != "towns" and text.own[text.starts[hit.first - 1]].isupper())


def _is_sentence(text: Text, hit: Hit) -> bool:
    """Whether a place with its state is a sentence of its own: "Sudbury, Ontario."."""
    first, last, sentence = hit.first, hit.last, text.sentence[hit.first]
    while first and text.sentence[first - 1] == sentence and hit.first - first <= WORDS:
        first -= 1
    while last + 1 < len(text.words) and text.sentence[last + 1] == sentence and last - first <= WORDS:
        last += 1
    return 0 < last - first < WORDS and all(text.own[text.starts[at]].isupper() for at in range(first, last + 1))


def _town_and_state(text: Text, tables: Tables, tail: int) -> Iterator[Place]:
    """Read "Moncton N.B." and "Smallville, KS" in a signature, whatever the town."""
    for at in range(max(1, text.at(tail)), len(text.words)):
        town = text.between(at - 1, at - 1)
        if not (town[0].isupper() and text.own[text.starts[at]].isupper()) or town in ("Mr", "Mrs"):
            continue
        end, country = _short_state(text, at, tables)
        if country and text.gap(at).strip(" ") in ("", ","):
            yield Place(STRONG + 1, country, town, text.starts[at - 1], end)


def _short_state(text: Text, at: int, tables: Tables) -> tuple[int, str]:
    """Read the short name of a state in capitals at a word; two countries that share it are told by none."""
    rest = text.own[text.starts[at] : text.starts[at] + 5]
    match = STATE.match(rest)
    if not match:
        return 0, ""
    short = match[3] or match[1] + match[2]
    end = text.starts[at] + match.end()
    line_ends = text.own[end : end + REST].partition("\n")[0].strip(" .,!")
    countries = tables.short_states.get(short.lower(), ())
    is_last = not line_ends or line_ends[0].isdigit()
    return (end, countries[0]) if len(countries) == 1 and is_last else (0, "")


def _state_after(text: Text, hit: Hit, tables: Tables) -> str:
    """Give the country of a state that follows a town, which wins over the town's own."""
    if hit.last + 1 < len(text.words) and "\n" not in text.gap(hit.last + 1):
        return _short_state(text, hit.last + 1, tables)[1]
    return ""


def _is_signed(text: Text, hit: Hit) -> bool:
    """Whether a place ends its line, alone or after a name, "in" or a comma."""
    start, end = text.starts[hit.first], text.ends[hit.last]
    if not text.own[start].isupper():
        return False
    before = text.own[max(0, start - SIGNATURE) : start].rpartition("\n")[2].rstrip()
    before = SENTENCE.split(before)[-1]
    rest = text.own[end : end + SIGNATURE].partition("\n")[0].strip()
    is_list = (
        not before
        or before.endswith((",", " in", "from", " aus", " de", " uit", "-", "–", "|", "(", "·"))
        or before[-1].isdigit()
    )
    return is_list and len(before) + len(rest) < SIGNATURE and len(rest.strip(" .!)")) < REST and rest[-1:] != "?"


def _tail(text: Text) -> int:
    """Where the last lines begin, or the last one of a message of one line."""
    place, first = len(text.own), max(0, len(text.own) - LAST_CHARACTERS)
    for _ in range(LAST_LINES):
        place = text.own.rfind("\n", first, max(place, 0))
        if place < 0:
            return max(first, text.own.find("\n", first))
    return place + 1
