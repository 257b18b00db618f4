"""Fill a message: facts with the store's, slots with the order's, and what is not known stays a visible blank."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facts.lookup import look_up
from words.message import HTML, MARKDOWN, PLAIN, Body
from words.signs import is_address, one_line
from words.sms import IN_SHORT_ALPHABET
from words.tree import changed, leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from facts.schema import Store
    from words.catalogue import Words
    from words.tree import Leaf


class Filled(NamedTuple):
    """A message ready to send.

    Attributes:
        channel: `email`, `sms` or `chat`.
        subject: The subject line; None for a channel without one.
        plain: The text, for the plain half of the clipboard.
        html: The same for the rich half; every value is escaped.
        markdown: The same for a document.
    """

    channel: str
    subject: str | None
    plain: str
    html: str
    markdown: str


class Filling:
    """Fills messages with one store's facts and one order's values."""

    def __init__(self, store: Store, words: Words, values: Mapping[str, str]) -> None:
        self._store, self._words = store, words
        self._values = {name: text for name, value in values.items() if (text := one_line(value))}

    def plain(self, body: Body) -> str:
        """Fill a body as plain text."""
        return body.settled(self._fact).plain(self._value)

    def message(self, channel: str, subject: Body | None, body: Body) -> Filled:
        """Fill one channel of a template.

        A link whose address is not known is its words with the address's blank behind them, as in the plain text.
        """
        told = self.plain(subject) if subject and channel == "email" else None
        text = body.settled(self._fact, self._is_known)
        if channel == "sms":
            text = Body(changed(text.blocks, lambda line: [self._short(leaf) for leaf in leaves(line)]))
        html = text.html(self._marked, self._value)
        return Filled(channel, told, text.plain(self._value), html, text.markdown(self._escaped, self._value))

    def missing(self, bodies: Iterable[Body]) -> list[str]:
        """List the slots that no value is known for, each once, in reading order."""
        names = dict.fromkeys(name for body in bodies for name in body.slots)
        return [name for name in names if not self._is_known(name)]

    def _is_known(self, name: str) -> bool:
        return name in self._values and (not self._words.slots[name].link or is_address(self._values[name]))

    def _fact(self, path: str) -> str:
        return look_up(self._store, path)

    def _value(self, name: str) -> str:
        return self._values[name] if self._is_known(name) else self._words.slots[name].blank

    def _escaped(self, name: str) -> str:
        return MARKDOWN.text(self._value(name))

    def _short(self, leaf: Leaf) -> Leaf:
        """Give what a leaf says in characters that keep a segment of a text message at its full length."""
        if not isinstance(leaf, str) and "slot" in leaf and self._is_known(leaf["slot"]):
            leaf = self._value(leaf["slot"])
        return PLAIN.text(leaf).translate(IN_SHORT_ALPHABET) if isinstance(leaf, str) else leaf

    def _marked(self, name: str) -> str:
        """Give the value in HTML, marked, so that a page can show a blank as one."""
        kind = "filled" if self._is_known(name) else "blank"
        return f'<span data-{kind}="{name}">{HTML.text(self._value(name))}</span>'
