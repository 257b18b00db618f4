"""What the tests of the helpdesks share: reading a reply back from a tool's syntax, and the forms their bodies have."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from jsonschema import Draft202012Validator

from macros.exports import TOOLS
from macros.exports.reply import replies
from tests.product import catalogue, product, small
from words.message import Body, token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

SCHEMAS = Path(__file__).with_name("schemas")
FIRST = "stages/design/on-track"  # of the small world
BLANK = re.compile(r"\[[^\]a-z]*[A-Z][^\]a-z]*\]")
# The tags of a letter. No helpdesk gets more, and no code or pre, inside which a placeholder stays as it is.
TAGS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("p", "br", "strong", "ul", "ol", "li"), frozenset()),
    "a": frozenset({"href"}),
}
# Words that are nothing but words, in every tool.
HARMLESS = (
    "2 < 3 & 4 > 3",
    "<b>bold</b>",
    "</p><script>alert(1)</script>",
    '<attribute key="email"/>',
    "&amp; &lt;b&gt;",
    "{ one } brace, 100% sure",
    "*stars*, _lines_ and `ticks`",
    "[in brackets](here)",
    "“Zoë’s” – 5 €",
)


@cache
def files_of(tool: str) -> dict[str, bytes]:
    """The files of a tool for the product's own words."""
    return next(found for found in TOOLS if found.id == tool).files(*product())


@cache
def all_replies(*channels: str) -> list[Reply]:
    """The product's own replies in some channels, or in all of them."""
    return replies(catalogue(), *channels)


def api_replies() -> list[Reply]:
    """Those that the helpdesks take."""
    return all_replies("email", "chat")


def named(reply: Reply) -> str:
    """A reply's id, which says which row of a table failed."""
    return reply.id


def json_lines(content: bytes) -> list[Any]:
    """The values of a file of JSON lines, each of which ends with one line feed."""
    *lines, after = content.decode("utf-8").split("\n")
    assert after == ""
    return [json.loads(line) for line in lines]


@cache
def schema(tool: str) -> Draft202012Validator:
    """The validator of the body that a tool's API documents."""
    described = json.loads((SCHEMAS / f"{tool}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(described)
    return Draft202012Validator(described)


def problems(tool: str, body: object) -> list[str]:
    """What is wrong with a body."""
    return [f"{error.json_path}: {error.message}"[:400] for error in schema(tool).iter_errors(body)]


def shown(reply: Reply) -> str:
    """The text of a reply as the page shows it, with its slots."""
    return reply.message.body.plain(token)


def slots_back(text: str, tokens: Mapping[str, str]) -> str:
    """A text with a tool's tokens and the blanks turned back into slots."""
    for name, written in tokens.items():
        text = text.replace(written, token(name))
    for slot in catalogue().slots.values():
        text = text.replace(slot.blank, token(slot.name))
    return text


def blanks_of(reply: Reply, tokens: Mapping[str, str]) -> set[str]:
    """The blanks that an agent must see in the body of a reply: those of the slots without a token."""
    return {reply.slots[name].blank for name in reply.message.body.slots if name not in tokens}


def blanks_in(text: str) -> set[str]:
    """Whatever looks like a blank."""
    return set(BLANK.findall(text))


def all_found(pattern: re.Pattern[str], texts: Iterable[str]) -> set[str]:
    """Everything in some texts that a pattern matches."""
    return {found[0] for text in texts for found in pattern.finditer(text)}


def as_plain(html: str) -> str:
    """The text of a letter in HTML: a blank line between paragraphs, bullets, addresses after the texts of links."""
    text, before = "", ""
    for block in BeautifulSoup(html, "html.parser").find_all(["p", "li"]):
        bullet = _bullet(block)
        text += ("\n" if before and bullet else "\n\n") + bullet + "".join(_words(block))
        before = bullet
    return text.strip()


def _bullet(block: Tag) -> str:
    if block.name == "p" or block.parent is None:
        return ""
    return "- " if block.parent.name == "ul" else f"{len(block.find_previous_siblings('li')) + 1}. "


def _words(inside: Tag) -> Iterator[str]:
    for piece in inside.children:
        if isinstance(piece, NavigableString):
            yield str(piece).removeprefix("\n")  # stands after a tag, for the eye
        elif isinstance(piece, Tag):
            yield "\n" if piece.name == "br" else "".join(_words(piece))
            yield f" ({piece['href']})" if piece.name == "a" else ""


def foreign_html(html: str, allowed: Mapping[str, frozenset[str]] = TAGS) -> list[str]:
    """The tags that are not allowed, or have an attribute that is not."""
    tags = BeautifulSoup(html, "html.parser").find_all(True)
    return [str(tag) for tag in tags if tag.name not in allowed or not tag.attrs.keys() <= allowed[tag.name]]


def saying(words: str) -> Catalogue:
    """A catalogue of one template, whose email, SMS and chat say some words of the store facts."""
    body = Body([{"p": [words]}])
    messages = small()[0].entries[0].templates[0].messages
    return titled(messages=tuple(replace(message, body=body) for message in messages))


def labelled(label: str) -> Catalogue:
    """The small catalogue with another label for the order number."""
    words, _ = small()
    slot = words.slots["order.number"]._replace(label=label)
    return replace(words, slots={**words.slots, slot.name: slot})


def titled(entry: str = "Design", **template: Any) -> Catalogue:
    """A catalogue of one entry with a title and one template, of which some fields are replaced."""
    words, _ = small()
    first = words.entries[0]
    templates = (replace(first.templates[0], **template),)
    return replace(words, entries=(replace(first, title=entry, templates=templates),))
