"""Where the engine, the desk's words and our scripts are in a built site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def address_of(site: Path) -> str:
    """The folder of the engine's files, relative to the root of the site."""
    return _said(site, "engine")


def version_of(site: Path) -> str:
    """The version that the folder is named after."""
    return address_of(site).split("/")[-2]


def words_of(site: Path) -> str:
    """The folder of the desk's words, likewise."""
    return _said(site, "words")


def assets_of(site: Path) -> str:
    """The folder of our scripts and styles, likewise."""
    (folder,) = site.glob("assets-*")
    return folder.name


def _said(site: Path, name: str) -> str:
    page = (site / "desk" / "index.html").read_text(encoding="utf-8")
    (address,) = set(re.findall(rf'data-{name}="\.\./([^"]+)"', page))
    return str(address)
