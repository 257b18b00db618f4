"""A message body: parsed once into text, facts and slots, from which every form of it is made.

The page, the copy button, the filled example and every export are renderings of one `Body`; nothing else reads the
written text, so they cannot disagree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError
from markdown_it import MarkdownIt

from macros.message.letters import to_html, to_plain
from macros.message.parts import MARK, Fill, Part, Slot, mark_up, token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it.token import Token

    type Resolve = Callable[[str], tuple[Part, ...]]

NAME = re.compile(r"[a-z][a-z_]*(\.[a-z0-9_]+)+")


BRACE = re.compile("[{}]")


class BodyError(ValueError):
    """The body has something that a template may not have; the text says what to write instead."""


@dataclass(frozen=True)
class Body:
    """One message as a list of Markdown text, facts and slots."""

    parts: tuple[Part, ...]

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots, each once, in reading order."""
        return tuple(dict.fromkeys(part.name for part in self.parts if isinstance(part, Slot)))

    @cached_property
    def text(self) -> str:
        """Only what is written in the template itself: no facts, no slots."""
        return "\n".join(part for part in self.parts if isinstance(part, str))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its Markdown tokens, with a mark for each fact and slot."""
        return _tokens(mark_up(self.parts)[0])

    def html(self, slot: Fill, address: Fill = token) -> str:
        """As HTML; `slot` gives the HTML for a slot's name, `address` the address where a slot is a link."""
        return to_html(self.tokens, mark_up(self.parts)[1], slot, address)

    def inline_html(self, slot: Fill) -> str:
        """As HTML without a paragraph around it, for a subject line."""
        return self.html(slot).removeprefix("<p>").removesuffix("</p>")

    def plain(self, slot: Fill) -> str:
        """As plain text, for SMS and the plain half of the clipboard; `slot` gives the text for a slot's name."""
        return to_plain(self.tokens, mark_up(self.parts)[1], slot)

    def markdown_used(self) -> set[str]:
        """The kinds of Markdown in it beyond paragraphs, for example `strong`, `link` or `heading`."""
        kinds = {inner.type for outer in self.tokens for inner in (outer, *(outer.children or ()))}
        plain = {"paragraph", "inline", "text", "softbreak", "hardbreak"}
        return {kind.removesuffix("_open").removesuffix("_close") for kind in kinds} - plain


def parse(source: str, resolve: Resolve) -> Body:
    """Parse a written body.

    Args:
        source: the body as it stands in the YAML file.
        resolve: gives the parts that a dotted name stands for; raises BodyError for an unknown one.

    Raises:
        BodyError: for logic, comments, malformed braces or an unknown name.
    """
    if MARK.search(source):
        raise BodyError("has a private-use character; remove it")
    return Body(tuple(part for is_name, piece in _pieces(source) for part in (resolve(piece) if is_name else (piece,))))


@lru_cache(maxsize=2048)
def _pieces(source: str) -> tuple[tuple[bool, str], ...]:
    """The pieces of a source in order: whether each is a name, and the name or text."""
    return tuple(_split(source)) if BRACE.search(source) else ((False, source),)


@lru_cache(maxsize=2048)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(_markdown().parse(text))


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
        raise BodyError(f"has {{{{{written}}}}}; write a slot, `store.…` or `partial.…`, without filters or logic")
    return written.strip()


@lru_cache(maxsize=1)
def _jinja() -> Environment:
    return Environment(keep_trailing_newline=True, autoescape=True)


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False})
    # A mark in a link's address must come through as it is; only the catalogue's own words are parsed here.
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    markdown.validateLink = bool  # type: ignore[assignment,method-assign]
    return markdown
