"""What stands below a customer's words: a signature, a phone's footer, a legal notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading.mail.notes import says_something
from reading.mail.plain import plain
from reading.mail.tables import begins

if TYPE_CHECKING:
    from reading.mail.tables import Tables

MARKS = frozenset(("--", "__", "—", "––"))
LONGEST_FOOTER = 14  # words
LONGEST_BANNER = 40
MOST_LINES = 14  # of a signature
NEAR = 8  # lines in which a question is asked
FAR = 60  # lines that are looked at


def without_signature(lines: list[str], tables: Tables) -> tuple[list[str], list[str]]:
    """Part lines into what was written and the signature below its mark.

    A mark under nothing but a greeting is no signature's, and neither is one above many lines or a question.
    """
    kept: list[str] = []
    is_said = False
    for at, line in enumerate(lines):
        kind = _kind(line, tables)
        if kind in {"mark", "footer"} and is_said and _is_small(lines[at + 1 : at + 1 + FAR]):
            return kept, _signature(lines[at + 1 :], tables) if kind == "mark" else []
        if kind == "legal" and is_said:
            return kept, []
        if kind in {"", "mark"}:
            kept.append(line)
            is_said = is_said or says_something([line], tables)
    return kept if any(line.strip() for line in kept) else lines, []


def _kind(line: str, tables: Tables) -> str:
    text = line.strip()
    if text in MARKS:
        return "mark"
    said = plain(text[:300]) if text else ""
    count = said.count(" ") + 1
    if count <= LONGEST_FOOTER and begins(tables.footers, said):
        return "footer"
    if begins(tables.legal, said):
        return "legal"
    return "banner" if count <= LONGEST_BANNER and begins(tables.banners, said) else ""


def _is_small(rest: list[str]) -> bool:
    told = [line for line in rest if line.strip()][: MOST_LINES + 1]
    return len(told) <= MOST_LINES and not any(line.rstrip().endswith("?") for line in told[:NEAR])


def _signature(rest: list[str], tables: Tables) -> list[str]:
    return [line for line in rest if line.strip() and not _kind(line, tables)]
