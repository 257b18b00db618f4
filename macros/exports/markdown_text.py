"""A body as Markdown that other tools read alike: each paragraph on one line, facts as plain words.

A tool may show every line end of a text, so those of the file it was written in must not come along.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.message.parts import fill, mark_up

if TYPE_CHECKING:
    from macros.message.body import Body
    from macros.message.parts import Fill

HARD_BREAK = ("\\", "  ")
READ_AS_MARKDOWN = re.compile(r"[\\`*\[\]<~]|^[-+#>=]|(?<=\d)[.)](?=\s|$)|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")


def markdown(body: Body, slot: Fill) -> str:
    """The body as Markdown; `slot` gives the text for a slot's name."""
    text, marks = mark_up(body.parts)
    return fill(_unwrapped(text, _continued(body)), marks, fact=literal, slot=slot)


def literal(text: str) -> str:
    """Words as Markdown that shows exactly these words."""
    return READ_AS_MARKDOWN.sub(r"\\\g<0>", text)


def _continued(body: Body) -> set[int]:
    """The lines that go on with the paragraph of the line before."""
    spans = [token.map for token in body.tokens if token.type == "inline" and token.map]
    return {line for first, end in spans for line in range(first + 1, end)}


def _unwrapped(text: str, continued: set[int]) -> str:
    found = ""
    for number, line in enumerate(text.split("\n")):
        if number in continued and not found.endswith(HARD_BREAK):
            found = f"{found.rstrip(' ')} {line.lstrip()}"
        else:
            found += f"\n{line}"
    return found.removeprefix("\n")
