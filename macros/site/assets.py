"""What a page loads under an address of its content, so that no page ever meets that of another version.

The folder of our scripts and styles takes the place of `assets/`, at the same depth: modules find each other, and the
root of the site, as before. The engine and the desk's words stay there, each in a folder named by its bytes, as does
the theme.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from macros import paths
from macros.catalogue.content import content_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from macros.site.pages import Pages

FOLDER = "assets"
MADE = ("engine", "desk")
VERSION = "[0-9a-f]" * 12
VERSIONED = re.compile(r"(^|/)[0-9a-f]{12}/")


def version_assets(site: Path, pages: Pages) -> None:
    """Move our scripts and styles in a built site, and let its pages ask for them there."""
    files = own_files(site)
    folder = f"{FOLDER}-{content_name(files, '', site)}"
    for path in files:
        moved = site / folder / path.relative_to(site / FOLDER)
        moved.parent.mkdir(parents=True, exist_ok=True)
        path.replace(moved)
    _remove_empty(site / FOLDER)
    _readdress(pages, folder, [path.relative_to(site / FOLDER).as_posix() for path in files])


def put_back(site: Path, pages: Pages) -> None:
    """Undo `version_assets` in a site that is published once more without being built anew."""
    for folder in site.glob(f"{FOLDER}-{VERSION}"):
        shutil.copytree(folder, site / FOLDER, dirs_exist_ok=True)
        shutil.rmtree(folder)
    pages.edit(lambda text: re.sub(f"{FOLDER}-{VERSION}/", f"{FOLDER}/", text))


def name_by_content(site: Path, pages: Pages) -> None:
    """Name the engine and the desk's words in a built site by their bytes, also where its pages ask for them."""
    made = [folder for kind in MADE for folder in sorted((site / FOLDER / kind).glob(VERSION))]
    names = {f"{folder.parent.name}/{folder.name}/": _renamed(folder) for folder in made}
    address = re.compile("|".join(map(re.escape, names)) or r"(?!)")
    pages.edit(lambda text: address.sub(lambda found: names[found[0]], text))


def _renamed(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    named = folder.with_name(content_name(files, "", folder))
    if named != folder:
        shutil.rmtree(named, ignore_errors=True)  # the same bytes, of a build before this one
        folder.rename(named)
    return f"{named.parent.name}/{named.name}/"


def own_files(site: Path) -> list[Path]:
    """Our scripts, styles, pictures and fonts in a built site that have no version in their address yet."""
    tops = sorted(path.name for path in (paths.DOCS / FOLDER).iterdir())
    found = (path for top in tops for path in sorted((site / FOLDER / top).rglob("*")) if path.is_file())
    return [path for path in found if not VERSIONED.search(path.relative_to(site).as_posix())]


def _remove_empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _readdress(pages: Pages, folder: str, names: Iterable[str]) -> None:
    wanted = "|".join(map(re.escape, names))
    address = re.compile(rf"""((?:href|src)=["']?(?:[^"'\s>]*/)?){FOLDER}/(?={wanted})""")
    pages.edit(lambda text: address.sub(rf"\g<1>{folder}/", text))
