"""What the policy of a page allows, and what the page holds, as a browser reads both."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path


def hashed(text: str) -> str:
    """A source of a policy that allows one text: https://www.w3.org/TR/CSP3/#grammardef-hash-source."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def allowed_and_held(page: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The sources of a page's policy by directive, and those of scripts and styles that it should have."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
    (meta,) = soup.select("meta[http-equiv='Content-Security-Policy']")
    directives = (directive.split() for directive in str(meta["content"]).split("; "))
    scripts = soup.select("script:not([src]):not([type='application/json'])")
    styles = {hashed(str(style.string)) for style in soup.select("style")}
    values = {hashed(str(styled["style"])) for styled in soup.select("[style]")}
    return {name: set(sources) for name, *sources in directives}, {
        "script-src": {"'self'", "'wasm-unsafe-eval'", *(hashed(str(script.string)) for script in scripts)},
        "style-src": {"'self'", *styles, *values, *(["'unsafe-hashes'"] if values else [])},
    }
