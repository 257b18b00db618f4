"""What is dear to make and seldom changes, kept in `.cache/` under the name of its content and linked into the site."""

from __future__ import annotations

import hashlib
import shutil
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from macros import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CACHE = paths.ROOT / ".cache"
VERSIONS = 4  # that are kept of each kind, the newest: those of a few stores, or of a few edits


def kept(kind: str, version: str, make: Callable[[Path], None]) -> Path:
    """The folder of a version, made beside the others when it is missing; it takes its name only when it is whole.

    Args:
        kind: the folder in `.cache/`.
        version: a name that changes with the content.
        make: writes everything into a folder that does not exist yet.
    """
    cache = CACHE / kind
    wanted = cache / version
    if not wanted.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache) as folder:
            make(Path(folder) / "new")
            if not wanted.exists():
                (Path(folder) / "new").rename(wanted)
        _forget_oldest(cache)
    return wanted


def content_name(files: Iterable[Path], besides: str) -> str:
    """A name that changes whenever what something is made from changes.

    Args:
        files: of the checkout; their names count as well.
        besides: what it is made from beside files.

    Returns:
        12 hexadecimal digits.
    """
    content = hashlib.sha256(f"{besides}\n".encode())
    for path in files:
        content.update(f"{paths.shown(path)}\n".encode() + path.read_bytes())
    return content.hexdigest()[:12]


def installed(libraries: Iterable[str]) -> str:
    """The versions of installed libraries, for a name of content that they have a part in."""
    return " ".join(f"{name} {metadata.version(name)}" for name in libraries)


def link_into(folder: Path, target: Path) -> None:
    """Put a kept folder's files into the site without copying them, where the disk can."""
    shutil.copytree(folder, target, copy_function=_link, dirs_exist_ok=True)


def _forget_oldest(cache: Path) -> None:
    versions = sorted(cache.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in versions[VERSIONS:]:
        shutil.rmtree(old, ignore_errors=True)


def _link(source: str, target: str) -> None:
    try:
        Path(target).unlink(missing_ok=True)
        Path(target).hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)
