"""What the facts of a case say of what its message is about: see `reading.triage.evidence`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from case.from_message import USED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from case.case import Case
    from case.from_message import Taken

TIMES = {
    "design": "in-workshop",
    "production": "in-workshop",
    "quality-check": "in-workshop",
    "shipped": "on-its-way",
}
ENTERED = ("change", "made", "approved", "needed_by", "notices", "tracking")
MADE_AS_ORDERED = "made-as-ordered"


def time_of(case: Case) -> str:
    """Give where in its life the order is; empty where nobody knows. A piece that arrived was delivered."""
    return "delivered" if case.delivered else TIMES.get(case.stage, "")


def signs_of(taken: Taken) -> frozenset[str]:
    """Give the facts by their names, and those with few values with each value too: `wish`, `wish=cancel`."""
    return frozenset(_signs(taken))


def _signs(taken: Taken) -> Iterator[str]:
    case = taken.case
    for name in ENTERED:
        if value := getattr(case, name):
            yield from (name, f"{name}={value}")
    for each in taken.told:
        if each.state == USED:
            yield from (each.found.fact, f"{each.found.fact}={each.found.value}")
    if case.made and case.made.casefold() == case.customization.casefold():
        yield MADE_AS_ORDERED
