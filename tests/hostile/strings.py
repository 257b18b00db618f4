"""The strings of `hostile.json`, and which field gets which of them in which round."""

from __future__ import annotations

import json
from functools import cache

from tests.scripts.facts_samples import DATA
from words.signs import is_address, one_line

LONGEST = 20_000  # characters; tests/scripts/answer/test_hostile_texts.py has them in full length
FEW = 2  # fields
PACK = 56  # strings in one field
CALM = ("Luna", "https://calm.example", "Where is it?")


@cache
def strings() -> list[str]:
    """All of them, in the order of the file."""
    told = json.loads((DATA / "hostile.json").read_text(encoding="utf-8"))
    return [(each["text"] * each.get("times", 1))[:LONGEST] for each in told]


def rounds(fields: int, *, every: bool) -> list[list[str]]:
    """The texts of all fields, round by round.

    Args:
        fields: how many there are.
        every: whether each string meets each field; else each meets one, where there are few fields many at a time.
    """
    known = strings() if every or fields > FEW else _packed(strings())
    starts = range(0, len(known), 1 if every else fields)
    return [[known[(start + at) % len(known)] for at in range(fields)] for start in starts]


def _packed(texts: list[str]) -> list[str]:
    return [" ".join(texts[at : at + PACK]) for at in range(0, len(texts), PACK)]


def calm_rounds(fields: int) -> list[list[str]]:
    """Texts that no one means badly; what they make of a page is what it may be made of."""
    return [[text] * fields for text in CALM]


def addresses(texts: list[str]) -> set[str]:
    """Those that a link may lead to, because somebody typed them."""
    return {line for text in texts if is_address(line := one_line(text))} | {*CALM}
