"""Who writes, by the name at the end or in an introduction."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.tables import Tables
    from reading.extract.text import Hit, Text

CLOSING = re.compile(r"[.!?…)]+\s+|\s[-–—~/]+\s?|~|(?<=\d),\s+|(?<=\d{4})\s+(?:from\s+)?(?=[A-Z])")
NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
LAST_LINES, LONGEST_LINE, MOST_WORDS = 7, 60, 5
LONGEST_NAME = 14
HERE = ("here", "again", "and", "from", "in", "with", "but", "de", "aus", "di", "uit")
GREETINGS = ("hi", "hello", "hey", "morning", "again", "hiya", "heya", "yo", "hallo")
NAMED_BY = ("in", "from", "aus", "de", "uit")


def read_customer(text: Text, hits: dict[str, list[Hit]], tables: Tables) -> Iterator[Found]:
    """Read the customer's first name, and the last name where it is written."""
    found = _signed(text, hits, tables) or _introduced(text, hits, tables)
    if found:
        yield from found
    if len(found) < 2:  # noqa: PLR2004 - no last name beside the first
        yield from _last_name(text, hits)


def capital(text: Text, at: int, tables: Tables) -> str:
    """Give a word that is written as a name."""
    if at >= len(text.words) or len(text.words[at]) > LONGEST_NAME or text.words[at] in tables.sets["not_names"]:
        return ""
    own = text.between(at, at)
    is_name = own[0].isupper() and own.isalpha() and not own.isupper()
    is_word = text.words[at] in tables.sets["titles"] or tables.phrases.knows(text.words[at])
    return own if is_name and not is_word else ""


def _signed(text: Text, hits: dict[str, list[Hit]], tables: Tables) -> list[Found]:
    """Find the name in the last lines: behind a sign-off, or alone in a line."""
    lines = _last_lines(text.own)
    signoffs = {text.starts[hit.first]: text.ends[hit.last] for hit in hits.get("signoffs", ())}
    for at, (start, end) in enumerate(lines):
        after = max((stop for begin, stop in signoffs.items() if start <= begin < end), default=None)
        if after is None:
            continue
        is_alone = not text.own[start : min(begin for begin in signoffs if start <= begin < end)].strip(" /,.!-")
        found = _name_in(text, after, end, tables, behind=True, is_last=at >= len(lines) - 3)
        if found:
            return found
        rest = text.own[after:end].strip(" ,.!;:)/&-–—💕❤️🙏😊🙂")
        if (is_alone or not rest) and len(rest) < LONGEST_LINE // 2:
            found = _first_of(text, lines[at + 1 : at + 4], tables)
            if found:
                return found
    return _first_of(text, _block(text.own, lines), tables) or _closing(text, hits, tables)


def _closing(text: Text, hits: dict[str, list[Hit]], tables: Tables) -> list[Found]:
    """Find a name that is the last sentence, or stands behind a dash at the very end: "Sam x", "- tariq"."""
    end = len(text.own)
    first = max(0, end - LONGEST_LINE)
    match = next(iter(deque(CLOSING.finditer(text.own, first), maxlen=1)), None)
    if not match or match.start() == 0 or _is_initial(text.own, match.start()):
        return []
    start, dashed = match.end(), match[0].strip()[:1] in ("-", "–", "—", "~", "/")
    said = text.own[start:].strip(" ,.-\n")
    known = {
        at for kind in ("towns", "states", "countries", "products") for hit in hits.get(kind, ()) for at in (hit.first,)
    }
    at = text.at(start)
    if at in known or not said or said[-1] in "?!:" or not text.own[start : start + 1].strip():
        return []
    if dashed and said.isalpha() and said.islower():
        return _lower(text, start, end, said, tables)
    found = _name_in(text, start, end, tables, behind=False, is_last=True)
    is_word = tables.phrases.knows(text.word(at)) and text.word(at) not in ("jo", "mia")
    return [] if is_word and not dashed else found


def _is_initial(own: str, at: int) -> bool:
    """Whether a point ends an initial: of "P. Nowak" the first name is not known."""
    return own[at] == "." and own[at - 1].isupper() and (at < 2 or not own[at - 2].isalpha())  # noqa: PLR2004


def _first_of(text: Text, lines: list[tuple[int, int]], tables: Tables) -> list[Found]:
    for start, end in lines:
        if found := _name_in(text, start, end, tables, behind=False, is_last=True):
            return found
    return []


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


def _name_in(text: Text, start: int, end: int, tables: Tables, *, behind: bool, is_last: bool) -> list[Found]:
    """Read the name in a line, or in what follows a sign-off in it: "Walter J. Kowalczyk", "Jules in Kelowna"."""
    if end - start > LONGEST_LINE:
        end = start + LONGEST_LINE
    said = text.own[start:end]
    if not behind and "/" in said and any(char.isdigit() for char in said.rpartition("/")[0]):
        start += said.rindex("/") + 1
        said = text.own[start:end]
    first_comma = re.split(r"[,|(/\n]| - | – |--|;|\+|&", said.strip(" ,.!;:/-–—~*_\t\r"), maxsplit=1)[0]
    words = _words(first_comma, tables)
    if not words or not is_last or any(word in tables.sets["no_name_lines"] for word, _ in words):
        return []
    spoken = [name for _, name in words]
    if behind and len(spoken) == 1 and said.lstrip()[:1] and not spoken[0][0].isupper():
        return _lower(text, start, end, spoken[0], tables)
    if any(char.isdigit() for char in first_comma) or not _are_names(words, tables):
        return []
    return _as_found(text, start, spoken)


def _words(said: str, tables: Tables) -> list[tuple[str, str]]:
    """Give the words of a name with how they are written, without titles, kisses and what follows "in"."""
    found: list[tuple[str, str]] = []
    titled = False
    for match in NAME.finditer(said):
        word = plain(match[0]).strip(".").replace("'", "")
        if word in NAMED_BY and found and said[match.end() : match.end() + 2].strip()[:1].isupper() and word != "de":
            break
        if word in tables.sets["titles"] and not found and len(word) > 1:
            titled = True
        elif set(word) != {"x"} and set(word) != {"x", "o"}:
            found.append((word, match[0].rstrip(".") if len(word) > 1 else match[0]))
    if len(found) > MOST_WORDS:
        return []
    return [] if titled and len(found) == 1 else found


def _are_names(words: list[tuple[str, str]], tables: Tables) -> bool:
    particles = (
        "de",
        "van",
        "der",
        "den",
        "von",
        "da",
        "di",
        "du",
        "la",
        "le",
        "del",
        "dos",
        "bin",
        "al",
        "el",
        "y",
        "of",
    )
    first = words[0][0]
    return (
        first not in tables.sets["not_names"]
        and first not in tables.sets["no_name_lines"]
        and 1 < len(words[0][1].rstrip(".")) <= LONGEST_NAME
        and all(name[0].isupper() or word in particles for word, name in words)
        and words[0][1][0].isupper()
        and not any(word in tables.sets["not_names"] for word, _ in words[1:])
    )


def _lower(text: Text, start: int, end: int, name: str, tables: Tables) -> list[Found]:
    """Read a name in small letters, which only the very end of a message can have."""
    is_end = not text.own[end:].strip() and NAME.fullmatch(text.own[start:end].strip(" ,.!-\n)(x"))
    word = plain(name)
    is_known = (
        word in tables.sets["not_names"] or word in tables.sets["signoffs"] or word in tables.sets["no_name_lines"]
    )
    if not is_end or is_known or not 1 < len(name) <= LONGEST_NAME - 2:
        return []
    return _as_found(text, start, [name])


def _as_found(text: Text, start: int, names: list[str]) -> list[Found]:
    places = []
    for name in (names[0], names[-1]):
        at = text.own.index(name, start)
        places.append((at, at + len(name)))
    is_shouted = names[0].isupper() and len(names[0]) > 2  # noqa: PLR2004 - "JF" stays
    first = names[0].title() if is_shouted or names[0].islower() else names[0]
    found = [Found("customer", first, *places[0])]
    last = " ".join(names[1:])
    if len(names) > 1 and len(names[-1].rstrip(".")) > 1:
        last = " ".join(name for name in names[1:] if len(name.rstrip(".")) > 1)
        found.append(Found("last_name", last, *places[1]))
    return found


def _introduced(text: Text, hits: dict[str, list[Hit]], tables: Tables) -> list[Found]:
    """Read "it's Hannah", "this is Jo", "my name is Ana"."""
    for hit in hits.get("introductions", ()):
        name = capital(text, hit.last + 1, tables)
        after = text.word(hit.last + 2)
        is_plain = text.plain[text.starts[hit.first] : text.ends[hit.last]] not in (
            "its",
            "it's",
            "i am",
            "i'm",
            "im",
            "soy",
            "sono",
        )
        ends = not text.after(hit.last + 1).startswith(" ") or after in HERE
        if name and (is_plain or ends) and (ends or capital(text, hit.last + 2, tables)) and _is_own(text, hit):
            return [Found("customer", name, text.starts[hit.last + 1], text.ends[hit.last + 1])]
        if not name and (found := _small_name(text, hit, tables)):
            return found
    for at, word in enumerate(text.words[1:6], 1):
        if word == "here" and (name := capital(text, at - 1, tables)) and text.after(at).strip(" ") != "":
            return [Found("customer", name, text.starts[at - 1], text.ends[at - 1])]
    return []


def _small_name(text: Text, hit: Hit, tables: Tables) -> list[Found]:
    """Read "hey its rachel," at the beginning, where nothing has capitals."""
    at = hit.last + 1
    word = text.word(at)
    greets = hit.first == 1 and text.words[0] in GREETINGS
    is_name = word.isalpha() and 2 < len(word) < LONGEST_NAME and not tables.phrases.knows(word)  # noqa: PLR2004
    ends = text.after(at)[:1] in (",", ".", "!") or text.word(at + 1) in HERE if at < len(text.words) else False
    if greets and is_name and ends and word not in tables.sets["not_names"]:
        return [Found("customer", text.between(at, at).title(), text.starts[at], text.ends[at])]
    return []


def _is_own(text: Text, hit: Hit) -> bool:
    """Whether an introduction begins its clause, and speaks of nobody else: "it's Isla's", "her name is"."""
    before = text.word(hit.first - 1)
    is_short = text.plain[text.starts[hit.first] : text.ends[hit.last]] in ("its", "it's")
    same = hit.first > 0 and text.clause[hit.first - 1] == text.clause[hit.first]
    starts = not same or before in (*GREETINGS, "and", "so", "but")
    possessive = text.plain[text.ends[hit.last + 1] - 2 : text.ends[hit.last + 1]] == "'s"
    follows = text.word(hit.last + 2) in ("order", "ref", "here", "again", "from", "number", "")
    late = is_short and text.starts[hit.first] > LONGEST_LINE and not follows
    return starts and not possessive and not late


def _last_name(text: Text, hits: dict[str, list[Hit]]) -> Iterator[Found]:
    for hit in hits.get("last_names", ()):
        at = hit.last + 1
        if at < len(text.words) and text.own[text.starts[at]].isupper():
            yield Found("last_name", text.between(at, at), text.starts[at], text.ends[at])
            return
