"""First and last names, as they are written in a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.message.text import plain

if TYPE_CHECKING:
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
BREAK = re.compile(r"[,|(/\n]| - | – |--|;|\+|&| and | und | et | y | en ")
AROUND = " ,.!;:/-–—~*_\t\r()"
LONGEST_NAME, LONGEST_LINE, MOST_WORDS = 14, 60, 5


def capital(text: Text, at: int, tables: Tables) -> str:
    """Give a word that is written as a name."""
    if not 0 <= at < len(text.words) or len(text.words[at]) > LONGEST_NAME:
        return ""
    own, word = text.between(at, at), text.words[at]
    is_name = own[0].isupper() and own.isalpha() and not own.isupper()
    return own if is_name and not is_word(word, tables) and word not in tables.beside["titles"] else ""


def is_word(word: str, tables: Tables) -> bool:
    """Say whether a word is a common one, and no name besides."""
    known = word in tables.beside["not_names"] or word in tables.beside["no_name_lines"] or tables.phrases.knows(word)
    return known and word not in tables.beside["names_too"]


def name_in(text: Text, start: int, end: int, tables: Tables) -> list[Found]:
    """Read the name at the beginning of some characters: "Walter J. Kowalczyk", "Jules in Kelowna", "Ann & Bob"."""
    said = text.own[start : min(end, start + LONGEST_LINE)]
    first = BREAK.split(said.strip(AROUND), maxsplit=1)[0]
    words = _words(first, tables)
    if not words or any(map(str.isdigit, first)) or not _are_names(words, tables):
        return []
    return found_at(text, start, [name for _, name in words])


def _words(said: str, tables: Tables) -> list[tuple[str, str]]:
    """Give the words of a name with how they are written, without titles, kisses and what follows "in"."""
    found: list[tuple[str, str]] = []
    titled = False
    for match in NAME.finditer(said):
        word = plain(match[0]).strip(".").replace("'", "")
        follows = said[match.end() : match.end() + 2].strip()[:1]
        if word in tables.beside["named_by"] and found and follows.isupper() and word != "de":
            break
        if word in tables.beside["titles"] and not found and len(word) > 1:
            titled = True
        elif not {*word} <= {"x", "o"}:
            found.append((word, match[0].rstrip(".") if len(word) > 1 else match[0]))
    if len(found) > MOST_WORDS:
        return []
    return [] if titled and len(found) == 1 else found


def _are_names(words: list[tuple[str, str]], tables: Tables) -> bool:
    beside, (first, written) = tables.beside, words[0]
    return (
        (first not in beside["not_names"] or first in beside["names_too"])
        and 1 < len(written.rstrip(".")) <= LONGEST_NAME
        and written[0].isupper()
        and all(name[0].isupper() or word in beside["particles"] for word, name in words)
        and not any(word in beside["not_names"] for word, _ in words[1:] if len(word) > 1)
        and not any(word in beside["no_name_lines"] for word, _ in words)
    )


def small_name(text: Text, start: int, end: int, tables: Tables) -> list[Found]:
    """Read a name in small letters: one word, which only the very end of a message can have."""
    said = text.own[start:end].strip(" ,.!-–—~/\n)(*:;")
    said = said.removesuffix(" xx").removesuffix(" x")
    is_name = NAME.fullmatch(said) and 1 < len(said) <= LONGEST_NAME - 2 and not text.own[end:].strip()
    return found_at(text, start, [said]) if is_name and not is_word(plain(said), tables) else []


def found_at(text: Text, start: int, names: list[str]) -> list[Found]:
    """Give the first name, and the last one where it is more than an initial."""
    at = text.own.index(names[0], start)
    is_shouted = names[0].isupper() and len(names[0]) > 2 and names[0].isalpha()  # noqa: PLR2004 - "JF" stays
    first = names[0].title() if is_shouted or names[0].islower() else names[0]
    found = [Found("customer", first, at, at + len(names[0]))]
    last = " ".join(name for name in names[1:] if len(name.rstrip(".")) > 1)
    if last and len(names[-1].rstrip(".")) > 1:
        at = text.own.index(names[-1], at + len(names[0]))
        found.append(Found("last_name", last, at, at + len(names[-1])))
    return found
