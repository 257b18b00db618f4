"""The pages of a built site, as text that the steps after a build change: read once, and written when all is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Pages:
    """The text of each page; what a step changes is on disk after `write`."""

    def __init__(self, site: Path) -> None:
        """Read the pages of a built site."""
        self._read = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
        self._texts = dict(self._read)

    def edit(self, change: Callable[[str], str]) -> None:
        """Change the text of each page."""
        self._texts = {path: change(text) for path, text in self._texts.items()}

    def write(self) -> None:
        """Write those that differ from what is on disk."""
        for path, text in self._texts.items():
            if text != self._read[path]:
                path.write_text(text, encoding="utf-8")
        self._read = dict(self._texts)
