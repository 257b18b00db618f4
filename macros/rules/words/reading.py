"""Rules on what a message is read by: the asks that messages to learn from name, and when an entry comes up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros import paths
from macros.catalogue.problem import Problem
from reading.triage.evidence import TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalogue.read import Words

ASKS = re.compile(r"\[([^\]]*)\]")


def known_asks(words: Words) -> Iterator[Problem]:
    """What a part of a message asks is an ask of `templates/reading/asks.yml`."""
    known = words.reading.asks.content["asks"]
    for path in sorted((words.root / "templates" / "messages").rglob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            for name in {name.strip() for listed in ASKS.findall(line) for name in listed.split(",")} - {"", *known}:
                says = f"{name} is no ask of templates/reading/asks.yml; write one of those, or [] for none"
                yield Problem(paths.shown(path, words.root), (), says, line=number)


def known_times(words: Words) -> Iterator[Problem]:
    """An entry comes up at times in an order's life that there are."""
    for entry in words.entries:
        for at, time in enumerate(entry.written.comes_up):
            if time not in TIMES:
                yield entry.file.problem(("comes_up", at), f"is {time}; expected one of {', '.join(TIMES)}")
