"""How a table of store facts is described: a class whose attributes say what each key may hold.

    class Rush(Facts):
        offered: bool = flag()
        cut_percent: int = whole(1, 90)

`read_record(Rush, {"offered": True, …}, …)` then gives a frozen, typed `Rush`, or says everything that is wrong.
Dataclasses and NamedTuples would do the same, but building twenty of them costs a sixth of the calculator's start.
"""

from __future__ import annotations

from typing import Any

Problems = list[str]


class FactsError(ValueError):
    """The store's facts cannot be used; the text has one line per problem."""


class Field:
    """What one key may hold. Called with a value, it returns it as the store's code sees it.

    A bad value is described in `problems`; what is returned then does not matter.
    """

    __slots__ = ("default", "expected", "optional")

    def __init__(self, expected: str, *, optional: bool = False, default: Any = ()) -> None:
        self.expected = expected
        self.optional = optional
        self.default = default

    def __call__(self, value: Any, where: str, problems: Problems) -> Any:
        """Read the value, or add what is wrong with it to the problems."""
        raise NotImplementedError


class Facts:
    """One table of facts: an attribute for each key, set once while loading and never again."""

    _fields: dict[str, Field] = {}  # noqa: RUF012 - filled for each subclass below, never changed afterwards

    def __init_subclass__(cls) -> None:
        cls._fields = {_key(name): field for name, field in vars(cls).items() if isinstance(field, Field)}

    def __init__(self, values: dict[str, Any]) -> None:
        for key, value in values.items():
            self.__dict__[_attribute(key)] = value

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"the store's facts are read only: {name} is set in references/store.toml")

    def __delattr__(self, name: str) -> None:
        self.__setattr__(name, None)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{key}={value!r}' for key, value in vars(self).items())})"

    def contradictions(self) -> dict[str, str]:
        """Say which key disagrees with another key of this table, and what was expected of it."""
        return {}


def read_record(kind: type[Facts], raw: Any, where: str, problems: Problems) -> Any:
    """Read one TOML table as `kind`.

    Args:
        kind: The class that describes the table.
        raw: What the TOML file holds there.
        where: The file and the path of the table, to begin a problem with: `references/store.toml: rush`.
        problems: Every problem found is added here.

    Returns:
        The record; None when anything in it is wrong.
    """
    if not isinstance(raw, dict):
        problems.append(f"{where} = {show(raw)}: expected a table")
        return None
    before = len(problems)
    fields = kind._fields
    problems += [_unknown(key, where, list(fields)) for key in raw if key not in fields]
    values = {key: _value(field, raw, key, join(where, key), problems) for key, field in fields.items()}
    if len(problems) > before:
        return None
    record = kind(values)
    problems += [f"{join(where, k)} = {show(_at(raw, k))}: {why}" for k, why in record.contradictions().items()]
    return record


def join(where: str, key: str) -> str:
    """Extend a place in a file by one key: `store.toml:` + `rush` + `offered` is `store.toml: rush.offered`."""
    return f"{where} {visible(key)}" if where.endswith(":") else f"{where}.{visible(key)}"


def show(value: Any, depth: int = 9) -> str:
    """Write a value as TOML does, shortened when it is long or deep."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        text = f'"{visible(value)}"'
    elif isinstance(value, list | dict) and not depth:
        text = "…"
    elif isinstance(value, list):
        text = "[" + ", ".join(show(item, depth - 1) for item in value) + "]"
    elif isinstance(value, dict):
        text = "{" + ", ".join(f"{visible(key)} = {show(item, depth - 1)}" for key, item in value.items()) + "}"
    else:
        text = str(value)
    return text if len(text) <= 60 else text[:57] + "…" + text[-1]  # noqa: PLR2004 - about half a line


def visible(text: str) -> str:
    """Write a text on one line, as it was typed: what cannot be seen is escaped, and what is long is cut."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text[:60])


def nearest(word: str, known: list[str]) -> str | None:
    """Find the known word that was probably meant."""
    import difflib  # noqa: PLC0415 - slow to import, needed only to explain a mistake

    return next(iter(difflib.get_close_matches(word[:100], known, n=1, cutoff=0.6)), None)


def _at(raw: dict[str, Any], path: str) -> Any:
    for key in path.split("."):
        raw = raw[key]
    return raw


def _value(field: Field, raw: dict[str, Any], key: str, where: str, problems: Problems) -> Any:
    if key in raw:
        return field(raw[key], where, problems)
    if not field.optional:
        problems.append(f"{where}: missing, expected {field.expected}")
    return field.default


def _unknown(key: str, where: str, known: list[str]) -> str:
    near = nearest(key, known)
    return f"{join(where, key)}: unknown key, " + (
        f'did you mean "{near}"?' if near else f"expected one of: {', '.join(known)}"
    )


def _key(attribute: str) -> str:
    return {"from_": "from", "quality_check": "quality-check"}.get(attribute, attribute)


def _attribute(key: str) -> str:
    return {"from": "from_", "quality-check": "quality_check"}.get(key, key)
