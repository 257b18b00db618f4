"""What every export is made from: one message of a template, rendered with one tool's way to write slots."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from macros.exports.markdown_text import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from macros.catalogue.model import Catalogue, Entry, Message, SlotInfo, Template

# Stands for a slot while a text is escaped, so that a tool's own token is never escaped itself.
FIRST_MARK = 0xF000
MARK = re.compile("([\uf000-\uf8ff])")
HTML_LINK = re.compile('<a href="([^"]*[\uf000-\uf8ff][^"]*)">(.*?)</a>', re.DOTALL)
MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*[\uf000-\uf8ff][^)]*)\)")
TAG_AND_BREAK = re.compile(">\n")
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


@dataclass(frozen=True, eq=False)
class Reply:
    """One message of a template, ready to be exported.

    Attributes:
        id: The template's id and the channel: `scenarios/change-request/window-open/email`.
        marks: The mark of each slot, and the slot of each mark.
    """

    id: str
    entry: Entry
    template: Template
    message: Message
    slots: Mapping[str, SlotInfo]
    marks: Mapping[str, str]

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
        return self._written(self._subject, dialect)

    def plain(self, dialect: Dialect) -> str:
        """The body as plain text."""
        return self._written(self._plain, dialect)

    def html(self, dialect: Dialect) -> str:
        """The body as HTML; a link whose address the tool cannot fill is written out."""
        linked = HTML_LINK.sub(lambda m: self._link(m[0], m[2], m[1], dialect), self._html)
        return self._written(linked, dialect, blank=escape)

    def html_line(self, dialect: Dialect) -> str:
        """The body as HTML without line breaks between its tags, for tools that may show them as lines."""
        return TAG_AND_BREAK.sub(">", self.html(dialect))

    def markdown(self, dialect: Dialect) -> str:
        """The body as Markdown; a link whose address the tool cannot fill is written out."""
        linked = MARKDOWN_LINK.sub(lambda m: self._link(m[0], m[1], m[2], dialect), self._markdown)
        return self._written(linked, dialect)

    # The same for every tool, so rendered once: marks where the slots are.

    @cached_property
    def _subject(self) -> str:
        return self.message.subject.plain(self.marks.__getitem__) if self.message.subject else ""

    @cached_property
    def _plain(self) -> str:
        return self.message.body.plain(self.marks.__getitem__)

    @cached_property
    def _html(self) -> str:
        return self.message.body.html(self.marks.__getitem__, address=self.marks.__getitem__)

    @cached_property
    def _markdown(self) -> str:
        return markdown(self.message.body, self.marks.__getitem__)

    def _link(self, whole: str, text: str, address: str, dialect: Dialect) -> str:
        known = all(self.marks[mark] in dialect.tokens for mark in MARK.findall(address))
        return whole if known else f"{text} ({address})"

    def _written(self, text: str, dialect: Dialect, blank: Callable[[str], str] = str) -> str:
        safe = dialect.escape(text)
        alike = dialect.looks_alike.search(safe) if dialect.looks_alike else None
        if alike:
            raise ExportError(f"{self.id}: {alike[0]!r} would be read as a placeholder: write it otherwise")
        pieces = MARK.split(safe)
        pieces[1::2] = [self._token(self.marks[mark], dialect, blank) for mark in pieces[1::2]]
        return "".join(pieces)

    def _token(self, name: str, dialect: Dialect, blank: Callable[[str], str]) -> str:
        return dialect.tokens.get(name) or blank(self.slots[name].blank)


def replies(catalogue: Catalogue, *channels: str) -> list[Reply]:
    """All messages of the catalogue in its order, or those of some channels."""
    return [reply for reply in _all(catalogue) if not channels or reply.channel in channels]


@lru_cache(maxsize=2)
def _all(catalogue: Catalogue) -> tuple[Reply, ...]:
    """Every reply of a catalogue, kept for the next tool."""
    return tuple(_each(catalogue))


def _each(catalogue: Catalogue) -> Iterator[Reply]:
    marks = {name: chr(FIRST_MARK + at) for at, name in enumerate(catalogue.slots)}
    marks |= {mark: name for name, mark in marks.items()}
    for entry in catalogue.entries:
        for template in entry.templates:
            for message in template.messages:
                yield Reply(f"{template.id}/{message.channel}", entry, template, message, catalogue.slots, marks)
