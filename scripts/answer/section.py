"""One section of an answer: its lines, each by a rule, and a message to send where it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple

from words.desk import Line
from words.sentences import About, fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from words.catalogue import Words
    from words.filling import Filled


class Section(NamedTuple):
    """One section: its lines, and a message to send where it has one.

    Attributes:
        template: Title and address of the template that `message` is made from.
    """

    id: str
    title: str
    lines: tuple[Line, ...]
    template: tuple[str, str] | None = None
    message: Filled | None = None

    def as_data(self) -> dict[str, Any]:
        """Lay the section out as plain data."""
        return {
            "id": self.id,
            "title": self.title,
            "lines": [line._asdict() for line in self.lines],
            "template": {"title": self.template[0], "address": self.template[1]} if self.template else None,
            "message": self.message._asdict() if self.message else None,
        }


class LineRule(Generic[About]):
    """When a line is said; its words stand in `templates/desk/sections.yml`.

    Attributes:
        address: Where it leads, when that differs from case to case.
    """

    def __init__(
        self, name: str, holds: Callable[[About], bool], address: Callable[[About, Words], str] | None = None
    ) -> None:
        self.id, self.holds, self.address = name, holds, address


class Lines(Generic[About]):
    """The lines of one section, and what they may hold in braces."""

    def __init__(
        self, section: str, given: Mapping[str, Callable[[About, Words], str]], rules: tuple[LineRule[About], ...]
    ) -> None:
        self.id, self.given, self.rules = section, given, rules

    def say(self, about: About, words: Words) -> Iterator[Line]:
        """Say each line whose rule holds."""
        for rule in self.rules:
            if rule.holds(about):
                told = words.desk.sections[self.id].lines[rule.id]
                label, says = (fill(text, self.given, about, words) for text in (told.label, told.says))
                yield Line(label, says, rule.address(about, words) if rule.address else told.address)


class Steps(Generic[About]):
    """What to do, by how a case stands.

    Attributes:
        id: The section.
        ids: All that can be done.
        pick: Which of them it is; empty where nothing is to be done.
    """

    def __init__(self, section: str, ids: tuple[str, ...], pick: Callable[[About], str]) -> None:
        self.id, self.ids, self.pick = section, ids, pick

    def say(self, about: About, words: Words) -> tuple[Line, ...]:
        """Say what to do in this case, a line for each step."""
        found = self.pick(about)
        return words.desk.sections[self.id].steps[found] if found else ()
