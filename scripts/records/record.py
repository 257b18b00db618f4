"""How a record of a file is described: a class whose attributes say what each key holds, and may hold.

    class Rush(Record):
        offered: bool = flag("whether a customer can pay to have it sooner")
        cut_percent: int = whole("what it takes off the production days", 1, 90)

`read_record(Rush, {"offered": True, …}, …)` then gives a frozen, typed `Rush`, or says everything that is wrong. TOML,
JSON and YAML are read so, and the tables of the pages are printed from the same lines.
Dataclasses would do the same, but building twenty of them costs a third of the calculator's start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from records.problem import nearest, show

if TYPE_CHECKING:
    from records.problem import Place, Problems


class Field:
    """What one key may hold. Called with a value, it returns it as the code sees it.

    A bad value is described in `problems`; what is returned then does not matter.

    Attributes:
        says: What the key holds, for whoever writes the file.
        expected: What it may hold, to end a problem with.
        optional: Whether it may be left out; then it is the default.
        key: The key in the file.
        attribute: The attribute in the code.
    """

    __slots__ = ("attribute", "default", "expected", "key", "optional", "says")

    def __init__(self, says: str, expected: str, *, optional: bool = False, default: Any = None) -> None:
        self.says = says
        self.expected = expected
        self.optional = optional
        self.default = default
        self.key = self.attribute = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.attribute = name
        self.key = self.key or name.rstrip("_")

    def __call__(self, value: Any, place: Place, problems: Problems) -> Any:
        """Read the value, or add what is wrong with it to the problems."""
        raise NotImplementedError


class Record:
    """One table of a file: an attribute for each key, set once while reading and never again."""

    _fields: dict[str, Field] = {}  # noqa: RUF012 - by key; filled for each subclass below, never changed afterwards

    def __init_subclass__(cls) -> None:
        cls._fields = {field.key: field for field in vars(cls).values() if isinstance(field, Field)}

    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is read only: it is set in the file it is read from")

    def __delattr__(self, name: str) -> None:
        self.__setattr__(name, None)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def contradictions(self) -> dict[str, str]:
        """Say which dotted key disagrees with another key of this table, and what was expected of it."""
        return {}


def read_record(kind: type[Record], raw: Any, place: Place, problems: Problems) -> Any:
    """Read what a file holds at a place as a table of a kind; None, and a problem for each, when anything is wrong."""
    if not isinstance(raw, dict):
        problems.add(place, "expected a table", show(raw))
        return None
    before = len(problems)
    fields = kind._fields
    for key in raw:
        if key not in fields and not problems.is_full:
            problems.add((*place, key), _unknown(key, list(fields)))
    values = {field.attribute: _value(field, raw, (*place, key), problems) for key, field in fields.items()}
    if len(problems) > before or problems.is_full:
        return None
    record = kind(values)
    for path, why in record.contradictions().items():
        inner = path.split(".")
        problems.add((*place, *inner), why, show(_at(raw, inner)))
    return record


def _at(raw: dict[str, Any], path: list[str]) -> Any:
    for key in path:
        raw = raw[key]
    return raw


def _value(field: Field, raw: dict[str, Any], place: Place, problems: Problems) -> Any:
    if field.key in raw:
        return field(raw[field.key], place, problems)
    if not field.optional:
        problems.add(place, f"missing, expected {field.expected}")
    return field.default


def _unknown(key: str, known: list[str]) -> str:
    near = nearest(key, known)
    return "unknown key, " + (f'did you mean "{near}"?' if near else f"expected one of: {', '.join(known)}")
