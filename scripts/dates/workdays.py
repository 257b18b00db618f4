"""Working days of one calendar, counted in constant time."""

from __future__ import annotations

import datetime as dt
from itertools import accumulate, compress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class EtaError(ValueError):
    """A date cannot be computed; the text says in one line what to do instead.

    Args:
        message: The line.
        field: What to mend, by the name of the terminal's option: `needed-by`; None when it is the order date.
    """

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class UnknownDayError(EtaError):
    """A day lies outside what a calendar knows."""


class Calendar:
    """The working days of one place from a first to a last known day.

    Two tables answer everything: the open days in order, and for each known day the number of open days before it.

    Args:
        days: Open days of the week, "mon" to "sun".
        closed: Closed days with the reason of each.
        first: First known day.
        last: Last known day, included.
        remedy: What to do when another day is needed, to end the sentence of the error.
    """

    __slots__ = ("_before", "_first", "_open", "_remedy", "closed", "first", "last", "week")

    def __init__(
        self,
        days: Collection[str],
        closed: Mapping[dt.date, str],
        first: dt.date,
        last: dt.date,
        *,
        remedy: str = "choose another date",
    ) -> None:
        self.week = tuple(name in days for name in WEEK)
        self.closed = closed
        self.first, self.last, self._remedy = first, last, remedy
        self._first = start = first.toordinal()
        is_open = bytearray(self._weeks(first.weekday(), last.toordinal() - start + 1))
        for day in closed:
            if first <= day <= last:
                is_open[day.toordinal() - start] = 0
        self._open = list(compress(range(start, start + len(is_open)), is_open))
        self._before = list(accumulate(is_open, initial=0))[:-1]

    def roll(self, day: dt.date) -> dt.date:
        """Return the day itself when it is open, else the next open day."""
        return self.add(day, 0)

    def add(self, day: dt.date, working_days: int) -> dt.date:
        """Roll a day forward to an open day, then count working days from it; that day itself is not counted.

        The convention is that of numpy's `busday_offset(day, n, roll="forward")`.

        Raises:
            UnknownDayError: The day or the result lies outside the known days.
        """
        if not self.first <= day <= self.last:
            raise self._unknown(day)
        at = self._before[day.toordinal() - self._first] + working_days
        if not 0 <= at < len(self._open):
            raise self._unknown(self.last if at > 0 else self.first)
        return dt.date.fromordinal(self._open[at])

    def why_closed(self, day: dt.date) -> str | None:
        """Give the reason a day is closed: the day of the week, else the holiday or closure; None when it is open.

        Raises:
            UnknownDayError: The day lies outside the known days.
        """
        if not self.first <= day <= self.last:
            raise self._unknown(day)
        return self.closed.get(day) if self.week[day.weekday()] else DAY_NAMES[day.weekday()]

    def _weeks(self, weekday: int, days: int) -> bytes:
        week = bytes(self.week)
        return ((week[weekday:] + week[:weekday]) * (days // 7 + 1))[:days]

    def _unknown(self, day: dt.date) -> UnknownDayError:
        end = f"before {self.first}, the first" if day <= self.first else f"past {self.last}, the last"
        return UnknownDayError(f"no guess is made {end} day this calendar knows: {self._remedy}")
