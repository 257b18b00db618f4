"""What they wish, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.message.phrases import covered, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.phrases import Hits
    from reading.extract.message.text import Text

NEAR = 4  # words between a fault and the part that has it


def read_wishes(text: Text, hits: Hits, masked: set[int]) -> Iterator[Found]:
    """Read each wish once; a rush is a fact of its own besides."""
    spoiled = covered(hits, "not_wishes") | masked
    told = set()
    for hit in hits.get("wishes", ()):
        if hit.label not in told and spoiled.isdisjoint(range(hit.first, hit.last + 1)):
            told.add(hit.label)
            yield Found("wish", hit.label, *text.span(hit.first, hit.last))
            if hit.label == "rush":
                yield Found("rush", "yes", *text.span(hit.first, hit.last))


def read_damage(text: Text, hits: Hits, masked: set[int]) -> Iterator[Found]:
    """Read what is wrong with which part."""
    spoiled = covered(hits, "not_damages") | masked
    for hit in (hit for hit in hits.get("damages", ()) if hit.first not in spoiled):
        named = [hit, *near(hits.get("parts", []), hit.first, NEAR)[:1]]
        for fact, one in zip(("damage", "part"), named, strict=False):
            yield Found(fact, text.between(one.first, one.last), *text.span(one.first, one.last))
        return
