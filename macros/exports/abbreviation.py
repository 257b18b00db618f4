"""What an agent types for a reply in a text expander.

It follows from the id alone, so it stays the same from build to build. No abbreviation is the beginning of another:
most expanders write the reply at once, and the longer one could never be typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.exports.reply import Reply

# A stage and a milestone may share a name.
PREFIXES = {"scenarios": ":co", "stages": ":cs", "milestones": ":cm"}


def abbreviation(reply: Reply) -> str:
    """For example `:co-change-request.window-open.email`."""
    template = reply.template.id.rpartition("/")[2]
    return f"{PREFIXES[reply.entry.kind]}-{reply.entry.name}.{template}.{reply.channel}"
