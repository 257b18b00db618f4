"""A place in a message."""

from __future__ import annotations

from typing import NamedTuple

STRONG, WEAK = 2, 1


class Place(NamedTuple):
    """A place, how much speaks for it, and its characters."""

    strength: int
    country: str
    city: str
    start: int
    end: int
