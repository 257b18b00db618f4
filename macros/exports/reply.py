"""What every export is made from: one message of a template, rendered with one tool's way to write slots."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from words.message import HTML, HTML_ON_ONE_LINE, MARKDOWN_ON_ONE_LINE, PLAIN

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from macros.catalogue.model import Catalogue, Entry, Message, Template
    from words.catalogue import Slot
    from words.message import Body, Form

# Stands at both ends of a slot's name while a text is escaped, so that a tool's own token is never escaped itself.
MARK = "\0"
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
    """

    id: str
    entry: Entry
    template: Template
    message: Message
    slots: Mapping[str, Slot]

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

    def subject(self, dialect: Dialect) -> str:
        """The subject line; empty where the channel has none."""
        return self._written(self.message.subject, PLAIN, dialect) if self.message.subject else ""

    def plain(self, dialect: Dialect) -> str:
        """The body as plain text."""
        return self._written(self.message.body, PLAIN, dialect)

    def html(self, dialect: Dialect) -> str:
        """The body as HTML; a link whose address the tool cannot fill is written out."""
        return self._written(self.message.body, HTML, dialect, blank=escape)

    def html_line(self, dialect: Dialect) -> str:
        """The body as HTML without line breaks between its tags, for tools that may show them as lines."""
        return self._written(self.message.body, HTML_ON_ONE_LINE, dialect, blank=escape)

    def markdown(self, dialect: Dialect) -> str:
        """The body as Markdown, each paragraph on one line; links as in HTML."""
        return self._written(self.message.body, MARKDOWN_ON_ONE_LINE, dialect)

    def _written(self, body: Body, form: Form, dialect: Dialect, blank: Callable[[str], str] = str) -> str:
        """A body in a form, with the tool's tokens.

        Raises:
            ExportError: when words would be read as the tool's syntax.
        """
        settled = body.settled(str, dialect.tokens.__contains__)
        pieces = settled.written(form, lambda name: f"{MARK}{name}{MARK}").split(MARK)  # words and names in turn
        safe = dialect.escape(MARK.join(pieces[::2]))
        alike = dialect.looks_alike.search(safe) if dialect.looks_alike else None
        if alike:
            raise ExportError(f"{self.id}: {alike[0]!r} would be read as a placeholder: write it otherwise")
        pieces[::2] = safe.split(MARK)
        pieces[1::2] = [dialect.tokens.get(name) or blank(self.slots[name].blank) for name in pieces[1::2]]
        return "".join(pieces)


def replies(catalogue: Catalogue, *channels: str) -> list[Reply]:
    """All messages of the catalogue in its order, or those of some channels."""
    return [reply for reply in _all(catalogue) if not channels or reply.channel in channels]


@lru_cache(maxsize=2)
def _all(catalogue: Catalogue) -> tuple[Reply, ...]:
    """Every reply of a catalogue, kept for the next tool."""
    return tuple(
        Reply(f"{template.id}/{message.channel}", entry, template, message, catalogue.slots)
        for entry in catalogue.entries
        for template in entry.templates
        for message in template.messages
    )
