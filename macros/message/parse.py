"""Parse a message: its Markdown into the tree of `words.tree`, which holds paragraphs, lists, bold and links.

Slots and facts stand in the Markdown as single private-use characters ("marks"), so that no name can act as Markdown.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from macros.message.source import FIRST_MARK, MARK, BodyError, Name, parts
from words.message import Body

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.message.source import Part, Resolve
    from words.tree import Block, Bold, Leaf, Line, Link

    type Marks = Mapping[str, Name]

LISTS = ("bullet_list", "ordered_list")
KNOWN = {"root", "paragraph", *LISTS, "list_item", "inline", "text", "softbreak", "hardbreak", "strong", "link"}


def parse(source: str, resolve: Resolve) -> Body:
    """Parse a body as it stands in the YAML file; `resolve` gives the parts that a dotted name stands for.

    Raises:
        BodyError: for logic, comments, malformed braces, an unknown name, or Markdown that a body may not have.
    """
    return _parsed(parts(source, resolve))


@lru_cache(maxsize=2048)
def _parsed(held: tuple[Part, ...]) -> Body:
    marks = {chr(FIRST_MARK + index): part for index, part in enumerate(held) if isinstance(part, Name)}
    text = "".join(part if isinstance(part, str) else chr(FIRST_MARK + index) for index, part in enumerate(held))
    root = SyntaxTreeNode(_markdown().parse(text))
    foreign = sorted({node.type.replace("_", " ") for node in root.walk() if node.type not in KNOWN})
    if foreign:
        raise BodyError(f"uses {', '.join(foreign)}; use bold, links and lists only")
    return Body([_block(node, marks) for node in root.children])


def _block(node: SyntaxTreeNode, marks: Marks) -> Block:
    if node.type == "bullet_list":
        return {"ul": [_item(item, marks) for item in node.children]}
    if node.type == "ordered_list":
        return {"ol": [_item(item, marks) for item in node.children]}
    return {"p": _line(node.children[0].children, marks)}


def _item(node: SyntaxTreeNode, marks: Marks) -> Line:
    if [child.type for child in node.children] not in ([], ["paragraph"]):
        raise BodyError("has more than one paragraph in a list item; write one line for each item")
    return [held for child in node.children for held in _line(child.children[0].children, marks)]


def _line(nodes: Sequence[SyntaxTreeNode], marks: Marks) -> Line:
    line: Line = []
    for held in (held for node in nodes for held in _inline(node, marks)):
        if line and isinstance(held, str) and isinstance(line[-1], str):
            line[-1] += held
        else:
            line.append(held)
    return line


def _inline(node: SyntaxTreeNode, marks: Marks) -> Iterator[Leaf | Bold | Link]:
    if node.type == "strong":
        yield {"b": _line(node.children, marks)}
    elif node.type == "link":
        yield {"a": _line(node.children, marks), "to": [*_texts(str(node.attrs["href"]), marks)]}
    elif node.type == "hardbreak":
        yield {"br": 1}
    else:
        yield from _texts("\n" if node.type == "softbreak" else node.content, marks)


def _texts(text: str, marks: Marks) -> Iterator[Leaf]:
    """A text, with each mark in it as what it stands for."""
    for piece in filter(None, MARK.split(text)):
        if piece not in marks:
            yield piece
        else:
            kind, name = marks[piece]
            yield {"slot": name} if kind == "slot" else {"fact": name}


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False})
    # A mark in a link's address must come through as it is; only the catalogue's own words are parsed here.
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    markdown.validateLink = bool  # type: ignore[assignment,method-assign]
    return markdown
