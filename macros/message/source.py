"""The source of a message as it stands in a YAML file: text, and the names in `{{ }}` with what they stand for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, TemplateSyntaxError

from records.problem import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAME = re.compile(r"[a-z][a-z_]*(\.[a-z0-9_]+)+")
BRACE = re.compile("[{}]")
FIRST_MARK = 0xE000
MARK = re.compile("([\ue000-\uf8ff])")


class BodyError(ValueError):
    """The body has something that a template may not have; the text says what to write instead."""


class Name(NamedTuple):
    """What a name in a source stands for: a `slot`, or a `fact` of the store with its path."""

    kind: str
    name: str


type Part = str | Name
type Resolve = Callable[[str], tuple[Part, ...]]


def parts(source: str, resolve: Resolve) -> tuple[Part, ...]:
    """The parts of a body in order, as it stands in the YAML file; `resolve` gives those that a dotted name stands for.

    Raises:
        BodyError: for logic, comments, malformed braces or an unknown name.
    """
    if MARK.search(source):
        raise BodyError("has a private-use character; remove it")
    return tuple(part for is_name, piece in _pieces(source) for part in (resolve(piece) if is_name else (piece,)))


@lru_cache(maxsize=2048)
def _pieces(source: str) -> tuple[tuple[bool, str], ...]:
    """The pieces of a source in order: whether each is a name, and the name or text."""
    return tuple(_split(source)) if BRACE.search(source) else ((False, source),)


def _split(source: str) -> Iterator[tuple[bool, str]]:
    name: list[str] | None = None
    for kind, value in _lexed(source):
        if kind == "variable_begin":
            name = []
        elif kind == "variable_end":
            yield True, _checked("".join(name or ()))
            name = None
        elif name is not None:
            name.append(value)
        elif kind == "data":
            yield False, value
        else:
            raise BodyError("has template logic; make it another template with another `when`")
    if name is not None:
        raise BodyError("has {{ without its }}; close it")


def _lexed(source: str) -> list[tuple[str, str]]:
    try:
        return [(kind, value) for _, kind, value in _jinja().lex(source)]
    except TemplateSyntaxError as error:
        raise BodyError(f"has braces that do not close: {error.message}") from None


def _checked(written: str) -> str:
    if not NAME.fullmatch(written.strip()):
        raise BodyError(
            f"has {{{{{visible(written)}}}}}; write a slot, `store.…` or `partial.…`, without filters or logic"
        )
    return written.strip()


@lru_cache(maxsize=1)
def _jinja() -> Environment:
    return Environment(keep_trailing_newline=True, autoescape=True)
