"""Fill a text's tokens: facts with the store's, slots with the order's, and what is not known stays a visible blank."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from facts.lookup import look_up

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from facts.schema import Store
    from words.catalogue import Words

TOKEN = re.compile(r"\{\{ ([a-z][a-z0-9_.-]*) \}\}")
LINK = re.compile(r'<a data-href="([^"]*)">(.*?)</a>')
MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\((\{\{[^)]*\}\})\)")
ADDRESS_OR_TOKEN = re.compile(rf'data-href="([^"]*)"|{TOKEN.pattern}')
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~&-]|(?<=\d)\.(?!\S))")  # with the point that makes "1. Luna" a list
# Whatever a person types is one line of text: no control characters, none that turn the reading direction around.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ue000-\uf8ff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]+"
)
JOINERS_AND_SPACES = " \u200c\u200d"  # they join letters and emoji, and mean nothing where a text begins or ends
LONGEST = 2000  # characters in one slot
# One character outside GSM-7 more than halves every segment (3GPP TS 23.038); typographic ones are replaced.
GSM_7 = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " "})


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
    """Fills texts with one store's facts and one order's values."""

    def __init__(self, store: Store, words: Words, values: Mapping[str, str]) -> None:
        self._store, self._words = store, words
        self._values = {name: text for name, value in values.items() if (text := one_line(value))}

    def plain(self, text: str) -> str:
        """Fill a plain text."""
        return TOKEN.sub(lambda found: self._value(found[1]), text)

    def sms(self, text: str) -> str:
        """Fill a text message, in characters that keep a segment at its full length."""
        return self.plain(text).translate(GSM_7)

    def html(self, text: str) -> str:
        """Fill a text in HTML; a blank is marked, so that a page can show it as one.

        A link whose address is not known is its words with the address's blank behind them, as in the plain text.
        """
        linked = LINK.sub(lambda found: found[0] if self._address(found[1]) else _unlinked(*found.groups()), text)
        return ADDRESS_OR_TOKEN.sub(lambda found: self._html(found[2]) if found[2] else self._address(found[1]), linked)

    def markdown(self, text: str) -> str:
        """Fill a text in Markdown, its links as in HTML."""
        linked = MARKDOWN_LINK.sub(lambda m: m[0] if self._address(m[2]) else _unlinked(m[2], m[1]), text)
        return TOKEN.sub(lambda found: escaped(self._value(found[1])), linked)

    def message(self, channel: str, subject: str | None, texts: Mapping[str, str]) -> Filled:
        """Fill one channel of a template."""
        plain: Callable[[str], str] = self.sms if channel == "sms" else self.plain
        told = self.plain(subject) if subject and channel == "email" else None
        said = plain(texts["plain"])
        if channel == "sms":
            return Filled(channel, None, said, f"<p>{html.escape(said, quote=False)}</p>", escaped(said))
        return Filled(channel, told, said, self.html(texts["html"]), self.markdown(texts["markdown"]))

    def missing(self, text: str) -> list[str]:
        """List the slots of a text that no value is known for, each once, in reading order."""
        names = dict.fromkeys(TOKEN.findall(text))
        return [name for name in names if not name.startswith("store.") and not self._known(name)]

    def _known(self, name: str) -> bool:
        return name in self._values and (not self._words.slots[name].link or is_address(self._values[name]))

    def _value(self, name: str) -> str:
        if name.startswith("store."):
            return look_up(self._store, name.removeprefix("store."))
        return self._values[name] if self._known(name) else self._words.slots[name].blank

    def _html(self, name: str) -> str:
        value = html.escape(self._value(name), quote=False)
        if name.startswith("store."):
            return value
        kind = "filled" if self._known(name) else "blank"
        return f'<span data-{kind}="{name}">{value}</span>'

    def _address(self, text: str) -> str:
        known = all(name.startswith("store.") or self._known(name) for name in TOKEN.findall(text))
        return f'href="{html.escape(self.plain(text))}"' if known else ""


def _unlinked(address: str, shown: str) -> str:
    return shown if shown == address else f"{shown} ({address})"


def escaped(text: str) -> str:
    """Escape a text for Markdown."""
    return MARKDOWN.sub(r"\\\1", text)


def one_line(value: str) -> str:
    """Give a value as one line of visible text of at most 2,000 characters."""
    return " ".join(UNSEEN.sub(" ", value[: LONGEST * 4]).split())[:LONGEST].strip(JOINERS_AND_SPACES)


def is_address(value: str) -> bool:
    """Say whether a value may become a link: an http or https address without spaces or quotes."""
    return re.fullmatch(r"https?://[^\s\"'<>]+", value) is not None
