"""What a message may say of a day."""

from __future__ import annotations

from typing import NamedTuple


class Mention(NamedTuple):
    """A day that a message speaks of, by its first and last word.

    Attributes:
        month: 1 to 12; 0 where only the day of the month is told.
        day: 1 to 31; 0 where it is told otherwise.
        year: Where it is told; 0 otherwise.
        swapped: Whether day and month may stand the other way round.
        weekday: 0 to 6; -1 where none is told.
        which: The kind of word beside the day of the week: "last", "next" ...
        away: Days from the moment of writing; None where it is told otherwise.
        hours: Hours from it, where it is told in those.
        holiday: The name of a day that has one.
    """

    first: int
    last: int
    month: int = 0
    day: int = 0
    year: int = 0
    swapped: bool = False
    weekday: int = -1
    which: str = ""
    away: int | None = None
    hours: int = 0
    holiday: str = ""
