"""Rules on the desk's own sentences: each rule of `scripts/` has its words in `templates/desk/`, and none is left."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, NamedTuple

import answer
import verdicts
from answer.questions import FACTS
from answer.section import Lines, Steps
from dates.reading import quoted
from macros.rules.words.links import HEADING_ID
from verdicts.table import Table
from words.sentences import PLACEHOLDER, Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from macros.catalogue.problem import Problem
    from macros.catalogue.read import Words
    from macros.catalogue.yaml_file import YamlFile
    from records.problem import Place

NUMBER = re.compile(r"\d[\d.,:]*(?:\s*\w+)?")


class Sentence(NamedTuple):
    """A text of `templates/desk/` and its place."""

    file: YamlFile
    place: Place
    text: str

    @property
    def written(self) -> str:
        """Its words alone, in lower case, with a gap where it is filled."""
        return PLACEHOLDER.sub(r"\1…", self.text).lower()

    def problem(self, message: str) -> Problem:
        """A problem at its line."""
        return self.file.problem(self.place, message)


class Spoken(NamedTuple):
    """What `scripts/` says with the words at one place: its rules, and what they give for the braces."""

    ids: frozenset[str]
    given: frozenset[str] = frozenset()


def rules_and_words(words: Words) -> Iterator[Problem]:
    """Every rule has its words, and no words are without their rule."""
    for file in _files(words):
        for place, spoken in spoken_by_code().items():
            if place[0] in file.content:
                held = _at(file, place)
                known = ", ".join(sorted(spoken.ids))
                for name in sorted(spoken.ids - {*held}):
                    yield file.problem(place, f"has no {name}, which scripts/ may say; add it")
                for name in sorted({*held} - spoken.ids):
                    yield file.problem((*place, name), f"is said by no rule of scripts/; expected one of {known}")


def questions(words: Words) -> Iterator[Problem]:
    """The desk's questions say what rests on them; the others are asked by a page or an entry."""
    file, written = words.desk.questions
    elsewhere = {*written.first, *(name for entry in words.entries for name in entry.written.ask_first)}
    for name in (name for name in FACTS if name not in written.questions):
        yield file.problem(("questions",), f"has no {name}, which scripts/ may ask; add it")
    for name, question in written.questions.items():
        if name not in FACTS and name not in elsewhere:
            yield file.problem(("questions", name), "is asked by no rule of scripts/ and no page; remove it")
        if (name in FACTS) != bool(question.changes):
            yield file.problem(("questions", name, "changes"), "goes with what the desk asks, and only with that")
    for index, name in enumerate(written.first):
        if name not in written.questions:
            yield file.problem(("first", index), f"is {quoted(name)}; expected one of {', '.join(written.questions)}")


def placeholders(words: Words) -> Iterator[Problem]:
    """A sentence holds in braces only what its rules give."""
    for sentence in sentences(words):
        given = _given(sentence.place)
        found = [name for _, name in PLACEHOLDER.findall(sentence.text) if name.lower() not in given]
        for name in [*found, *re.findall(r"[{}]", PLACEHOLDER.sub("", sentence.text))]:
            known = ", ".join(f"{{{name}}}" for name in sorted(given)) or "no braces"
            yield sentence.problem(f"holds {name}; expected {known}")


def numbers(words: Words) -> Iterator[Problem]:
    """A sentence has no digit of its own: a number is a fact, and comes in braces."""
    for sentence in sentences(words):
        for number in NUMBER.findall(sentence.text):
            yield sentence.problem(f"states {quoted(number)}; a number is a store fact, given in braces")


def addresses(words: Words) -> Iterator[Problem]:
    """What a line or verdict rests on is a page, and a heading of it."""
    for file in _files(words):
        for place, address in _texts(file.content, ()):
            if _is_address(place) and not _leads(words.root, address):
                yield file.problem(place, f"is {quoted(address)}, which is no heading of a page")


def sentences(words: Words) -> Iterator[Sentence]:
    """Every text of `templates/desk/` that a person reads."""
    for file in _files(words):
        for place, text in _texts(file.content, ()):
            if place[0] != "first" and not _is_address(place):
                yield Sentence(file, place, text)


@cache
def spoken_by_code() -> dict[Place, Spoken]:
    """What the rules of `scripts/` say, by the place of its words."""
    found: dict[Place, Spoken] = {}
    for table in _declared(Table):
        _add(found, ("verdicts", table.id, "rules"), (rule.id for rule in table.rules), table.given)
    for lines in _declared(Lines):
        _add(found, ("sections", lines.id, "lines"), (rule.id for rule in lines.rules), lines.given)
    for steps in _declared(Steps):
        _add(found, ("sections", steps.id, "steps"), steps.ids, ())
    for phrases in _declared(Phrases):
        _add(found, ("phrases", phrases.id), phrases.ids, phrases.given)
    for place in [*found]:
        _add(found, place[:1], [str(place[1])], ())
    return found


def _add(found: dict[Place, Spoken], place: Place, ids: Iterable[str], given: Iterable[str]) -> None:
    old = found.get(place, Spoken(frozenset()))
    found[place] = Spoken(old.ids | {*ids}, old.given | {*given})


def _declared[Kind](kind: type[Kind]) -> list[Kind]:
    """Everything of a kind that a module of `scripts/verdicts` or `scripts/answer` names."""
    modules = [f"{room.__name__}.{found.name}" for room in (verdicts, answer) for found in iter_modules(room.__path__)]
    named = [value for module in modules for value in vars(import_module(module)).values() if isinstance(value, kind)]
    return [*{id(value): value for value in named}.values()]


def _given(place: Place) -> frozenset[str]:
    spoken = spoken_by_code()
    return next((spoken[place[:end]].given for end in range(len(place), 0, -1) if place[:end] in spoken), frozenset())


def _is_address(place: Place) -> bool:
    return place[-1] == "address" and place[0] != "phrases"


def _files(words: Words) -> list[YamlFile]:
    return [file.source for file in words.desk]


def _at(file: YamlFile, place: Place) -> dict[str, Any]:
    content = file.content
    for step in place:
        content = content.get(step, {})
    return content if isinstance(content, dict) else {}


def _texts(content: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(content, str):
        yield place, content
    elif content:
        steps = content.items() if isinstance(content, dict) else enumerate(content)
        for step, inner in steps:
            yield from _texts(inner, (*place, step))


def _leads(root: Path, address: str) -> bool:
    page, _, heading = address.partition("#")
    homes = [root / folder / f"{page.rstrip('/')}.md" for folder in ("references", "docs")]
    texts = [home.read_text(encoding="utf-8") for home in homes if home.exists()]
    return bool(texts) and (not heading or any(heading in HEADING_ID.findall(text) for text in texts))
