"""The name at the end of a message: behind a sign-off, alone in a line, or as the last sentence."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from reading.extract.people.names import LONGEST_LINE, is_word, name_in, small_name

if TYPE_CHECKING:
    from reading.extract.found import Found
    from reading.extract.message.phrases import Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

CLOSING = re.compile(r"[.!?…)]+\s+|\s[-–—~/]+\s?|~|(?<=\d),\s+|(?<=\d{4})\s+(?:from\s+)?(?=[A-Z])|\sx{1,3}\s+(?=[A-Z])")
COMMA = re.compile(r"(?<=[^\W\d_]),\s+(?=[A-Z])")
DASHES = ("-", "–", "—", "~", "/")
LAST_LINES, NEXT_LINES = 7, 3
MOST_BEFORE = 6  # words of the clause before a comma and a name
PLACES = ("towns", "states", "countries", "products", "carriers")


def read_signed(text: Text, hits: Hits, tables: Tables, masked: set[int]) -> list[Found]:
    """Find the name in the last lines."""
    lines = _last_lines(text.own)
    found = _behind_signoff(text, hits, tables, lines) or _first_of(text, _block(text.own, lines), tables, masked)
    if found or not text.words:
        return found
    named = {hit.first for kind in PLACES for hit in hits.get(kind, ())[-LAST_LINES:]}
    return _closing(text, tables, named) or _behind_comma(text, tables, named)


def _behind_signoff(text: Text, hits: Hits, tables: Tables, lines: list[tuple[int, int]]) -> list[Found]:
    signoffs = [(text.starts[hit.first], text.ends[hit.last]) for hit in hits.get("signoffs", ())[-LAST_LINES * 3 :]]
    for at, (start, end) in enumerate(lines):
        inside = [(begin, stop) for begin, stop in signoffs if start <= begin < end]
        if not inside:
            continue
        after = max(stop for _, stop in inside)
        if at >= len(lines) - 3 and (found := _in_line(text, after, end, tables)):
            return found
        rest = text.own[after:end].strip(" ,.!;:)/&-–—💕❤️🙏😊🙂")
        is_alone = not text.own[start : inside[0][0]].strip(" /,.!-")
        if (is_alone or not rest) and len(rest) < LONGEST_LINE // 2:
            return _first_of(text, lines[at + 1 : at + 1 + NEXT_LINES], tables, set())
    return []


def _in_line(text: Text, start: int, end: int, tables: Tables) -> list[Found]:
    if end - start > LONGEST_LINE:
        return []
    return name_in(text, start, end, tables) or small_name(text, start, end, tables)


def _first_of(text: Text, lines: list[tuple[int, int]], tables: Tables, masked: set[int]) -> list[Found]:
    for start, end in lines:
        own = text.own[start:end]
        if "/" in own and any(map(str.isdigit, own.rpartition("/")[0])):
            start += own.rindex("/") + 1  # noqa: PLW2901 - "order 4288 / Vince"
        if text.at(start) not in masked and (found := name_in(text, start, end, tables)):
            return found
    if lines and text.own[: lines[-1][0]].strip():
        return small_name(text, *lines[-1], tables)
    return []


def _closing(text: Text, tables: Tables, named: set[int]) -> list[Found]:
    """Find a name that is the last sentence, or stands behind a dash at the very end: "Sam x", "- tariq"."""
    match = _last(CLOSING, text.own)
    if not match or _is_initial(text.own, match.start()):
        return []
    start, is_dashed, at = match.end(), match[0].strip()[:1] in DASHES, text.at(match.end())
    said = text.own[start:].strip(" ,.-\n")
    if not said or said[-1] in "?!:" or at >= len(text.words) or at in named:
        return []
    if said.islower():
        is_small = is_dashed or text.own[0].islower() or not any(map(str.isupper, text.own[-2 * LONGEST_LINE :]))
        return small_name(text, start, len(text.own), tables) if is_small else []
    at += {*text.words[at]} <= {"x", "o"} and at + 1 < len(text.words)
    return name_in(text, start, len(text.own), tables) if is_dashed or not is_word(text.words[at], tables) else []


def _behind_comma(text: Text, tables: Tables, named: set[int]) -> list[Found]:
    """Read "Bye for now, Aoife", where little stands before, and no other name."""
    match = _last(COMMA, text.own)
    at = first = text.at(match.end()) if match else len(text.words)
    if not match or at in named or not 0 < at < len(text.words):
        return []
    while text.same(first - 1, at) and at - first <= MOST_BEFORE:
        first -= 1
    is_short = at - first <= MOST_BEFORE and not text.own[text.starts[at - 1]].isupper()
    return name_in(text, match.end(), len(text.own), tables) if is_short else []


def _last(shape: re.Pattern[str], own: str) -> re.Match[str] | None:
    """Find the last match of the last characters."""
    match = next(iter(deque(shape.finditer(own, max(0, len(own) - LONGEST_LINE)), maxlen=1)), None)
    return match if match and match.start() else None


def _is_initial(own: str, at: int) -> bool:
    """Whether a point ends an initial: of "P. Nowak" the first name is not known."""
    return own[at] == "." and own[at - 1].isupper() and (at < 2 or not own[at - 2].isalpha())  # noqa: PLR2004


def _block(own: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the short lines at the very end, of which the first has the name; a message of one line has none."""
    kept: list[tuple[int, int]] = []
    for start, end in reversed(lines):
        name = own[start : min(end, start + LONGEST_LINE + 1)].split("|", 1)[0]
        if len(name) > LONGEST_LINE or start == 0:
            break
        kept.append((start, end))
        if "\n" in own[max(0, start - 3) : start].rstrip(" ").removesuffix("\n"):
            break
    return kept[::-1]


def _last_lines(own: str) -> list[tuple[int, int]]:
    """Give where the last lines that are not empty begin and end."""
    found: list[tuple[int, int]] = []
    end = len(own)
    while end > 0 and len(found) < LAST_LINES:
        start = own.rfind("\n", 0, end) + 1
        if own[start:end].strip():
            found.append((start, end))
        end = start - 1
    return found[::-1]
