"""The kinds of values a store fact can have. Each function describes one kind; `read_record` applies it.

They return Any so that a class can say both at once: `days: int = whole(1, 365)` is an int to whoever reads it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from facts.record import Facts, Field, Problems, join, read_record, show

if TYPE_CHECKING:
    from collections.abc import Callable

MAIL = "an email address like care@your-store.example"
NAME_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


class Scalar(Field):
    """One value that a test accepts."""

    __slots__ = ("accepts",)

    def __init__(self, expected: str, accepts: Callable[[Any], bool], *, optional: bool = False) -> None:
        super().__init__(expected, optional=optional, default=None)
        self.accepts = accepts

    def __call__(self, value: Any, where: str, problems: Problems) -> Any:
        """Read the value."""
        if not self.accepts(value):
            problems.append(f"{where} = {show(value)}: expected {self.expected}")
        return value


class Choices(Field):
    """A list of known words, each at most once."""

    __slots__ = ("known",)

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__(f"a list of at least one of {', '.join(known)}, each once")
        self.known = known

    def __call__(self, value: Any, where: str, problems: Problems) -> tuple[str, ...]:
        """Read the value."""
        good = isinstance(value, list) and bool(value) and all(word in self.known for word in value)
        if not good or len(set(value)) < len(value):
            problems.append(f"{where} = {show(value)}: expected {self.expected}")
            return ()
        return tuple(value)


class Table(Field):
    """A table inside a table."""

    __slots__ = ("kind",)

    def __init__(self, kind: type[Facts], *, optional: bool = False) -> None:
        super().__init__("a table", optional=optional, default=None)
        self.kind = kind

    def __call__(self, value: Any, where: str, problems: Problems) -> Any:
        """Read the value."""
        return read_record(self.kind, value, where, problems)


class Tables(Table):
    """An array of tables, `[[…]]`."""

    __slots__ = ()

    def __call__(self, value: Any, where: str, problems: Problems) -> tuple[Any, ...]:
        """Read the value."""
        if not isinstance(value, list) or not (value or self.optional):
            problems.append(f"{where} = {show(value)}: expected {self.expected}")
            return ()
        return tuple(read_record(self.kind, item, f"{where}[{at}]", problems) for at, item in enumerate(value))


class NamedTables(Table):
    """A table of tables, `[products.NAME]`, read as a dictionary by name."""

    __slots__ = ()

    def __call__(self, value: Any, where: str, problems: Problems) -> dict[str, Any]:
        """Read the value."""
        if not isinstance(value, dict) or not value:
            problems.append(f"{where} = {show(value)}: expected {self.expected}")
            return {}
        problems += [
            f"{join(where, name)}: expected a name of a-z, 0-9 and -, like pet-portrait"
            for name in value
            if not (name and NAME_CHARACTERS.issuperset(name))
        ]
        return {name: read_record(self.kind, item, join(where, name), problems) for name, item in value.items()}


def text(*, optional: bool = False) -> Any:
    """Describe words on one line; what is optional is None when it is left out."""
    return Scalar("words on one line", lambda value: _is_line(value) and value != "", optional=optional)


def text_or_nothing() -> Any:
    """Describe words on one line, or an empty string."""
    return Scalar("words on one line, or nothing", _is_line)


def matching(expected: str, accepts: Callable[[str], bool]) -> Any:
    """Describe words on one line that a further test accepts."""
    return Scalar(expected, lambda value: _is_line(value) and accepts(value))


def mail_address() -> Any:
    """Describe an email address."""
    return matching(MAIL, lambda value: value.count("@") == 1 and "." in value.partition("@")[2] and " " not in value)


def web_address(holding: str = "", *, or_nothing: bool = False) -> Any:
    """Describe an https address, with a placeholder such as {number} that it must hold."""
    expected = "an address that begins with https://" + (f" and holds {holding}" if holding else "")
    return matching(
        expected + (", or nothing" if or_nothing else ""),
        lambda value: (
            (or_nothing and not value) or (value.startswith("https://") and holding in value and " " not in value)
        ),
    )


def texts() -> Any:
    """Describe a list of words; a missing one is empty."""
    field = Scalar(
        "a list of words", lambda value: isinstance(value, list) and all(map(_is_line, value)), optional=True
    )
    field.default = ()
    return field


def whole(least: int, most: int, *, optional: bool = False) -> Any:
    """Describe a whole number, both ends included; what is optional is None when it is left out."""
    expected = f"a whole number from {least} to {most}"
    return Scalar(expected, lambda value: type(value) is int and least <= value <= most, optional=optional)


def flag() -> Any:
    """Describe a yes or no."""
    return Scalar("true or false", lambda value: isinstance(value, bool))


def clock() -> Any:
    """Describe a time of day without seconds' fractions."""
    return Scalar("a time of day like 14:00:00", lambda value: isinstance(value, dt.time) and not value.microsecond)


def day() -> Any:
    """Describe a calendar day, without a time."""
    return Scalar("a day like 2026-12-24", lambda value: type(value) is dt.date)


def one_of(*known: str, optional: bool = False) -> Any:
    """Describe one of a few words; what is optional is None when it is left out."""
    expected = "one of " + ", ".join(known)
    return Scalar(expected, lambda value: isinstance(value, str) and value in known, optional=optional)


def some_of(*known: str) -> Any:
    """Describe a list of known words, each at most once."""
    return Choices(known)


def table(kind: type[Facts], *, optional: bool = False) -> Any:
    """Describe a table inside this one; what is optional is None when it is left out."""
    return Table(kind, optional=optional)


def tables(kind: type[Facts], *, optional: bool = False) -> Any:
    """Describe an array of tables; an optional one may be left out."""
    field = Tables(kind)
    field.expected = "an array of tables, [[…]]"
    field.optional, field.default = optional, ()
    return field


def named_tables(kind: type[Facts]) -> Any:
    """Describe a table of tables that the store names itself."""
    field = NamedTables(kind)
    field.expected = "at least one table with a name"
    return field


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and value == value.strip() and value.isprintable()
