"""Shapes of what a YAML file may hold: frozen dataclasses whose fields say what fits. All misfits are said at once."""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, dataclass_transform

from voluptuous import All, Coerce, Length, Match, MultipleInvalid, Optional, Required, Schema
from voluptuous import Any as Either

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.catalogue.yaml_file import Place

type Misfit = tuple[Place, str]

TEXT = All(str, Match(r"(?s).*\S", msg="is empty; write a text"))
NAME = All(str, Match(r"^[a-z0-9]+(-[a-z0-9]+)*$", msg="is {value}; expected lower-case words joined by hyphens"))
SAID = {
    "required key not provided": "is missing; add it",
    "extra keys not allowed": "is not a field here; expected one of {fields}",
}


def holds(fits: Any, says: str = "", *, default: Any = MISSING, of: type | None = None) -> Any:
    """Declare a field of a shape.

    Args:
        fits: what its value must fit, in the terms of voluptuous.
        says: what it holds, for the table of fields.
        default: its value when it is left out; a field without one is needed.
        of: the shape of its items, so that an unknown field among them can be answered with the known ones.
    """
    about = {"fits": fits, "says": says, "of": of}
    if default is MISSING:
        return field(metadata=about)
    return field(default_factory=lambda: default, metadata=about)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(holds,))
def shape[Class](cls: type[Class]) -> type[Class]:
    """Make a class a shape: frozen, and built only from named values."""
    return dataclass(frozen=True, kw_only=True)(cls)


def fitting(cls: type) -> All:
    """What fits a shape, in the terms of voluptuous; it gives an instance."""
    needed = {(Required if is_needed(known) else Optional)(known.name): known.metadata["fits"] for known in fields(cls)}
    return All(needed, lambda values: cls(**values))


def several(fits: Any, *, least: int = 0) -> All:
    """A list of what fits, as a tuple."""
    return All([fits], Length(min=least, msg=f"is too short; write at least {least}"), _as_tuple)


def one_or_more(fits: Any) -> All:
    """One value, or a list of them, as a tuple."""
    return All(lambda value: [value] if isinstance(value, str) else value, several(fits))


def read_as(convert: Callable[[str], Any], expected: str) -> Coerce:
    """A text that is converted, for example to a date."""
    return Coerce(convert, msg=f"is {{value}}; expected {expected}")


def either(*fits: Any) -> Either:
    """The first of several that fits."""
    return Either(*fits)


def fitted(content: Any, cls: type) -> Any:
    """The content as an instance of its shape, or a list with every place that does not fit and what was expected."""
    try:
        return _schema(cls)(content)
    except MultipleInvalid as found:
        return [_misfit(error, content, cls) for error in found.errors]


@cache
def _schema(cls: type) -> Schema:
    return Schema(fitting(cls))


def _as_tuple(values: list[Any]) -> tuple[Any, ...]:
    # A bare `tuple` would be read as "must be a tuple".
    return tuple(values)


def is_needed(known: Field[Any]) -> bool:
    """Whether a field of a shape must be written."""
    return known.default_factory is MISSING


def _misfit(error: Any, content: Any, cls: type) -> Misfit:
    place = tuple(step if isinstance(step, int) else str(step) for step in error.path)
    said = SAID.get(error.error_message, error.error_message)
    known = ", ".join(inner.name for inner in fields(_shape_at(cls, place)))
    return place, said.replace("{fields}", known).replace("{value}", repr(_value_at(content, place))[:60])


def _shape_at(cls: type, place: Place) -> type:
    for step in place[:-1]:
        cls = next((known.metadata["of"] or cls for known in fields(cls) if known.name == step), cls)
    return cls


def _value_at(content: Any, place: Place) -> Any:
    for step in place:
        content = content[step] if isinstance(step, int) else content.get(step)
    return content
