"""A number appears once: in the store facts. Words and references read it from there."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from dates.reading import quoted
from macros.catalogue.problem import Problem
from macros.catalogue.references import REFERENCES
from macros.rules.words.bodies import parsed_bodies, parsed_prose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.catalogue.read import Words

LAW_SOURCE = re.compile(r"\]\(https?://|\[\^")
UNITS = {
    "hours": r"(?:-|\s+)(?:(?:business|elapsed)\s+)?hours?\b",
    "days": r"(?:-|\s+)(?:(?:working|business|calendar|carrier|production)\s+)?days?\b",
    "percent": r"\s*(?:%|percent\b)",
    "points": r"\s+points?\b",
}


def in_templates(words: Words) -> Iterator[Problem]:
    """No words have a digit of their own: it is a store fact, or a slot."""
    patterns = [*literals(words.root)]
    for entry, place, body in (*parsed_bodies(words), *parsed_prose(words)):
        for number in re.findall(r"\d[\d.,:]*(?:\s*\w+)?", "\n".join(body.texts)):
            known = [f"{{{{ store.{fact} }}}}" for fact, pattern in patterns if pattern.match(f"{number} ")]
            mend = " or ".join(known) or "a store fact or a slot"
            yield entry.file.problem(place, f"states {quoted(number)}; write {mend} for the number")


def in_references(words: Words) -> Iterator[Problem]:
    """The references state no store fact as a literal; a number of the law names its source on the same line."""
    patterns = [*literals(words.root)]
    for name in REFERENCES:
        for number, line in enumerate(
            (words.root / f"references/{name}.md").read_text(encoding="utf-8").splitlines(), start=1
        ):
            if LAW_SOURCE.search(line):
                continue
            for fact, pattern in patterns:
                for found in pattern.findall(line):
                    message = f"states {quoted(found)}; write {{{{ store.{fact} }}}}"
                    yield Problem(f"references/{name}.md", ("text",), message, line=number)


def literals(root: Path) -> Iterator[tuple[str, re.Pattern[str]]]:
    """For each fact with a unit, its path and what it looks like as a literal."""
    for path, value in facts(root):
        unit = re.split(r"[._]", path)[-1]
        if isinstance(value, str):
            yield path, re.compile(re.escape(value))
        elif unit in UNITS:
            yield path, re.compile(rf"(?<![\d.]){value}{UNITS[unit]}")


def facts(root: Path) -> Iterator[tuple[str, int | str]]:
    """The numbers among the store facts, and the texts that hold one, by path."""
    content = tomllib.loads((root / "references" / "store.toml").read_text(encoding="utf-8"))
    yield from _numbers(content, "")


def _numbers(value: Any, path: str) -> Iterator[tuple[str, int | str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _numbers(inner, f"{path}.{key}".removeprefix("."))
    elif (isinstance(value, int) and not isinstance(value, bool)) or re.fullmatch(r"\D?\d+\D?", str(value)):
        yield path, value
