"""Texts by what is said beside them: "should say", "change it to:", "stamped on it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading.extract.texts.roles import Piece, cue_before, role_of
from reading.extract.texts.written import line_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reading.extract.message.phrases import Hit, Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text
    from reading.extract.texts.written import Written

WHOSE = re.compile(r" ?(?:(?:my|our|the|her|his|their) (?:[\w'’]+ ){0,2}names? )?(?:as )?")
WORD_BEFORE = re.compile(r"\s*:?\s*")
STAMPED = re.compile(
    r" (?:(?:stamped|engraved|carved|painted|printed|written|embroidered) )?on (?:it|them|the (?:front|back|inside))\b"
    r"| (?:stamped|engraved|carved|painted|printed|written|embroidered|put) (?:on|under|inside)\b"
)
COLON_BEHIND = ("to", "as", "zu", "in")  # before the colon of "change it to:"


def find_quoted(text: Text, said: Sequence[Hit], tables: Tables, quotes: list[Written]) -> Iterator[Piece]:
    """Find texts in quotes, behind what says what they are, or before "on it"."""
    for quote in quotes:
        if cue := cue_before(text, said, text.at(quote.start)):
            yield Piece(*quote, role_of(text, said, cue, tables))
        elif STAMPED.match(text.own, quote.end + 1):
            yield Piece(*quote, "ordered" if text.own.endswith("with ", 0, quote.start - 1) else "wanted")


def find_lines(text: Text, hits: Hits, tables: Tables) -> Iterator[Piece]:
    """Find what stands behind a colon: "should be: Est 2021", "change the text to:"."""
    for hit in hits["texts"]:
        if text.after(hit.last).lstrip(" ").startswith(":"):
            found = line_from(text.own, text.own.index(":", text.ends[hit.last]) + 1)
            if found and found.value.casefold().split()[0] not in tables.beside["not_texts"]:
                yield Piece(*found, role_of(text, hits["texts"], hit, tables))
    verbs = {text.sentence[verb.last] for verb in hits.get("change_verbs", ())}
    for at in [at for at, word in enumerate(text.words) if word in COLON_BEHIND] if verbs else ():
        if text.sentence[at] in verbs and text.after(at).startswith(":"):
            yield from (Piece(*found, "wanted") for found in [line_from(text.own, text.ends[at] + 1)] if found)


def find_bare(text: Text, said: Sequence[Hit], tables: Tables, runs: list[Written]) -> Iterator[Piece]:
    """Find "should be Pip", "the initials S.d.W."; a name or initials only."""
    by_start = {run.start: run for run in runs}
    for hit in said:
        end = text.ends[hit.last]
        start = WORD_BEFORE.match(text.own, end).end()  # type: ignore[union-attr]
        run = by_start.get(start) or by_start.get(end + len(WHOSE.match(text.own, end)[0]))  # type: ignore[index]
        if run and "\n" not in text.own[end : run.start]:
            phrase = " ".join(text.words[hit.first : hit.last + 1])
            plainly = phrase in tables.beside["bare"] or hit.last > hit.first
            sure = plainly and phrase not in tables.beside["contrasts"] and not run.is_number
            yield Piece(*run, role_of(text, said, hit, tables), sure and not _is_shouted(text, run, hit))
    for run in runs:
        if STAMPED.match(text.own, run.end):
            is_with = text.plain.endswith("with ", 0, run.start)
            yield Piece(*run, "ordered" if is_with else "shown", is_with or run.value.count(".") > 1)


def _is_shouted(text: Text, run: Written, hit: Hit) -> bool:
    """Whether all words about a text have capitals, so that those of its own say nothing."""
    return run.value.isupper() and text.between(hit.last, hit.last).isupper()
