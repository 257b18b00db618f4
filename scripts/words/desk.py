"""The desk's own sentences as `templates/desk/` holds them: verdicts, questions, lines of sections, and phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class VerdictWords(NamedTuple):
    """The words of one question about a case.

    Attributes:
        rests_on: Titles of pages and sections, with their addresses relative to the home page.
        rules: What each rule says, by its id, and why; both may hold placeholders.
    """

    title: str
    rests_on: tuple[tuple[str, str], ...]
    rules: Mapping[str, tuple[str, str]]


class QuestionWords(NamedTuple):
    """A question to settle: where the answer is found before a customer is asked, and what rests on it."""

    ask: str
    where: str
    changes: str = ""


class Line(NamedTuple):
    """One thing that a section says; `address` leads to what it rests on, relative to the home page."""

    label: str
    says: str
    address: str = ""


class SectionWords(NamedTuple):
    """A section: its lines by the ids of their rules, and what to do by how the case stands."""

    title: str
    lines: Mapping[str, Line]
    steps: Mapping[str, tuple[Line, ...]]


class Desk(NamedTuple):
    """All of them, by their ids."""

    verdicts: Mapping[str, VerdictWords]
    questions: Mapping[str, QuestionWords]
    sections: Mapping[str, SectionWords]
    phrases: Mapping[str, Mapping[str, str]]


def read_desk(raw: Mapping[str, Any]) -> Desk:
    """Read them out of the compiled words."""
    return Desk(
        {name: _verdict(found) for name, found in raw["verdicts"].items()},
        {name: QuestionWords(**found) for name, found in raw["questions"].items()},
        {name: _section(found) for name, found in raw["sections"].items()},
        raw["phrases"],
    )


def _verdict(raw: Mapping[str, Any]) -> VerdictWords:
    rests_on = tuple((place["title"], place["address"]) for place in raw["rests_on"])
    rules = {name: (found["says"], found["reason"]) for name, found in raw["rules"].items()}
    return VerdictWords(raw["title"], rests_on, rules)


def _section(raw: Mapping[str, Any]) -> SectionWords:
    lines = {name: Line(**found) for name, found in raw["lines"].items()}
    steps = {name: tuple(Line(**line) for line in found) for name, found in raw.get("steps", {}).items()}
    return SectionWords(raw["title"], lines, steps)
