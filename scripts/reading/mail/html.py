"""The text of HTML mail: its lines, and what it quotes marked as plain mail marks it."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from reading.mail.clean import cleaned

if TYPE_CHECKING:
    from reading.mail.tables import Tables

MOST = 100_000  # characters of markup that are read: a style sheet may be long
NAMES = (
    r"html|head|body|div|p|br|span|table|tbody|tr|td|th|a|img|style|script|meta|blockquote|font|b|i|u|strong|em|ul|ol"
    r"|li|h[1-6]|center|pre|hr|title|o:p"
)
TAG = re.compile(rf"</?(?:{NAMES})(?:\s[^<>]*)?/?>|<!--|<!doctype\s", re.IGNORECASE)
STRUCTURE = re.compile(r"<(?:html|body|div|p|table|td|blockquote|span|ul)\b", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
BREAKS = frozenset(
    ("br", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "hr", "center", "blockquote", "pre")
)
GAPS = frozenset(("p", "h1", "h2", "h3"))
VOID = frozenset(("br", "img", "meta", "hr", "link", "input", "col", "area", "base", "wbr"))
SILENT = frozenset(("style", "script", "head", "title", "template"))
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
DEEP = 9  # quotes in quotes


def without_markup(message: str, tables: Tables) -> str:
    """Give the text of a message, whether it is HTML or plain; "<3" and "a < b" are plain."""
    if TAG.search(message[:MOST]):
        reader = _Reader(tables, is_flowing=_is_flowing(message[:MOST]))
        reader.feed(cleaned(message[:MOST]))
        reader.close()
        return reader.text()
    return ENTITY.sub(lambda found: html.unescape(found[0]), message) if "&" in message else message


def _is_flowing(message: str) -> bool:
    """Say whether breaks of the source mean nothing: not below a plain head of several lines."""
    found = STRUCTURE.search(message)
    return found is not None and "\n" not in message[: found.start()].strip()


class _Reader(HTMLParser):
    """Collects lines; a quote's begin with `>`, and `-- ` stands above a signature.

    `inside` holds the elements whose end matters, each with what it is and how many of its name are open in it.
    """

    def __init__(self, tables: Tables, *, is_flowing: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.tables, self.is_flowing = tables, is_flowing
        self.lines: list[str] = []
        self.line: list[str] = []
        self.inside: list[list[str | int]] = []
        self.quotes = self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "@" in tag or tag.startswith("http"):  # an address in angle brackets
            self.handle_data(self.get_starttag_text() or "")
            return
        if tag == "body":
            self.inside, self.quotes, self.silent = [], 0, 0
        self._break(tag)
        if tag in {"td", "th"} and self.line:
            self.line.append("\t")
        if tag not in VOID:
            self._enter(tag, {name: value or "" for name, value in attrs})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID or "@" in tag:
            self.handle_starttag(tag, attrs)
        else:
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        if self.inside and self.inside[-1][0] == tag:
            self.inside[-1][2] = int(self.inside[-1][2]) - 1
            if not self.inside[-1][2]:
                kind = self.inside.pop()[1]
                self.quotes -= kind == "quote"
                self.silent -= kind == "silent"

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if self.is_flowing:
            self.line += self._flowing(data)
            return
        first, *later = data.split("\n")
        self.line.append(first)
        for line in later:
            self._end_line()
            self.line.append(line)

    def _flowing(self, data: str) -> list[str]:
        flat = re.sub(r"[ \t\r\n\f]+", " ", data)
        return [flat] if flat.strip(" ") or self.line else []

    def text(self) -> str:
        """Give the lines that were read."""
        self._end_line()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines)).strip("\n")

    def _enter(self, tag: str, attrs: dict[str, str]) -> None:
        kind = self._kind(tag, attrs)
        if kind and len(self.inside) < DEEP:
            self.inside.append([tag, kind, 1])
            self.quotes += kind == "quote"
            self.silent += kind == "silent"
        elif self.inside and self.inside[-1][0] == tag:
            self.inside[-1][2] = int(self.inside[-1][2]) + 1

    def _kind(self, tag: str, attrs: dict[str, str]) -> str:
        classes = {*attrs.get("class", "").split(), attrs.get("id", "")}
        if tag in SILENT or HIDDEN.search(attrs.get("style", "")):
            return "silent"
        if tag == "blockquote" or classes & self.tables.quotes:
            return "quote"
        if classes & self.tables.signatures:
            self._end_line()
            self.lines += ["> -- "] if self.quotes else ["-- "]
        return ""

    def _break(self, tag: str) -> None:
        if tag in BREAKS or tag in GAPS:
            if self.line or tag == "br":
                self._end_line()
            if tag in GAPS and self.lines and self.lines[-1].strip("> "):
                self._end_line()

    def _end_line(self) -> None:
        line = re.sub(r" *\t *", "\t", "".join(self.line)).strip()
        self.lines.append(f"{'>' * self.quotes} {line}".rstrip() if self.quotes else line)
        self.line = []
