"""The kinds of values a fact of a case can have; as in `records.fields`, they return Any so that a class can say both.

A value is what JSON holds or what a form's field holds: `true` and `"yes"` are the same, and so are 2 and `"2"`.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from dates.reading import parse_closed, parse_day, parse_moment, parse_yes
from dates.workdays import EtaError
from eta.calendars import FIRST_YEAR, LAST_YEAR
from records.kinds import Read
from records.problem import show
from records.record import Field
from words.signs import one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from records.problem import Place, Problems

    Day = TypeVar("Day", bound=dt.date)

MOMENT = "a day and time like 2026-03-02T10:30, in the store's zone or with its UTC offset"
MOST_NOTICES = 9


class Fact(Read):
    """A fact of a case; it may always be left out.

    Attributes:
        forms: What it may be in JSON, by the names that `case.schema.json` explains.
        known: The only words it may be; nothing where others fit.
        examples: Values to show.
    """

    __slots__ = ("examples", "forms", "known")

    def __init__(  # noqa: PLR0913 - what a field is, and how a form describes it
        self,
        says: str,
        expected: str,
        read: Callable[[str], Any],
        *,
        forms: tuple[str, ...] = (),
        known: tuple[str, ...] = (),
        examples: tuple[Any, ...] = (),
        default: Any = None,
    ) -> None:
        super().__init__(says, expected, read, optional=True, default=default)
        self.forms, self.known, self.examples = forms, known, examples


class Named(Field):
    """A table of texts by name."""

    __slots__ = ("examples",)
    forms, known = ("named",), ()

    def __init__(self, says: str, examples: tuple[Any, ...]) -> None:
        super().__init__(says, "a table of texts, {name: text}", optional=True, default={})
        self.examples = examples

    def __call__(self, value: Any, place: Place, problems: Problems) -> dict[str, str]:
        """Read the table."""
        if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
            lines = {name: one_line(text) for name, text in value.items()}
            return {name: text for name, text in lines.items() if text}
        problems.add(place, f"expected {self.expected}", show(value))
        return {}


class Names(Field):
    """Several names, as a list or as one text with spaces or commas between them."""

    __slots__ = ("examples",)
    forms, known = ("names", "words"), ()

    def __init__(self, says: str, examples: tuple[Any, ...]) -> None:
        super().__init__(says, 'names in a list, ["order", "customer"]', optional=True, default=())
        self.examples = examples

    def __call__(self, value: Any, place: Place, problems: Problems) -> tuple[str, ...]:
        """Read the names, each once."""
        names = value.replace(",", " ").split() if isinstance(value, str) else value
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            return tuple(dict.fromkeys(map(one_line, names)))
        problems.add(place, f"expected {self.expected}", show(value))
        return ()


def line(says: str, *examples: str) -> Any:
    """Describe words; control characters are left out and a line break is a space."""
    return Fact(says, "words", one_line, forms=("words",), examples=examples, default="")


def line_or_number(says: str, *examples: str | int) -> Any:
    """Describe words that may be a number."""
    return Fact(says, "words", one_line, forms=("words", "number"), examples=examples, default="")


def prose(says: str, *examples: str) -> Any:
    """Describe a whole message, kept as it is."""
    return Fact(says, "words", str, forms=("words",), examples=examples, default="")


def day(says: str, *examples: str) -> Any:
    """Describe a calendar day."""
    return Fact(says, "a day like 2026-03-20", _day, forms=("day",), examples=examples)


def day_or_moment(says: str, *examples: str) -> Any:
    """Describe a day, or a day and time."""
    return Fact(
        says,
        f"a day like 2026-03-02, or {MOMENT}",
        lambda text: _this_century(parse_moment(text)),
        forms=("day", "moment"),
        examples=examples,
    )


def moment(says: str, *examples: str) -> Any:
    """Describe a moment."""
    return Fact(says, MOMENT, _moment, forms=("moment",), examples=examples)


def days(says: str, *examples: str) -> Any:
    """Describe a range of days, or one."""
    expected = "a day like 2026-03-20, or two like 2026-03-18..2026-03-25"
    return Fact(says, expected, _days, forms=("day", "days"), examples=examples)


def yes_or_no(says: str, *examples: str | bool) -> Any:
    """Describe a yes or no; None while nobody knows."""
    return Fact(says, "yes or no", parse_yes, forms=("yes_or_no",), examples=examples)


def one_of(says: str, *known: str) -> Any:
    """Describe one of a few words; nothing while nobody knows."""
    return Fact(says, "one of " + ", ".join(known), lambda text: known[known.index(text)], known=known, default="")


def count(says: str, *examples: int) -> Any:
    """Describe a small count; None while nobody knows."""
    return Fact(says, f"a whole number from 0 to {MOST_NOTICES}", _count, forms=("count",), examples=examples)


def named(says: str, *examples: dict[str, str]) -> Any:
    """Describe a table of texts."""
    return Named(says, examples)


def names(says: str, *examples: list[str]) -> Any:
    """Describe a list of names."""
    return Names(says, examples)


def _day(text: str) -> dt.date:
    try:
        return _this_century(parse_day(text))
    except EtaError:
        found = parse_moment(text)
        return _this_century(found.date() if isinstance(found, dt.datetime) else found)


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
