"""Our scripts and styles under an address of their content, so that no page ever meets those of another version.

The folder takes the place of `assets/`, at the same depth: modules find each other, and the root of the site, as
before. What has a version of its own already, the engine and the desk's words, stays where it is, as does the theme.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros import paths
from macros.catalogue.content import content_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FOLDER = "assets"
VERSIONED = re.compile(r"(^|/)[0-9a-f]{12}/")


def version_assets(site: Path) -> None:
    """Move our scripts and styles in a built site, and let its pages ask for them there."""
    files = own_files(site)
    if not files:
        return  # a second call finds them moved
    folder = f"{FOLDER}-{content_name(files, '', site)}"
    for path in files:
        moved = site / folder / path.relative_to(site / FOLDER)
        moved.parent.mkdir(parents=True, exist_ok=True)
        path.replace(moved)
    _remove_empty(site / FOLDER)
    _readdress(site, folder, [path.relative_to(site / FOLDER).as_posix() for path in files])


def own_files(site: Path) -> list[Path]:
    """Our scripts, styles, pictures and fonts in a built site that have no version in their address yet."""
    tops = sorted(path.name for path in (paths.DOCS / FOLDER).iterdir())
    found = (path for top in tops for path in sorted((site / FOLDER / top).rglob("*")) if path.is_file())
    return [path for path in found if not VERSIONED.search(path.relative_to(site).as_posix())]


def _remove_empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _readdress(site: Path, folder: str, names: Iterable[str]) -> None:
    wanted = "|".join(map(re.escape, names))
    address = re.compile(rf"""((?:href|src)=["']?(?:[^"'\s>]*/)?){FOLDER}/(?={wanted})""")
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(address.sub(rf"\g<1>{folder}/", text), encoding="utf-8")
