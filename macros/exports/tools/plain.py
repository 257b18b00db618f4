"""Plain files for every tool that imports nothing: text to copy, Markdown to read, CSV and JSON to go on from.

They serve Shopify Inbox, Gmail, Re:amaze, Richpanel and whatever comes: docs/exports/plain.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.exports.readable import BLANKS, entry_page
from macros.exports.reply import replies
from macros.exports.tool import Tool, as_csv, as_json, as_zip

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

VERSION = 1
COLUMNS = ("id", "kind", "entry", "template", "channel", "when", "subject", "text", "blanks")
THICK, THIN = "=" * 80, "-" * 80


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    found = replies(catalogue)
    letters = [letter(reply) for reply in found]
    return {
        "replies.txt": "\n".join(map(_section, found, letters)).encode(),
        "replies.zip": as_zip({f"{reply.id}.txt": text.encode() for reply, text in zip(found, letters, strict=True)}),
        "replies.md": _markdown(catalogue).encode(),
        "replies.csv": as_csv(COLUMNS, [_row(reply) for reply in found]),
        "replies.json": as_json(_data(catalogue, found)),
    }


def letter(reply: Reply) -> str:
    """The subject line, where there is one, and the text."""
    subject = reply.subject(BLANKS)
    return (f"Subject: {subject}\n\n" if subject else "") + reply.plain(BLANKS) + "\n"


def _section(reply: Reply, text: str) -> str:
    return f"{THICK}\n{reply.name}\n{reply.id}\n{THIN}\n\n{text}"


def _markdown(catalogue: Catalogue) -> str:
    pages = (entry_page(catalogue, entry, lambda other: f"*{other.title}*", depth=2) for entry in catalogue.entries)
    return "\n".join(["# Replies\n", *pages])


def _row(reply: Reply) -> tuple[str, ...]:
    when = "; ".join(f"{label} {' / '.join(values)}" for label, values in reply.template.when.items())
    blanks = " ".join(reply.slots[name].blank for name in reply.message.slots)
    about = (reply.id, reply.entry.kind, reply.entry.title, reply.template.title, reply.channel, when)
    return (*about, reply.subject(BLANKS), reply.plain(BLANKS), blanks)


def _data(catalogue: Catalogue, found: list[Reply]) -> dict[str, Any]:
    blanks = {slot.blank: {"slot": slot.name, "meaning": slot.meaning} for slot in catalogue.slots.values()}
    return {"version": VERSION, "blanks": blanks, "replies": [_reply(reply) for reply in found]}


def _reply(reply: Reply) -> dict[str, Any]:
    return {
        "id": reply.id,
        "name": reply.name,
        "entry": reply.entry.title,
        "template": reply.template.title,
        "channel": reply.channel,
        "when": {label: list(values) for label, values in reply.template.when.items()},
        "subject": reply.subject(BLANKS) or None,
        "text": reply.plain(BLANKS),
        "markdown": reply.markdown(BLANKS),
        "html": reply.html(BLANKS),
        "next_steps": list(reply.template.next_steps),
    }


TOOL = Tool("plain", "Text, Markdown, CSV and JSON", BLANKS, files, form="")
