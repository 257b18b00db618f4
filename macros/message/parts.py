"""What a message is made of once it is parsed: text, facts and slots.

Facts and slots stand in the Markdown as single private-use characters ("marks"), so that no value can act as Markdown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FIRST_MARK = 0xE000
MARK = re.compile("[\ue000-\uf8ff]")


class Fact(NamedTuple):
    """A value of the store facts, written as `{{ store.… }}`."""

    path: str
    value: str


class Slot(NamedTuple):
    """A blank that one order fills, written as `{{ customer.first_name }}`."""

    name: str


type Part = str | Fact | Slot
type Marks = Mapping[str, Fact | Slot]
type Fill = Callable[[str], str]


def mark_up(parts: tuple[Part, ...]) -> tuple[str, Marks]:
    """The text with a mark for each fact and slot, and what each mark stands for."""
    marks = {chr(FIRST_MARK + index): part for index, part in enumerate(parts) if not isinstance(part, str)}
    text = "".join(part if isinstance(part, str) else chr(FIRST_MARK + index) for index, part in enumerate(parts))
    return text, marks


def fill(text: str, marks: Marks, fact: Fill, slot: Fill) -> str:
    """The text with each mark replaced by what `fact` gives for a value, or `slot` for a slot's name."""

    def value(match: re.Match[str]) -> str:
        part = marks[match[0]]
        return slot(part.name) if isinstance(part, Slot) else fact(part.value)

    return MARK.sub(value, text)


def token(name: str) -> str:
    """A slot as it is written in a template: the form the page's script and the exports start from."""
    return f"{{{{ {name} }}}}"
