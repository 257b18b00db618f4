"""Pages of the site as Markdown that reads everywhere: without front matter, heading attributes and admonitions."""

from __future__ import annotations

import re
from textwrap import dedent

from macros.exports.readable import quoted

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
NAMED_HEADING = re.compile(r"^(#+ .*?) *\{ *#([\w-]+) *\}$", re.MULTILINE)
ADMONITION = re.compile(r'^!!! \w+ "(.*)"\n((?:(?: {4}.*)?\n)+)', re.MULTILINE)


def portable(page: str) -> str:
    """The page; a heading keeps its name as an anchor, and an admonition is a quotation."""
    text = FRONT_MATTER.sub("", page)
    text = NAMED_HEADING.sub(r'<a id="\2"></a>\n\n\1', text)
    return ADMONITION.sub(lambda found: _quotation(found[1], found[2]), text)


def _quotation(title: str, body: str) -> str:
    return quoted(f"**{title}**\n\n{dedent(body).strip()}") + "\n\n"
