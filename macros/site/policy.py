"""The content security policy of each page: it runs the scripts of the site, and of those within the page only its own.

A page is allowed, by hash, exactly what stands in it when it is published: https://www.w3.org/TR/CSP3/#script-src and
https://www.w3.org/TR/CSP3/#unsafe-hashes-usage. While one edits, `mkdocs serve` adds a script of its own to each page;
then the looser policy of `macros/theme/main.html` stays.
"""

from __future__ import annotations

import hashlib
import html
import re
from base64 import b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.site.pages import Pages

POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
LOOSE = "'unsafe-inline'"
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
NOT_RUN = re.compile(r"""\bsrc=|\btype=["']?application/json""")  # a file, or data
STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
STYLED = re.compile(r"""<[a-z][^<>]*?\sstyle=(?:"([^"]*)"|'([^']*)')""")


def restrict_pages(pages: Pages) -> None:
    """Write its policy into each page of a built site; a second call finds it there."""
    pages.edit(restricted)


def restricted(page: str) -> str:
    """A page with the policy that fits it."""
    return POLICY.sub(lambda found: f"{found[1]}{policy(found[2], page)}{found[3]}", page)


def policy(loose: str, page: str) -> str:
    """A policy without what it allows to every page, and with what this page holds."""
    allowed = {"script-src": _hashes(_scripts(page)), "style-src": [*_hashes(STYLE.findall(page)), *_styled(page)]}
    return "; ".join(_directive(directive, allowed) for directive in loose.split("; "))


def _directive(directive: str, allowed: dict[str, list[str]]) -> str:
    name, *sources = directive.split()
    if name not in allowed or LOOSE not in sources:
        return directive
    return " ".join([name, *(source for source in sources if source != LOOSE), *allowed[name]])


def _scripts(page: str) -> list[str]:
    return [code for attributes, code in SCRIPT.findall(page) if not NOT_RUN.search(attributes)]


def _styled(page: str) -> list[str]:
    """What a column of a table is aligned with, for example: an attribute, allowed by the hash of its value."""
    values = STYLED.findall(page) if "style=" in page else []  # few pages have any, and to seek them takes the longest
    hashes = _hashes(html.unescape(double or single) for double, single in values)
    return ["'unsafe-hashes'", *hashes] if hashes else []


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = (hashlib.sha256(text.encode()).digest() for text in dict.fromkeys(texts))
    return [f"'sha256-{b64encode(digest).decode()}'" for digest in digests]
