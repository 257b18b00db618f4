"""Where each key of a TOML file stands."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from records.problem import Place

# What may be left open at the end of a line: a text of several lines, and up to two lists around it.
ENDS = tuple("".join(ends) for ends in product(("", '"""', "'''"), ("", "]", "]]")))
# What a statement of several lines is told by: texts and comments, in which nothing else counts, brackets, line ends.
SIGNS = re.compile(
    r'"""(?:\\.|[^\\])*?"""' r"|'''.*?'''" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'" r"|#[^\n]*" r"|[\[\]{}]|\n", re.DOTALL
)
LONGEST = 100  # lines of one statement that are told apart


def lines_of(text: str) -> dict[Place, int]:
    """The first line, from 1, of each place: of its key, its table's heading or its item in a list.

    Nothing in TOML's standard parser says where a key stood, so the file is read statement by statement; one of
    several lines is read line by line longer: a place stands on the line with which it appears.
    """
    found: dict[Place, int] = {}
    items: Counter[Place] = Counter()
    table: Place = ()
    for number, statement in _statements(text):
        if statement.lstrip().startswith("["):
            table = _placed(statement, items)
            for end in range(1, len(table) + 1):
                found.setdefault(table[:end], number)
        else:
            for place, line in _lines(statement):
                found.setdefault((*table, *place), number + line)
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each statement with the number of its first line."""
    number, begin, depth = 1, 0, 0
    for sign in SIGNS.finditer(f"{text}\n"):
        depth += (sign[0] in ("[", "{")) - (sign[0] in ("]", "}"))
        if sign[0] == "\n" and depth <= 0:
            statement = text[begin : sign.end()]
            if statement.strip() and not statement.lstrip().startswith("#"):
                yield number, statement
            number, begin, depth = number + statement.count("\n"), sign.end(), 0


def _lines(statement: str) -> Iterator[tuple[Place, int]]:
    """The places of a key and its value, each with its line, from 0."""
    lines = statement.split("\n")
    lengths = range(1, len(lines) + 1) if len(lines) <= LONGEST else [len(lines)]
    for line, length in enumerate(lengths):
        yield from ((place, line) for place in _places(_read("\n".join(lines[:length]))))


def _placed(heading: str, items: Counter[Place]) -> Place:
    """The place of a table: where a step leads to a list of tables, its last one is meant, or a new one."""
    place: Place = ()
    steps = [step for step in max(_places(_read(heading)), key=len, default=()) if isinstance(step, str)]
    for at, step in enumerate(steps, start=1):
        place = (*place, step)
        items[place] += at == len(steps) and heading.lstrip().startswith("[[")
        if items[place]:
            place = (*place, items[place] - 1)
    return place


def _read(beginning: str) -> Any:
    """What the beginning of a file holds; nothing where it stops in the middle of a line's own brackets."""
    for end in ENDS:
        try:
            return tomllib.loads(f"{beginning}\n{end}")
        except ValueError:
            continue
    return {}


def _places(content: Any, place: Place = ()) -> Iterator[Place]:
    inside = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for key, value in inside:
        yield (*place, key)
        yield from _places(value, (*place, key))
