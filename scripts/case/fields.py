"""The kinds of values a fact of a case can have; as in `fact_fields`, they return Any so that a class can say both.

A value is what JSON holds or what a form's field holds: `true` and `"yes"` are the same, and so are 2 and `"2"`.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from dates.reading import parse_closed, parse_day, parse_moment, parse_yes
from dates.workdays import EtaError
from eta.order import FIRST_YEAR, LAST_YEAR
from facts.record import Field, Problems, show
from words.signs import one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    Day = TypeVar("Day", bound=dt.date)

MOMENT = "a day and time like 2026-03-02T10:30, in the store's zone or with its UTC offset"
MOST_NOTICES = 9


class Read(Field):
    """A value that a function reads from text; what it raises is a problem."""

    __slots__ = ("read",)

    def __init__(self, expected: str, read: Callable[[str], Any], default: Any = None) -> None:
        super().__init__(expected, optional=True, default=default)
        self.read = read

    def __call__(self, value: Any, where: str, problems: Problems) -> Any:
        """Read the value."""
        text = _as_text(value)
        try:
            if text is not None:
                return self.read(text.strip())
        except (EtaError, ValueError):
            pass
        problems.append(f"{where} = {show(value)}: expected {self.expected}")
        return self.default


class Named(Field):
    """A table of texts by name."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("a table of texts, {name: text}", optional=True, default={})

    def __call__(self, value: Any, where: str, problems: Problems) -> dict[str, str]:
        """Read the table."""
        if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
            lines = {name: one_line(text) for name, text in value.items()}
            return {name: text for name, text in lines.items() if text}
        problems.append(f"{where} = {show(value)}: expected {self.expected}")
        return {}


def line() -> Any:
    """Describe words; control characters are left out and a line break is a space."""
    return Read("words", one_line, default="")


def prose() -> Any:
    """Describe a whole message, kept as it is."""
    return Read("words", str, default="")


def day() -> Any:
    """Describe a calendar day."""
    return Read("a day like 2026-03-20", lambda text: _this_century(_day(text)))


def day_or_moment() -> Any:
    """Describe a day, or a day and time."""
    return Read(f"a day like 2026-03-02, or {MOMENT}", lambda text: _this_century(parse_moment(text)))


def moment() -> Any:
    """Describe a moment."""
    return Read(MOMENT, _moment)


def days() -> Any:
    """Describe a range of days, or one."""
    return Read("a day like 2026-03-20, or two like 2026-03-18..2026-03-25", _days)


def yes_or_no() -> Any:
    """Describe a yes or no; None while nobody knows."""
    return Read("yes or no", parse_yes)


def one_of(*known: str) -> Any:
    """Describe one of a few words; nothing while nobody knows."""
    return Read("one of " + ", ".join(known), lambda text: known[known.index(text)], default="")


def count() -> Any:
    """Describe a small count; None while nobody knows."""
    return Read(f"a whole number from 0 to {MOST_NOTICES}", _count)


def named() -> Any:
    """Describe a table of texts."""
    return Named()


def _day(text: str) -> dt.date:
    try:
        return parse_day(text)
    except EtaError:
        found = parse_moment(text)
        return found.date() if isinstance(found, dt.datetime) else found


def _moment(text: str) -> dt.datetime:
    found = parse_moment(text)
    if isinstance(found, dt.datetime):
        return _this_century(found)
    raise ValueError


def _days(text: str) -> tuple[dt.date, dt.date]:
    first, last = parse_closed(text.replace(" ", ""))
    return _this_century(first), _this_century(last)


def _this_century(found: Day) -> Day:
    """Refuse what no calendar of a store knows."""
    if FIRST_YEAR <= found.year <= LAST_YEAR:
        return found
    raise ValueError


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= MOST_NOTICES:
        return int(text)
    raise ValueError


def _as_text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, str | int) else None
