"""Heads: the lines that a mail program or helpdesk puts above another mail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reading.mail.blocks import ADDRESS, MOST_LINES, Block, block_at, labelled, sender
from reading.mail.plain import is_quoted, plain, unquoted
from reading.mail.wrote import wrote_before

if TYPE_CHECKING:
    from reading.mail.tables import Tables

RULE = re.compile(r"\s*_{8,}\s*$")
DECORATED = re.compile(r"[-_=*#~–—]{2,}")
LONGEST = 160  # characters of a line that divides
NEAR = 3  # lines between a divider and the block that belongs to it
FORWARDED = frozenset(("fw", "fwd", "wg", "tr", "rv", "i", "enc", "doorst", "vs", "vb", "pd", "ynt"))


class Head(NamedTuple):
    """What stands above another mail.

    Attributes:
        start: Its first line.
        end: The line after its last.
        kind: original, forwarded, rule (a line alone) or above ("reply above this line").
        said: from, sent, to and subject, where it says so.
    """

    start: int
    end: int
    kind: str
    said: dict[str, str]


def first_head(lines: list[str], tables: Tables) -> Head | None:
    """Find the first head, if there is one."""
    for at, line in enumerate(lines):
        if line and (head := _head_at(lines, at, tables)):
            return head
    return None


def _head_at(lines: list[str], at: int, tables: Tables) -> Head | None:
    line = lines[at]
    if (block := ":" in line and block_at(lines, at, tables)) and block:
        return Head(at, block.end, _kind_of(block), block.said)
    if is_quoted(line):
        return None
    if kind := _divides(line, tables):
        return _with_block(lines, at, kind, tables)
    start = wrote_before(lines, at, tables)
    return None if start is None else Head(start, at + 1, "original", _written_by(" ".join(lines[start : at + 1])))


def _divides(line: str, tables: Tables) -> str:
    """Give the kind of a line that stands above another mail; nothing for any other line."""
    if RULE.match(line):
        return "rule"
    if len(line) > LONGEST:
        return ""
    text = line.strip()
    is_marked = bool(DECORATED.match(text)) or text.endswith(":") or text.startswith("[")
    said = plain(text) if is_marked else ""
    if said in tables.dividers:
        return tables.dividers[said]
    if (DECORATED.match(text) and text.endswith(("-", "=", "*"))) or (text.endswith(":") and ADDRESS.search(text)):
        words = said.split(" ")
        kinds = (tables.dividers.get(" ".join(words[:count])) for count in (2, 3))
        if known := next(filter(None, kinds), ""):
            return known
    return "above" if _is_reply_above(text, tables) else ""


def _is_reply_above(text: str, tables: Tables) -> bool:
    """Say whether a helpdesk asks to answer above a line; with words around it, only between signs."""
    said = plain(text)
    begins = any(f" {phrase.first} " in f" {said} " for phrase in tables.above)
    return begins and (len(said.split(" ")) <= 12 or not text[0].isalpha())  # noqa: PLR2004 - a short sentence


def _with_block(lines: list[str], at: int, kind: str, tables: Tables) -> Head:
    """Give a divider together with the block, or the line of who wrote, that follows."""
    if (quoted := _quoted_block(lines[at + 1 : at + 1 + MOST_LINES], tables)) is not None:
        return Head(at, at + 1, kind, quoted.said)
    for below in range(at + 1, min(at + 1 + NEAR, len(lines))):
        if (block := block_at(lines, below, tables)) is not None:
            is_original = kind == "rule"
            return Head(at, block.end, _kind_of(block) if is_original else kind, block.said)
        if kind != "rule" and not is_quoted(lines[below]) and labelled(lines[below])[0] in tables.labels:
            return Head(at, _end_of_labels(lines, below, tables), kind, {})
        for last in range(below, min(below + NEAR, len(lines))):
            if lines[below].strip() and wrote_before(lines, last, tables) == below:
                return Head(at, last + 1, kind, _written_by(" ".join(lines[below : last + 1])))
    return Head(at, at + 1, kind, _written_by(lines[at]) if kind == "forwarded" else {})


def _quoted_block(lines: list[str], tables: Tables) -> Block | None:
    """Give the block with which quoted lines begin."""
    first = next((at for at, line in enumerate(lines[:NEAR]) if line.strip()), None)
    if first is None or not is_quoted(lines[first]):
        return None
    return block_at([unquoted(line) for line in lines], first, tables)


def _end_of_labels(lines: list[str], at: int, tables: Tables) -> int:
    while at < len(lines) and labelled(lines[at])[0] in tables.labels:
        at += 1
    return at


def _kind_of(block: Block) -> str:
    first = labelled(block.said.get("subject", ""))[0]
    return "forwarded" if first in FORWARDED else "original"


def _written_by(text: str) -> dict[str, str]:
    found = ADDRESS.search(text)
    if not found:
        return {}
    name = re.split(r"[,>]|\bfrom\b|\d{4}|\d\d:\d\d(?: ?[AP]M)?|\bschrieb|\bschreef|\bskrev", text[: found.start()])[-1]
    return {"from": f"{name.strip(' <(')} <{found[0]}>" if sender(name.strip(" <(")) else found[0]}
