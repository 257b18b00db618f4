"""Lines such as "On Tuesday, 3 March, Jo <jo@mail.example> wrote:", of one to four lines, in many languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading.mail.blocks import ADDRESS, CLOCK
from reading.mail.plain import is_quoted, plain

if TYPE_CHECKING:
    from reading.mail.tables import Tables

MOST_LINES = 4
LONGEST = 400
AFTER = 6  # words of a name behind "schrieb"
SHORT = 14  # words of a line above a quoted one
NAMED = 4  # words of a name before "wrote"
DATE = re.compile(r"\d{1,2}[:.h]\d\d|\b\d{4}\b|\d{1,2}[./-]\d{1,2}|\d{1,2}\.? [^\W\d]{3,}|[^\W\d]{3,} \d{1,2}\b|\d月")
SIGNS = " \t-—–*_=\u200e\u200f\u202a\u202b\u202c\u2068\u2069"
ENDS = (":", ":>", "：")
TERMINAL = (".", "!", "?")


def wrote_before(lines: list[str], at: int, tables: Tables) -> int | None:
    """Give the first line of a head that ends with a line, or None where none does."""
    if not _may_end(lines[at]):
        return None
    shortest = None
    for start in range(at, max(at - MOST_LINES, -1), -1):
        line = lines[start].strip()
        if not line or is_quoted(line) or (start < at and line.endswith(TERMINAL)):
            break
        text = " ".join(part.strip() for part in lines[start : at + 1])[-LONGEST:]
        is_alone = start == at and (_is_name_alone(text, tables) or _is_above_quote(lines, at, tables))
        if is_alone or _is_head(text, tables):
            shortest = start if shortest is None else shortest
            if _opens(line, tables):
                return start
    return shortest


def _may_end(line: str) -> bool:
    text = line[-LONGEST:].strip(SIGNS)
    return text.endswith(ENDS) or (line.rstrip().endswith("--") and bool(text))


def _opens(line: str, tables: Tables) -> bool:
    words = plain(line[:60]).split(" ")
    is_word = any(" ".join(words[:count]) in tables.opens for count in (1, 2, 3))
    return (is_word and bool(DATE.search(line) or ADDRESS.search(line))) or words[0] == "0" or line.startswith("-")


def _is_head(text: str, tables: Tables) -> bool:
    """Say whether a text is a head that holds an address, or a date beside the name."""
    core = _core(text)
    address, verbs = "@" in text and ADDRESS.search(text), list(tables.wrote.finditer(core))
    if not verbs:
        return bool(address) and _is_bare(core, tables)
    before, after = core[: verbs[-1].start()].strip(" ,"), core[verbs[-1].end() :].strip(" ,")
    if address:
        return not _is_mine(before, after, tables, least=1)
    return not _is_mine(before, after, tables) and _is_dated(before, after, tables)


def _core(text: str) -> str:
    return text.strip(SIGNS).rstrip(":：").strip(SIGNS)


def _is_bare(core: str, tables: Tables) -> bool:
    """Say whether a text without a word for "wrote" is a date and an address, as in "2026-03-03 9:10 Jo <jo@…>"."""
    is_theirs = tables.me.isdisjoint(plain(core).split(" "))
    return is_theirs and core.endswith((">", ")", "]")) and bool(CLOCK.search(core) or DATE.search(core))


def _is_dated(before: str, after: str, tables: Tables) -> bool:
    """Say whether a date stands before the word, or a name and a date behind it."""
    if len(after.split()) > AFTER:
        return False
    if after and after[0].islower():
        return plain(after).split(" ")[0] in tables.opens and bool(DATE.search(after)) and _is_name(before)
    return bool(DATE.search(before or after))


def _is_name_alone(text: str, tables: Tables) -> bool:
    """Say whether a text is no more than "Jo Smith wrote:"."""
    core = _core(text)
    verb = tables.wrote.search(core)
    return bool(verb) and verb.end() == len(core) and _is_name(core[: verb.start()].strip(" ,")) if verb else False


def _is_above_quote(lines: list[str], at: int, tables: Tables) -> bool:
    """Say whether a short line with a word for "wrote" stands above a quoted one."""
    core, below = _core(lines[at][:LONGEST]), lines[at + 1 : at + 3]
    if len(core.split()) > SHORT or not is_quoted(next((line for line in below if line.strip()), "")):
        return False
    verb = tables.wrote.search(core)
    return verb is not None and not _is_mine(core[: verb.start()], core[verb.end() :], tables)


def _is_mine(before: str, after: str, tables: Tables, least: int = 3) -> bool:
    """Say whether the customer is who wrote: beside the word, or for want of an address anywhere in the last words."""
    near = [*plain(before).split(" ")[-least:], *plain(after).split(" ")[:least]]
    return not tables.me.isdisjoint(near)


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= NAMED and not any(word[0].islower() for word in words) and plain(words[0]) not in NO_NAMES


NO_NAMES = frozenset(
    (
        "he",
        "she",
        "they",
        "it",
        "who",
        "the",
        "this",
        "that",
        "someone",
        "nobody",
        "mum",
        "mom",
        "dad",
        "i",
        "you",
        "we",
    )
)
