"""What a key of the words may hold, beside what `records.fields` has: in YAML every value is a text.

As there, what is declared is Any, so that a class can say both at once: the field and the type of what is read.
"""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Any

from records.fields import is_name
from records.kinds import NAME, ByName, Items, Read, Scalar, Table

if TYPE_CHECKING:
    from records.problem import Place, Problems
    from records.record import Field, Record

YES_OR_NO = ("false", "true")


class OneOrMore(Items):
    """One value or a list of them, as a tuple."""

    __slots__ = ()

    def __call__(self, value: Any, place: Place, problems: Problems) -> tuple[Any, ...]:
        """Read the value."""
        if isinstance(value, str):
            return (self.item(value, place, problems),)
        return super().__call__(value, place, problems)


class TextOrTable(Table):
    """A text that stays as it is, or a table."""

    __slots__ = ()

    def __call__(self, value: Any, place: Place, problems: Problems) -> Any:
        """Read the value."""
        return words()(value, place, problems) if isinstance(value, str) else super().__call__(value, place, problems)


def words(says: str = "", *, optional: bool = False) -> Any:
    """Describe words, on one line or several; what is optional is None when it is left out."""
    return Scalar(says, "words", lambda value: isinstance(value, str) and bool(value.strip()), optional=optional)


def name(says: str = "", *, optional: bool = False) -> Any:
    """Describe a name: lower-case words joined by hyphens."""
    return Scalar(says, NAME, is_name, optional=optional)


def several(says: str, item: Field, *, least: int = 0, optional: bool = False) -> Any:
    """Describe a list; an optional one is empty when it is left out."""
    expected = "a list" + (f" of at least {least}" if least else "")
    return Items(says, expected, item, least, optional=optional)


def tables(says: str, kind: type[Record], *, least: int = 0, optional: bool = False) -> Any:
    """Describe a list of tables; an optional one is empty when it is left out."""
    return several(says, Table("", kind), least=least, optional=optional)


def by_name(says: str, item: Field, *, optional: bool = False) -> Any:
    """Describe a table of what names stand for, which are lower-case words joined by hyphens."""
    return ByName(says, "a table by name", item, is_name=is_name, optional=optional)


def by_words(says: str, item: Field, *, optional: bool = False) -> Any:
    """Describe a table whose keys may be any words."""
    return ByName(says, "a table", item, is_name=bool, optional=optional)


def conditions(says: str) -> Any:
    """Describe conditions of the vocabulary with the values that are meant; none when it is left out."""
    return by_name(says, OneOrMore("", "a name, or a list of names", name()), optional=True)


def moment(says: str) -> Any:
    """Describe a date and time."""
    return Read(says, "a date and time such as 2026-03-02T10:30:00", dt.datetime.fromisoformat)


def number(says: str) -> Any:
    """Describe a whole number; None when it is left out."""
    return Read(says, "a whole number", int, optional=True)


def factors(says: str) -> Any:
    """Describe positive numbers by what they stand for; none when it is left out."""
    return by_words(says, Read("", "a positive number such as 0.3", _positive), optional=True)


def _positive(text: str) -> float:
    if 0 < (found := float(text)) < math.inf:
        return found
    raise ValueError


def yes_or_no(says: str) -> Any:
    """Describe a yes or no; no when it is left out."""
    return Read(says, "true or false", lambda text: bool(YES_OR_NO.index(text)), optional=True, default=False)
