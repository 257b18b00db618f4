"""Dates are ranges, reckoned, and bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.catalogue.schema import ReckonedSample
from words.tree import lines, nodes
from words.tree import slots as slots_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalogue.problem import Problem
    from macros.rules.tone.letters import Letter, Letters

DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
MONTHS = "january|february|march|april|june|july|august|september|october|november|december"
WRITTEN = re.compile(rf"\b({DAYS}|(?:in|on|by|until) (?:{MONTHS}|may))\b")


def written_dates(letters: Letters) -> Iterator[Problem]:
    """No reply or verdict names a day of its own: a date is a slot, reckoned for the order."""
    for letter in letters.everything:
        for day in sorted(set(WRITTEN.findall(letter.written))):
            yield letter.problem(f"names the day “{day}”; use a slot for the range")


def count_on_with_its_range(letters: Letters) -> Iterator[Problem]:
    """The day to count on never stands alone: the range goes with it."""
    slots = letters.words.slots.slots
    for letter in letters.of("email", "sms", "chat"):
        samples = [slots[name].sample for name in letter.body.slots if name in slots]
        reckoned = [sample for sample in samples if isinstance(sample, ReckonedSample)]
        if any(sample.date for sample in reckoned) and not any(sample.milestone for sample in reckoned):
            yield letter.problem("gives one day to count on without its range; add the delivery window")


def bold(letters: Letters) -> Iterator[Problem]:
    """What a customer looks for is bold at least once: the slots marked `bold` in `slots.yml`."""
    marked = {name for name, slot in letters.words.slots.slots.items() if slot.bold}
    for letter in letters.of("email", "chat"):
        for name in letter.body.slots:
            if name in marked and name not in _bold_slots(letter):
                yield letter.problem(f"has {name} and never in bold; write **{{{{ {name} }}}}** once")


def _bold_slots(letter: Letter) -> set[str]:
    held = (node for line in lines(letter.body.blocks) for node in nodes(line))
    return {name for node in held if not isinstance(node, str) and "b" in node for name in slots_of(node["b"])}
