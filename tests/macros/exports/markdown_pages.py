"""What the tests of pages in Markdown share: the letters that stand on them as quotations."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from tests.macros.exports.reading_back import as_plain


def read(markdown: str) -> str:
    """The words of a letter in Markdown."""
    return as_plain(MarkdownIt("commonmark").render(markdown))


def quoted(page: str) -> list[str]:
    """The letters of a page: each of its quotations."""
    blocks = re.findall(r"(?:^>.*\n?)+", page, re.MULTILINE)
    return [re.sub(r"^> ?", "", block, flags=re.MULTILINE) for block in blocks]
