"""Chatwoot: canned responses in Markdown, and macros that lay a reply's next steps beside a conversation.

A macro of Chatwoot sends its message at once, and every reply has blanks that an agent must fill first. So a macro
sends nothing: it labels the conversation and writes the steps and the short codes as a private note.
Facts about its variables and formats, with their sources: docs/exports/chatwoot.md.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from macros.exports.reply import Dialect, ExportError, replies
from macros.exports.tool import Tool, as_json
from words.message import literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

# Besides its own variables Chatwoot reads Liquid, and leaves both alone inside backticks.
DIALECT = Dialect(
    tokens={"customer.first_name": "{{contact.first_name}}", "agent.first_name": "{{agent.first_name}}"},
    looks_alike=re.compile(r"\{\{|\}\}|\{%|%\}|`"),
)


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    found = replies(catalogue)
    by_template = groupby(found, key=lambda reply: reply.template.id)
    return {
        "canned_responses.json": as_json([canned_response(reply) for reply in found]),
        "macros.json": as_json([macro(list(channels)) for _, channels in by_template]),
    }


def canned_response(reply: Reply) -> dict[str, str]:
    """One canned response as the API takes it."""
    return {"short_code": short_code(reply), "content": reply.markdown(DIALECT)}


def short_code(reply: Reply) -> str:
    """What an agent types after a slash; our id, in which a slash of its own would end it."""
    return reply.id.replace("/", ".")


def macro(channels: Sequence[Reply]) -> dict[str, Any]:
    """One macro as the API takes it, for all channels of a template."""
    entry, template = channels[0].entry, channels[0].template
    actions = [
        {"action_name": "add_label", "action_params": [entry.name]},
        {"action_name": "add_private_note", "action_params": [_note(channels)]},
    ]
    return {"name": f"{entry.title} – {template.title}", "visibility": "global", "actions": actions}


def _note(channels: Sequence[Reply]) -> str:
    template = channels[0].template
    codes = [f"- {reply.message.label}: /{short_code(reply)}" for reply in channels]
    steps = [f"- {literal(step)}" for step in template.next_steps]
    note = "\n".join([f"**{literal(template.title)}**", "", *codes, "", "Next steps:", "", *steps])
    alike = DIALECT.looks_alike.search(note) if DIALECT.looks_alike else None
    if alike:
        raise ExportError(f"{template.id}: {alike[0]!r} would be read as a placeholder: write it otherwise")
    return note


TOOL = Tool("chatwoot", "Chatwoot", DIALECT, files, form="markdown")
