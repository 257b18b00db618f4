"""The pages of a built site, as text that a step after the build changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def edit_pages(site: Path, change: Callable[[str], str]) -> None:
    """Change the text of each page, and write those that differ then."""
    for page in site.rglob("*.html"):
        edit(page, change)


def edit(path: Path, change: Callable[[str], str]) -> None:
    """Change the text of a file, and write it if it differs then."""
    text = path.read_text(encoding="utf-8")
    if (changed := change(text)) != text:
        path.write_text(changed, encoding="utf-8")
