"""What every export is made from: one message of a template, rendered with one tool's way to write slots."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, NamedTuple

from macros.parts import fill, mark_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from macros.body import Body
    from macros.catalogue import Catalogue, Entry, Message, SlotInfo, Template

# Stands for a slot while a text is escaped, so that a tool's own token is never escaped itself.
FIRST_MARK = 0xF000
MARK = re.compile("[\uf000-\uf8ff]")
HTML_LINK = re.compile('<a href="([\uf000-\uf8ff])">(.*?)</a>', re.DOTALL)
MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\(([\uf000-\uf8ff])\)")
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "custom-order-support-playbook")


class ExportError(ValueError):
    """A text cannot be written in a tool's syntax; the text says which, and what to change."""


class Dialect(NamedTuple):
    """One tool's way to write slots.

    Attributes:
        tokens: The tool's token for each slot that it can fill; every other slot becomes a visible blank.
        looks_alike: What in a text would be read as the tool's syntax; None where nothing would.
        escape: Makes a literal text safe; what still looks alike afterwards is refused.
    """

    tokens: Mapping[str, str]
    looks_alike: re.Pattern[str] | None = None
    escape: Callable[[str], str] = str


class Reply(NamedTuple):
    """One message of a template, ready to be exported.

    Attributes:
        id: The template's id and the channel: `scenarios/change-request/window-open/email`.
        name: What an agent reads in the tool's list.
    """

    id: str
    entry: Entry
    template: Template
    message: Message
    slots: Mapping[str, SlotInfo]

    @property
    def channel(self) -> str:
        """Its channel: `email`, `sms` or `chat`."""
        return self.message.channel

    @property
    def name(self) -> str:
        """Entry, template and channel, in words."""
        return f"{self.entry.title} – {self.template.title} ({self.message.label_in_sentence})"

    @property
    def tags(self) -> tuple[str, ...]:
        """Words to sort by: the kind of entry, its name, the channel."""
        return (self.entry.kind, self.entry.name, self.channel)

    @property
    def uid(self) -> uuid.UUID:
        """An identifier that stays the same from build to build, for tools that want such a one."""
        return uuid.uuid5(NAMESPACE, self.id)

    def used(self) -> tuple[str, ...]:
        """The slots of subject and body."""
        return self.message.slots

    def blanks(self, dialect: Dialect) -> tuple[str, ...]:
        """The slots that a tool cannot fill."""
        return tuple(name for name in self.used() if name not in dialect.tokens)

    def subject(self, dialect: Dialect) -> str:
        """The subject line; empty where the channel has none."""
        body = self.message.subject
        return self._written(body.plain(self._mark), dialect) if body else ""

    def plain(self, dialect: Dialect) -> str:
        """The body as plain text."""
        return self._written(self.message.body.plain(self._mark), dialect)

    def html(self, dialect: Dialect) -> str:
        """The body as HTML; a link whose address the tool cannot fill is written out."""
        text = self.message.body.html(self._mark, address=self._mark)
        return self._written(HTML_LINK.sub(lambda m: self._link(m[0], m[2], m[1], dialect), text), dialect)

    def markdown(self, dialect: Dialect) -> str:
        """The body as Markdown; a link whose address the tool cannot fill is written out."""
        text = _markdown(self.message.body, self._mark)
        return self._written(MARKDOWN_LINK.sub(lambda m: self._link(m[0], m[1], m[2], dialect), text), dialect)

    def _mark(self, name: str) -> str:
        return chr(FIRST_MARK + [*self.slots].index(name))

    def _name(self, mark: str) -> str:
        return [*self.slots][ord(mark) - FIRST_MARK]

    def _link(self, whole: str, text: str, mark: str, dialect: Dialect) -> str:
        return whole if self._name(mark) in dialect.tokens else f"{text} ({mark})"

    def _written(self, text: str, dialect: Dialect) -> str:
        safe = dialect.escape(text)
        alike = dialect.looks_alike.search(safe) if dialect.looks_alike else None
        if alike:
            raise ExportError(f"{self.id}: {alike[0]!r} would be read as a placeholder: write it otherwise")
        return MARK.sub(lambda found: self._token(self._name(found[0]), dialect), safe)

    def _token(self, name: str, dialect: Dialect) -> str:
        return dialect.tokens.get(name) or self.slots[name].blank


def replies(catalogue: Catalogue, *channels: str) -> list[Reply]:
    """All messages of the catalogue in its order, or those of some channels."""
    return [reply for reply in _all(catalogue) if not channels or reply.channel in channels]


def _all(catalogue: Catalogue) -> Iterator[Reply]:
    for entry in catalogue.entries:
        for template in entry.templates:
            for message in template.messages:
                yield Reply(f"{template.id}/{message.channel}", entry, template, message, catalogue.slots)


def _markdown(body: Body, slot: Callable[[str], str]) -> str:
    text, marks = mark_up(body.parts)
    return fill(text, marks, fact=str, slot=slot)
