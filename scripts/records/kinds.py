"""The kinds of values a field can have, each with its own way to read one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from records.problem import show
from records.record import Field, Record, read_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from records.problem import Place, Problems

# What Markdown, HTML or Jinja would take for its own; an underscore inside a word is none.
MARKUP = re.compile(r"[<>*`\[\]{}|\\]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
NAME = "a name of a-z, 0-9 and -, like pet-portrait"


class Scalar(Field):
    """One value that a test accepts."""

    __slots__ = ("accepts",)

    def __init__(self, says: str, expected: str, accepts: Callable[[Any], bool], *, optional: bool = False) -> None:
        super().__init__(says, expected, optional=optional)
        self.accepts = accepts

    def __call__(self, value: Any, place: Place, problems: Problems) -> Any:
        """Read the value."""
        if not self.accepts(value):
            problems.add(place, f"expected {self.expected}", show(value))
        return value


class Text(Scalar):
    """Words that pages, letters and files for other tools show as they are: none of them may take a sign for markup."""

    __slots__ = ()

    def __call__(self, value: Any, place: Place, problems: Problems) -> Any:
        """Read the words."""
        sign = MARKUP.search(value) if self.accepts(value) else None
        if sign:
            problems.add(place, f"expected words without {sign[0]}, which a page would take for markup", show(value))
            return value
        return super().__call__(value, place, problems)


class Read(Field):
    """A value that a function reads from text; what it raises is a problem."""

    __slots__ = ("read",)

    def __init__(
        self, says: str, expected: str, read: Callable[[str], Any], *, optional: bool = False, default: Any = None
    ) -> None:
        super().__init__(says, expected, optional=optional, default=default)
        self.read = read

    def __call__(self, value: Any, place: Place, problems: Problems) -> Any:
        """Read the value; `true` and `"yes"` are the same, and so are 2 and `"2"`."""
        text = _as_text(value)
        try:
            if text is not None:
                return self.read(text.strip())
        except ValueError:
            pass
        problems.add(place, f"expected {self.expected}", show(value))
        return self.default


class Choices(Field):
    """A list of known words, each at most once."""

    __slots__ = ("known",)

    def __init__(self, says: str, known: tuple[str, ...]) -> None:
        super().__init__(says, f"a list of at least one of {', '.join(known)}, each once")
        self.known = known

    def __call__(self, value: Any, place: Place, problems: Problems) -> tuple[str, ...]:
        """Read the value."""
        good = isinstance(value, list) and bool(value) and all(word in self.known for word in value)
        if not good or len(set(value)) < len(value):
            problems.add(place, f"expected {self.expected}", show(value))
            return ()
        return tuple(value)


class Table(Field):
    """A table inside a table."""

    __slots__ = ("kind",)

    def __init__(self, says: str, kind: type[Record], *, optional: bool = False) -> None:
        super().__init__(says, "a table", optional=optional)
        self.kind = kind

    def __call__(self, value: Any, place: Place, problems: Problems) -> Any:
        """Read the value."""
        return read_record(self.kind, value, place, problems)


class Items(Field):
    """A list of what another field describes, as a tuple."""

    __slots__ = ("item", "least")

    def __init__(self, says: str, expected: str, item: Field, least: int = 0, *, optional: bool = False) -> None:
        super().__init__(says, expected, optional=optional, default=())
        self.item = item
        self.least = least

    def __call__(self, value: Any, place: Place, problems: Problems) -> tuple[Any, ...]:
        """Read the value."""
        if not isinstance(value, list) or len(value) < self.least:
            problems.add(place, f"expected {self.expected}", show(value))
            return ()
        return tuple(self.item(each, (*place, at), problems) for at, each in enumerate(value))


class ByName(Field):
    """A table with names of the writer's own, each with what another field describes."""

    __slots__ = ("is_name", "item", "least")

    def __init__(
        self,
        says: str,
        expected: str,
        item: Field,
        *,
        is_name: Callable[[str], bool],
        least: int = 0,
        optional: bool = False,
    ) -> None:
        super().__init__(says, expected, optional=optional, default={})
        self.item = item
        self.least = least
        self.is_name = is_name

    def __call__(self, value: Any, place: Place, problems: Problems) -> dict[str, Any]:
        """Read the value."""
        if not isinstance(value, dict) or len(value) < self.least:
            problems.add(place, f"expected {self.expected}", show(value))
            return {}
        for name in value:
            if not self.is_name(name):
                problems.add((*place, name), f"expected {NAME}")
        return {name: self.item(each, (*place, name), problems) for name, each in value.items()}


def _as_text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, str | int) else None
