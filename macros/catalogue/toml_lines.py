"""Where each key of a TOML file stands."""

from __future__ import annotations

import tomllib
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from records.problem import Place

# What may be left open at the end of a line: a text of several lines, and up to two lists around it.
ENDS = tuple("".join(ends) for ends in product(("", '"""', "'''"), ("", "]", "]]")))


def lines_of(text: str) -> dict[Place, int]:
    """The first line, from 1, of each place: of its key, its table's heading or its item in a list.

    Nothing in TOML's standard parser says where a key stood, so the file is read line by line longer: a place stands
    on the line with which it appears.
    """
    lines = text.split("\n")
    found: dict[Place, int] = {}
    for number in range(1, len(lines) + 1):
        for place in _places(_read("\n".join(lines[:number]))):
            found.setdefault(place, number)
    return found


def _read(beginning: str) -> Any:
    """What the beginning of a file holds; nothing where it stops in the middle of a line's own brackets."""
    for end in ENDS:
        try:
            return tomllib.loads(f"{beginning}\n{end}")
        except tomllib.TOMLDecodeError:
            continue
    return {}


def _places(content: Any, place: Place = ()) -> Iterator[Place]:
    inside = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for key, value in inside:
        yield (*place, key)
        yield from _places(value, (*place, key))
