"""Contents as they are compared: what a tool may rewrite without changing what is read falls away."""

from __future__ import annotations

import hashlib
import json
import re
from html import escape
from html.parser import HTMLParser
from typing import Any

LENGTH = 16
# Twenty times the longest reply; a tag that another begins in, or that the text ends in.
LONGEST_HTML = 100_000
UNCLOSED = re.compile(r"<[^<>]*(?:<|\Z)")
# Editors add these to links on their own.
ADDED = {"rel", "target"}
VOID = {"br", "hr", "img"}
BLOCK = re.compile(r" ?(</?(?:p|div|ul|ol|li|br|hr|blockquote|h[1-6]|table|tbody|tr|td|th)(?: [^>]*)?>) ?")


def fingerprint(content: Any) -> str:
    """A short hash of a content."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:LENGTH]


def html_content(html: str) -> str:
    """HTML with one way to write what browsers show alike: spaces, entities, void tags, the order of attributes.

    What no editor writes, and a parser would take long over, stays as it is.
    """
    if len(html) > LONGEST_HTML or UNCLOSED.search(html):
        return html
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:  # what html.parser raises for a marked section that it does not know
        return html
    return BLOCK.sub(r"\1", " ".join("".join(reader.parts).split())).strip()


def text_content(text: str) -> str:
    """Text without spaces at the ends of lines, with one kind of line break."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()


def tags_content(tags: str) -> list[str]:
    """Tags in a fixed order, whether commas or spaces divide them."""
    return sorted(set(tags.replace(",", " ").split()))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = sorted((name, value or "") for name, value in attrs if name not in ADDED)
        self.parts.append(f"<{tag}{''.join(f' {name}="{escape(value)}"' for name, value in kept)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(escape(data, quote=False))
