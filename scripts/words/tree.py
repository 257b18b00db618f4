"""The tree that a message is: plain JSON, so that it travels as it is.

A message is a list of blocks, each of which holds lines. A line is a list of texts and of nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    Leaf: TypeAlias = "str | Slot | Fact | Break"
    Node: TypeAlias = "Leaf | Bold | Link"
    Line: TypeAlias = "list[Node]"
    Block: TypeAlias = "Paragraph | Bullets | Numbers"


@final
class Slot(TypedDict):
    """A blank that one order fills: its name, `order.number`."""

    slot: str


@final
class Fact(TypedDict):
    """A value of the store facts: its path, `brand.name`."""

    fact: str


@final
class Break(TypedDict):
    """A line end that is meant; one within a text is that of the file it was written in, and stands for a space."""

    br: int


@final
class Bold(TypedDict):
    """What a customer looks for."""

    b: Line


@final
class Link(TypedDict):
    """Words that lead to an address, in which nothing is bold or a link."""

    a: Line
    to: Line


@final
class Paragraph(TypedDict):
    """A paragraph."""

    p: Line


@final
class Bullets(TypedDict):
    """A list with bullets: a line for each item."""

    ul: list[Line]


@final
class Numbers(TypedDict):
    """A list that counts from one."""

    ol: list[Line]


def lines(blocks: list[Block]) -> Iterator[Line]:
    """Give the paragraphs and the items of the lists, in reading order."""
    for block in blocks:
        if "p" in block:
            yield block["p"]
        else:
            yield from block["ul"] if "ul" in block else block["ol"]


def nodes(line: Line) -> Iterator[Node]:
    """Give all nodes of a line and of its markup, in reading order; an address comes after its words."""
    for node in line:
        yield node
        if not isinstance(node, str) and "b" in node:
            yield from nodes(node["b"])
        elif not isinstance(node, str) and "a" in node:
            yield from nodes([*node["a"], *node["to"]])


def leaves(line: Line) -> Iterator[Leaf]:
    """Give what is in a line and its markup, without the markup."""
    for node in nodes(line):
        if isinstance(node, str) or not ("b" in node or "a" in node):
            yield node


def slots(line: Line) -> Iterator[str]:
    """Give the names of a line's slots, in reading order."""
    return (leaf["slot"] for leaf in leaves(line) if not isinstance(leaf, str) and "slot" in leaf)


def changed(blocks: list[Block], change: Callable[[Line], Line]) -> list[Block]:
    """Change each line."""
    return [_changed(block, change) for block in blocks]


def settled(line: Line, fact: Callable[[str], str], is_known: Callable[[str], bool]) -> Line:
    """Put values in the place of facts, and write out each link whose address has a slot that is not known."""
    found: Line = []
    for node in line:
        if isinstance(node, str) or "slot" in node or "br" in node:
            found.append(node)
        elif "fact" in node:
            found.append(fact(node["fact"]))
        elif "b" in node:
            found.append({"b": settled(node["b"], fact, is_known)})
        else:
            words, to = settled(node["a"], fact, is_known), settled(node["to"], fact, is_known)
            found += [{"a": words, "to": to}] if all(map(is_known, slots(to))) else [*words, " (", *to, ")"]
    return found


def _changed(block: Block, change: Callable[[Line], Line]) -> Block:
    if "p" in block:
        return {"p": change(block["p"])}
    if "ul" in block:
        return {"ul": [*map(change, block["ul"])]}
    return {"ol": [*map(change, block["ol"])]}
