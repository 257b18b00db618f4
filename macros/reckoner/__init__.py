"""The reckoning in the browser: `scripts/` as a wheel, the facts beside it, and Pyodide to run them.

It is written into the site once for each content, below `assets/reckoner/<version>/`, and kept in `.cache/` between
builds, so that an edit of the words costs nothing. The browser's side is in `docs/assets/eta/`.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from macros import paths
from macros.reckoner.contents import version

__all__ = ["address", "publish", "version"]

FOLDER = "assets/reckoner"
CACHE = paths.ROOT / ".cache" / "reckoner"
KEPT = 4  # versions in the cache, the newest: those of a few stores, or of a few edits


def address() -> str:
    """Where the files are, relative to the root of the site; another address for another content."""
    return f"{FOLDER}/{version()}/"


def publish(site_dir: Path) -> None:
    """Write the files into a built site, made anew only when their content has changed.

    Raises:
        SystemExit: when the packages they are made from are not installed, or a step fails, saying what to run.
    """
    wanted = CACHE / version()
    if not wanted.exists():
        _make(wanted)
    shutil.copytree(wanted, site_dir / FOLDER / wanted.name, copy_function=_link, dirs_exist_ok=True)
    shutil.copyfile(paths.NODE_MODULES / "ical.js/dist/ical.min.js", site_dir / FOLDER / "ical.min.js")


def _link(source: str, target: str) -> None:
    """Put a file of the cache into the site without copying it, where the disk can."""
    try:
        Path(target).unlink(missing_ok=True)
        Path(target).hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)


def _make(wanted: Path) -> None:
    """Make a version beside the others; it takes its name only when it is whole."""
    from macros.reckoner.steps import make  # noqa: PLC0415 - most builds make nothing

    CACHE.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=CACHE) as folder:
        make(Path(folder) / "new")
        if not wanted.exists():
            (Path(folder) / "new").rename(wanted)
    versions = sorted(CACHE.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in versions[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
