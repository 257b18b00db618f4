"""How a parsed message looks: as HTML for the page and the rich clipboard, as plain text for everything else."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.message.parts import Fill, Marks, fill, token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

HTML_TAGS = {
    "paragraph_open": "<p>",
    "paragraph_close": "</p>\n",
    "bullet_list_open": "<ul>\n",
    "bullet_list_close": "</ul>\n",
    "ordered_list_open": "<ol>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_open": "<li>",
    "list_item_close": "</li>\n",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "link_close": "</a>",
    "softbreak": " ",
    "hardbreak": "<br>\n",
}
PLAIN_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


class Block(NamedTuple):
    """A paragraph or list item of the plain text; `bullet` is empty for a paragraph."""

    bullet: str
    text: str


def to_html(tokens: Iterable[Token], marks: Marks, slot: Fill, address: Fill = token) -> str:
    """HTML of a message.

    A link whose address is a slot that `address` leaves as a token has no `href` yet: it carries the token in
    `data-href`, for the page to fill.
    """
    return "".join(_html(piece, marks, slot, address) for piece in _flat(tokens)).strip()


def to_plain(tokens: Iterable[Token], marks: Marks, slot: Fill) -> str:
    """Plain text of a message: a blank line between paragraphs, dashes for bullets, addresses after link texts."""
    blocks = [Block("", ""), *_blocks(tokens, marks, slot)]
    gaps = ("\n" if before.bullet and block.bullet else "\n\n" for before, block in pairwise(blocks))
    return "".join(f"{gap}{block.bullet}{block.text}" for gap, block in zip(gaps, blocks[1:], strict=True)).strip()


def _flat(tokens: Iterable[Token]) -> Iterator[Token]:
    for piece in tokens:
        if piece.type == "inline":
            yield from piece.children or ()
        elif not piece.hidden:
            yield piece


def _html(piece: Token, marks: Marks, slot: Fill, address: Fill) -> str:
    if piece.type == "text":
        return fill(escape(piece.content, quote=False), marks, fact=escape, slot=slot)
    if piece.type == "link_open":
        return _anchor(fill(str(piece.attrs["href"]), marks, fact=str, slot=address))
    return HTML_TAGS[piece.type]


def _anchor(address: str) -> str:
    attribute = "data-href" if "{{" in address else "href"
    return f'<a {attribute}="{escape(address)}">'


def _blocks(tokens: Iterable[Token], marks: Marks, slot: Fill) -> Iterator[Block]:
    lists: list[Iterator[str]] = []
    for piece in tokens:
        if piece.type.endswith("list_open"):
            lists.append(_bullets(piece))
        elif piece.type.endswith("list_close"):
            lists.pop()
        elif piece.type == "inline":
            yield Block(next(lists[-1]) if lists else "", "".join(_plain(piece, marks, slot)))


def _bullets(opening: Token) -> Iterator[str]:
    number = int(opening.attrs.get("start", 1))
    while True:
        yield "- " if opening.type.startswith("bullet") else f"{number}. "
        number += 1


def _plain(line: Token, marks: Marks, slot: Fill) -> Iterator[str]:
    address = ""
    for piece in line.children or ():
        if piece.type == "text":
            yield fill(piece.content, marks, fact=str, slot=slot)
        elif piece.type == "link_open":
            address = fill(str(piece.attrs["href"]), marks, fact=str, slot=slot)
        elif piece.type == "link_close":
            yield f" ({address})"
        else:
            yield PLAIN_BREAKS.get(piece.type, "")
