"""What is expensive to make and seldom changes, cached in `.cache/` under the name of all that it is made from."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from macros import paths

if TYPE_CHECKING:
    from collections.abc import Callable

UNFINISHED = "unfinished-"  # another build may be writing it this very moment
VERSIONS = 4  # of each kind that stay, the newest: those of a few stores, or of a few edits


def cached(kind: str, version: str, make: Callable[[Path], None]) -> Path:
    """The folder of a version, made beside the others when it is missing; it takes its name only when it is whole.

    `make` writes everything into a folder that does not exist yet; the version is a name that changes with the content.
    """
    cache = paths.CACHE / kind
    wanted = cache / version
    if not wanted.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache, prefix=UNFINISHED) as folder:
            make(Path(folder) / "new")
            if not wanted.exists():
                (Path(folder) / "new").rename(wanted)
        _forget_oldest(cache)
    return wanted


def _forget_oldest(cache: Path) -> None:
    whole = (path for path in cache.iterdir() if not path.name.startswith(UNFINISHED))
    versions = sorted(whole, key=lambda path: path.stat().st_mtime, reverse=True)
    for old in versions[VERSIONS:]:
        shutil.rmtree(old, ignore_errors=True)
