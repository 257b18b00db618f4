"""What is known of an order speaks for one entry and against another, beside the customer's words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reading.triage.ranking import Known

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from words.catalogue import Entry, Words

TIMES = ("before-order", "in-workshop", "on-its-way", "delivered")
OUT_OF_TIME = 0.15  # what stays of the odds of an entry that does not come up at this time of an order
BEFORE_ORDER = "before-order"


def known(words: Words, time: str, signs: AbstractSet[str]) -> Known:
    """Give what is known of an order, for the ranking of a message; the arguments are those of `odds`."""
    return Known(odds(words, time, signs), raised(words, time, signs))


def odds(words: Words, time: str, signs: AbstractSet[str]) -> dict[str, float]:
    """Give by how much the odds of each entry and page are higher or lower.

    Args:
        words: The words; what an entry says of itself is `comes_up` and `evidence`.
        time: Where in its life the order is: `in-workshop`, `on-its-way`, `delivered`; empty where nobody knows.
        signs: Facts of the case by their names, and each with its value too: `wish`, `wish=cancel`.
    """
    pages = dict.fromkeys(words.pages, OUT_OF_TIME if time else 1.0)
    return pages | {entry.id: _of(entry, time, signs) for entry in words.entries.values()}


def raised(words: Words, time: str, signs: AbstractSet[str]) -> list[str]:
    """Give the entries that facts make a concern, at a time when they come up."""
    return [
        entry.id for entry in words.entries.values() if not signs.isdisjoint(entry.raised_by) and _fits(entry, time)
    ]


def _of(entry: Entry, time: str, signs: AbstractSet[str]) -> float:
    said = math.prod(factor for sign, factor in entry.evidence.items() if sign in signs)
    return said * (1.0 if _fits(entry, time) else OUT_OF_TIME)


def _fits(entry: Entry, time: str) -> bool:
    return not time or not entry.comes_up or time in entry.comes_up
