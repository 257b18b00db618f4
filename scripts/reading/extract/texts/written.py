"""Where texts are written in a message: in quotes, behind a colon, or as names, initials and dates without either."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.tables import Tables

QUOTED = re.compile(
    r"\"([^\"]{1,160})\"|“([^“”]{1,160})[”\"]|„([^„“”\"]{1,160})[“”\"]|«([^«»\n]{1,120})»"
    r"|(?<!\w)[‘']([^‘'’\n]{1,80}(?:[’'](?=\w)[^‘'’\n]{1,80})?)[’'](?!\w)"
)
RUN = re.compile(
    r"(?<![\w.@#])(?:[A-Z](?:[^\W\d_]|['’&-])*(?![\w.])(?: (?:[A-Z&+](?:[^\W\d_]|['’&-])*|\d{1,4}))*"
    r"|(?=\d|[Ee][Ss][Tt]|[Ss]ince|[A-Za-z]\.)(?:(?i:est\.?|since|established) \d{4}|\d{1,4}([./-])\d{1,2}\1\d{1,4}"
    r"|(?:[A-Za-z]\.){2,4}[A-Za-z]?|(?:19|20)\d\d)|[A-Z](?:[^\W\d_]|['’&-])+(?=\.))(?=$|\W)"
)
LINE = re.compile(r"[ \t]*\n?[ \t]*([\"“„«‘']?)([A-Z0-9][^\n]{0,100}|[^\W\d][^\n,.;!?]{0,60}(?=\n))")
LINE_END = re.compile(
    r"(?<=[\w)\"”'])[.!?](?=\s|$)|[;(]|, (?=not |but |and |please|instead|thanks)| (?:instead|please)\b"
)
MOST, MOST_LINES = 100, 4
ALIKE = 0.55  # of the letters of the longer one
MOST_WORDS = 8  # of a text behind a colon


class Written(NamedTuple):
    """A text, and where it stands."""

    start: int
    end: int
    value: str

    @property
    def is_number(self) -> bool:
        """Whether it is a year or a postcode, which is a text only where something says so."""
        return any(map(str.isdigit, self.value)) and not any(map(str.islower, self.value)) and "." not in self.value


def find_quotes(own: str) -> list[Written]:
    """Find the texts in quotes; they may have a few lines."""
    found = (_quote(match) for match in islice(QUOTED.finditer(own), MOST))
    return [quote for quote in found if quote.value and quote.value.count("\n") < MOST_LINES]


def _quote(match: re.Match[str]) -> Written:
    group = match.lastindex or 1
    start, value = match.start(group), match[group].strip()
    start += match[group].index(value) if value else 0
    return Written(start, start + len(value), value if value.count(".") > 1 else value.rstrip(",."))


def find_runs(own: str, tables: Tables, masked: list[Written], cues: set[int]) -> Iterator[Written]:
    """Find what is written like a name, initials, a year or a date, outside of quotes.

    Args:
        own: The message.
        tables: The words.
        masked: The texts in quotes.
        cues: Where words begin that say what a text is, and are none themselves: "It's Isaac".
    """
    quoted = {at for quote in masked for at in range(quote.start, quote.end)}
    for match in islice(RUN.finditer(own), MOST * 3):
        start, value = match.start(), match[0] if match[0].count(".") > 1 else match[0].rstrip(".")
        while " " in value and (start in cues or _leads(value, tables)):
            start, value = start + value.index(" ") + 1, value.partition(" ")[2]
        if start not in quoted and not _is_common(value, tables):
            yield Written(start, start + len(value), value)


def _leads(value: str, tables: Tables) -> bool:
    return value.partition(" ")[0].lower().replace("'", "") in tables.beside["leads"]


def _is_common(value: str, tables: Tables) -> bool:
    """Whether a capital is only the first letter of common words, as in "The" and "Monday"."""
    if "." in value and not value[0].isdigit():
        return False
    known = tables.beside["no_texts"]
    return all(word.casefold().replace("'", "").replace("’", "") in known for word in value.split())


def line_from(own: str, place: int) -> Written | None:
    """Find the rest of a line, or the next one, as a text; None where it reads on like a sentence."""
    match = LINE.match(own, place)
    if not match or match[1]:
        return None
    end = LINE_END.search(own, match.start(2) + 1, match.end(2))
    value = own[match.start(2) : end.start() if end else match.end(2)].strip()
    if not value or len(value.split()) > MOST_WORDS:
        return None
    return Written(match.start(2), match.start(2) + len(value), value)


def alike(one: str, other: str) -> bool:
    """Say whether two texts differ in little, so that one is meant to be the other."""
    first, second = Counter(one.casefold()), Counter(other.casefold())
    longest = max(first.total(), second.total(), 1)
    return one != other and (first & second).total() / longest >= ALIKE
