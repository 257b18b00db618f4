"""The words of a message, and the ways to write them: as plain text, as HTML, as Markdown. Nothing else does that."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from words.tree import changed, leaves, lines, settled, slots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from words.tree import Block, Fact, Leaf, Line, Node, Slot

    Fill: TypeAlias = Callable[[str], str]

READ_AS_MARKDOWN = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
BEGINS_A_BLOCK = re.compile(r"^(?=[-+#>=])|^(\d+)(?=[.)](?:\s|$))", re.MULTILINE)
PARENTHESIS, ESCAPED = re.compile("[()]"), r"\\\g<0>"


class Form(NamedTuple):
    """One way to write a message.

    Attributes:
        text: Writes words, so that they mean nothing but themselves.
        bold: Writes what is bold, from what is in it.
        link: Writes a link, from its words and its address.
        line_end: A line end that is meant.
        paragraph: Writes a paragraph, from its line.
        items: Writes a list, from its kind, `ul` or `ol`, and its lines.
        gap: Stands between two blocks.
    """

    text: Fill
    bold: Fill
    link: Callable[[str, str], str]
    line_end: str
    paragraph: Fill
    items: Callable[[str, Sequence[str]], str]
    gap: str


class Body(NamedTuple):
    """The words of a message, of its subject line, or of a next step."""

    blocks: list[Block]

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots, each once, in reading order."""
        return tuple(dict.fromkeys(name for line in lines(self.blocks) for name in slots(line)))

    @property
    def texts(self) -> Iterator[str]:
        """What is written in the template itself: no facts, no slots."""
        return (leaf for line in lines(self.blocks) for leaf in leaves(line) if isinstance(leaf, str))

    def settled(self, fact: Fill, is_known: Callable[[str], bool] = bool) -> Body:
        """Put values in the place of facts, and write out each link whose address has a slot that is not known."""
        return Body(changed(self.blocks, lambda line: settled(line, fact, is_known)))

    def written(self, form: Form, slot: Fill, address: Fill | None = None) -> str:
        """Write it in a form, with what `slot` gives for a slot's name among words, and `address` in an address."""
        write = _Writer(form, slot, address or slot)
        return form.gap.join(map(write.block, self.blocks))

    def plain(self, slot: Fill) -> str:
        """Write it as plain text: dashes for bullets, addresses after the words that lead to them."""
        return self.written(PLAIN, slot)

    def html(self, slot: Fill, address: Fill | None = None) -> str:
        """Write it as HTML."""
        return self.written(HTML, slot, address)

    def markdown(self, slot: Fill, address: Fill | None = None) -> str:
        """Write it as Markdown."""
        return self.written(MARKDOWN, slot, address)


def token(name: str) -> str:
    """Give a slot as it is written in a template: the form that a page's script and `catalogue.json` start from."""
    return f"{{{{ {name} }}}}"


def literal(text: str) -> str:
    """Write words as Markdown that shows exactly these words."""
    return _first_word(_inside(text))


class _Writer(NamedTuple):
    form: Form
    slot: Fill
    address: Fill

    def block(self, block: Block) -> str:
        if "p" in block:
            return self.form.paragraph(self.line(block["p"]))
        kind, held = ("ul", block["ul"]) if "ul" in block else ("ol", block["ol"])
        return self.form.items(kind, [*map(self.line, held)])

    def line(self, line: Line) -> str:
        return "".join(map(self.node, line))

    def node(self, node: Node) -> str:
        if isinstance(node, str):
            return self.form.text(node)
        if "b" in node:
            return self.form.bold(self.line(node["b"]))
        if "a" in node:
            return self.form.link(self.line(node["a"]), "".join(map(self.in_address, leaves(node["to"]))))
        return self.form.line_end if "br" in node else self.slot(_name(node))

    def in_address(self, leaf: Leaf) -> str:
        if isinstance(leaf, str):
            return leaf
        return "" if "br" in leaf else self.address(_name(leaf))


def _name(node: Slot | Fact) -> str:
    return node["slot"] if "slot" in node else f"store.{node['fact']}"


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def _inside(text: str) -> str:
    return READ_AS_MARKDOWN.sub(ESCAPED, text)


def _first_word(line: str) -> str:
    return BEGINS_A_BLOCK.sub(r"\1\\", line)


def _listed(kind: str, items: Iterable[str]) -> str:
    bulleted = ((f"{number}. " if kind == "ol" else "- ", item) for number, item in enumerate(items, start=1))
    return "\n".join(bullet + item.replace("\n", "\n" + " " * len(bullet)) for bullet, item in bulleted)


def _html(line_end: str) -> Form:
    def items(kind: str, items: Sequence[str]) -> str:
        return line_end.join([f"<{kind}>", *(f"<li>{item}</li>" for item in items), f"</{kind}>"])

    return Form(
        text=lambda text: escape(_on_one_line(text), quote=False),
        bold=lambda words: f"<strong>{words}</strong>",
        link=lambda words, address: f'<a href="{escape(address)}">{words}</a>',
        line_end=f"<br>{line_end}",
        paragraph=lambda line: f"<p>{line}</p>",
        items=items,
        gap=line_end,
    )


PLAIN = Form(
    text=_on_one_line,
    bold=str,
    link=lambda words, address: f"{words} ({address})",
    line_end="\n",
    paragraph=str,
    items=_listed,
    gap="\n\n",
)
HTML = _html("\n")
HTML_LINE = HTML._replace(paragraph=str)  # for a subject, or one sentence
HTML_ON_ONE_LINE = _html("")  # for tools that may show a line end between tags
MARKDOWN = Form(
    text=_inside,
    bold=lambda words: f"**{words}**",
    link=lambda words, address: f"[{words}]({PARENTHESIS.sub(ESCAPED, _inside(address))})",
    line_end="\\\n",
    paragraph=_first_word,
    items=lambda kind, items: _listed(kind, map(_first_word, items)),
    gap="\n\n",
)
MARKDOWN_ON_ONE_LINE = MARKDOWN._replace(text=lambda text: _inside(_on_one_line(text)))
