"""The block of labelled lines above a mail: who wrote it, when, to whom, what about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reading.mail.plain import is_quoted, plain, unquoted

if TYPE_CHECKING:
    from reading.mail.tables import Tables

SIGNS = " \t>*_|•·\u200e\u200f\u202a\u202b\u202c\u2068\u2069"
LONGEST_LABEL = 30
LONGEST_LINE = 400
MOST_LINES = 24
CLOCK = re.compile(r"\d{1,2}[:.h]\d\d|\d{4}")
ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


class Block(NamedTuple):
    """Where a block ends, in lines, and what it says: from, sent, to, subject."""

    end: int
    said: dict[str, str]


def labelled(line: str) -> tuple[str, str]:
    """Give a line's label as plain words, and what follows; no label where a line has none."""
    label, colon, value = line[:LONGEST_LINE].partition(":")
    if not colon or len(label) > LONGEST_LABEL:
        return "", ""
    return plain(label), value.strip(SIGNS)


def block_at(lines: list[str], start: int, tables: Tables) -> Block | None:
    """Give the block that begins at a line, if one does.

    One label is not enough: "From: the bottom of my heart" is the customer's, and "To: Mum, From: Kit" is a gift's.
    """
    if labelled(lines[start])[0] not in tables.labels:
        return None
    said, end, gap = _labels(lines, start, tables), start, 0
    last = ""
    found: dict[str, str] = {}
    for at in range(start, min(start + MOST_LINES, len(lines))):
        kind, value = said[at - start]
        if kind:
            found.setdefault(kind, value)
            last, end, gap = kind, at + 1, 0
        elif not lines[at].strip(SIGNS):
            gap += 1
        elif gap == 0 and last and _continues(lines[at], found, last):
            found[last] = f"{found[last]} {lines[at].strip(SIGNS)}".strip()
            end = at + 1
        else:
            break
        if gap > 1:
            break
    return Block(end, found) if _is_head(found) and not _is_inside_quote(lines, start, end) else None


def sender(text: str) -> dict[str, str]:
    """Give name and address of a sender as a mail program writes them: `Kit <kit@mail.example>`."""
    found = ADDRESS.search(text[:LONGEST_LINE])
    name = (text[: found.start()] if found else text[:LONGEST_LINE]).replace("mailto:", "").strip(" \t<([\"',*;")
    name, passed_on, _ = name.partition(" via ")
    name = name.removesuffix(" on behalf of").strip("\"' ")
    address = {"email": found[0]} if found and not passed_on else {}
    return ({"name": name} if name else {}) | address


def _labels(lines: list[str], start: int, tables: Tables) -> list[tuple[str, str]]:
    found = (labelled(line) for line in lines[start : start + MOST_LINES])
    return [(tables.labels.get(label, "") if label else "", value) for label, value in found]


def _continues(line: str, found: dict[str, str], last: str) -> bool:
    """Say whether a line goes on with the label above it: a value of its own line, or more recipients."""
    return not found[last] or (last == "to" and "@" in line) or (last == "from" and line.strip(SIGNS).startswith("<"))


def _is_head(found: dict[str, str]) -> bool:
    sender_ = found.get("from", "")
    if not sender_:
        return "subject" in found and "to" in found and "sent" in found
    has_address = "@" in sender_ or "@" in found.get("to", "")
    is_timed = ":" in found.get("sent", "") and "to" in found
    return has_address or is_timed or ("subject" in found and ("sent" in found or "to" in found))


def _is_inside_quote(lines: list[str], start: int, end: int) -> bool:
    """Say whether a block is only a part of quoted lines."""
    following = next((line for line in lines[end : end + 3] if unquoted(line).strip()), "")
    return is_quoted(lines[start]) and (is_quoted(following) or not following)
