"""The engine in the browser: `scripts/` as a wheel, the facts beside it, and Pyodide to run them.

It is written into the site once for each content, below `assets/engine/<hash>/`, and kept in `.cache/` between
builds, so that an edit of the words costs nothing. The browser's side is in `docs/assets/engine/`.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from macros.browser.cache import cached
from macros.browser.contents import version

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["address", "publish", "version"]

FOLDER = "assets/engine"
KIND = "engine"


def address() -> str:
    """Where pages ask for the files, relative to the root of the site, until these are named by their bytes."""
    return f"{FOLDER}/{version()}/"


def publish(site_dir: Path) -> None:
    """Write the files into a built site, made anew only when their content has changed.

    Raises:
        SystemExit: when the packages they are made from are not installed, or a step fails, saying what to run.
    """
    made = cached(KIND, version(), _make)
    shutil.copytree(made, site_dir / FOLDER / made.name, dirs_exist_ok=True)


def _make(folder: Path) -> None:
    from macros.browser.wheel import make  # noqa: PLC0415 - most builds make nothing

    make(folder)
