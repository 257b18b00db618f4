"""Mail that no customer wrote: bounces, automatic answers, notices, advertising."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading.mail.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reading.mail.plain import Phrase
    from reading.mail.tables import Tables

SURE, LIKELY = 6, 2  # points; a hint has one
ENOUGH = 6
MOST_HINTS = 2
MINE = 2  # likely phrases that "my" takes away where no machine says so
FIRST_PERSON = (" i ", " my ", " me ")
MOST = 4_000  # characters that are looked at
SAID = re.compile(
    r"[\"“„«][^\"”“»\n]{0,300}[\"”“»]|(?<!\w)['‘][^'‘’\n]{0,300}['’](?!\w)"
)  # what a person quotes from a machine


def kind_of(text: str, tables: Tables) -> str:
    """Give the kind of a machine's mail; nothing for a person's, also one that mentions such mail."""
    framed = f" {plain(SAID.sub(' ', text[:MOST]))} "
    best, kind = max((_points(framed, said), kind) for kind, said in tables.machine.items())
    if best < ENOUGH:
        return ""
    against = _count(framed, tables.machine[kind]["against"]) + _count(framed, tables.person["sure"])
    against += MINE * (kind not in tables.says_i and _says_i(framed))
    return kind if best - LIKELY * against - _count(framed, tables.person["hint"]) >= ENOUGH else ""


def _says_i(framed: str) -> bool:
    return any(word in framed for word in FIRST_PERSON)


def _points(framed: str, said: Mapping[str, Iterable[Phrase]]) -> int:
    """Give the worth of the phrases that stand in a text; hints count only where nothing is sure.

    A phrase within a longer one is the same words. Where nobody says "I", two likely phrases are worth three.
    """
    sure, likely = (_found(framed, said[worth]) for worth in ("sure", "likely"))
    longest = sure + likely if len(sure + likely) > 1 else []
    likely = [found for found in likely if not any(found != other and found in other for other in longest)]
    if sure or not likely:
        return SURE * len(sure) + LIKELY * len(likely)
    is_nobody = len(likely) > 1 and not _says_i(framed)
    return LIKELY * (len(likely) + is_nobody) + min(_count(framed, said["hint"]), MOST_HINTS)


def _found(framed: str, phrases: Iterable[Phrase]) -> list[str]:
    return [phrase.first for phrase in phrases if phrase.stands_in(framed)]


def _count(framed: str, phrases: Iterable[Phrase]) -> int:
    return len(_found(framed, phrases))
