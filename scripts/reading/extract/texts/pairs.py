"""Two texts of which one is right: "X not Y", "Y -> X", "replace Y by X"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reading.extract.message.phrases import near
from reading.extract.texts.roles import Piece, cue_before, role_of
from reading.extract.texts.written import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reading.extract.message.phrases import Hit, Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text
    from reading.extract.texts.written import Written

NEAR_VERB = 4  # words: twice as many may stand between "change" and a text
REACH = 40  # characters between a text and what sets it against another
TO = re.compile(r"[\"”“’']?(?: to | by | with | into | for | in | zu | por | par | a |\s?(?:->|=>|→|-->)\s?)[\"“„‘']?")
ARROW = re.compile(r"[>→]")


def find_pairs(text: Text, hits: Hits, tables: Tables, texts: list[Written]) -> Iterator[Piece]:
    """Find them; a text that is set against one that is not like it counts only in quotes."""
    by_start, by_end = {one.start: one for one in texts}, {one.end: one for one in texts}
    for hit in hits.get("against", ()):
        left, right = _left(text, hit, by_end), _right(text, hit, by_start)
        if left and right and _is_pair(text, hits, left, right):
            yield from _roles(text, hits, tables, left, right)
    yield from _from_to(text, hits, texts)


def _right(text: Text, hit: Hit, by_start: Mapping[int, Written]) -> Written | None:
    end = text.ends[hit.last]
    rest = text.own[end : end + REACH]
    skipped = len(rest) - len(rest.lstrip(" \n\"“„‘':«"))
    found = by_start.get(end + skipped)
    if not found and (match := re.match(r"\W{0,3}(?:the|as|with) [\"“‘']?", rest)):
        found = by_start.get(end + match.end())
    return found


def _left(text: Text, hit: Hit, by_end: Mapping[int, Written]) -> Written | None:
    start = text.starts[hit.first]
    for end in range(start, max(0, start - REACH), -1):
        if end in by_end:
            return by_end[end]
    return None


def _is_pair(text: Text, hits: Hits, left: Written, right: Written) -> bool:
    if alike(left.value, right.value):
        return not left.is_number or bool(cue_before(text, hits.get("texts", []), text.at(left.start)))
    return all(text.own[one.start - 1 : one.start] in ('"', "“", "„", "«", "‘", "'") for one in (left, right))


def _roles(text: Text, hits: Hits, tables: Tables, left: Written, right: Written) -> Iterator[Piece]:
    """Tell which is right: the first, but for "it says X instead of Y"."""
    said = hits.get("texts", [])
    cue = cue_before(text, said, text.at(left.start))
    role = role_of(text, said, cue, tables) if cue else "wanted"
    if cue and role == "ordered" and text.words[cue.first] not in ("i", "we"):
        role = "wanted"  # "make the name X, not Y"
    yield Piece(*left, role)
    yield Piece(*right, "shown" if role == "wanted" else "wanted")


def _from_to(text: Text, hits: Hits, texts: list[Written]) -> Iterator[Piece]:
    """Find "changed the name from Ann to Anne", "replace 'A' by 'B'", "Jon -> John"."""
    ordered = sorted(texts)
    for old, new in pairwise(ordered):
        match = TO.fullmatch(text.own, old.end, new.start)
        verbs = near(hits.get("change_verbs", []), text.at(old.start) - NEAR_VERB, NEAR_VERB)
        same = any(text.same(verb.first, text.at(old.start)) for verb in verbs)
        if match and (same or (ARROW.search(match[0]) and alike(old.value, new.value))):
            yield Piece(*old, "shown")
            yield Piece(*new, "wanted")
            return
