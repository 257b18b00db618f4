"""A name of content: what is compiled, learned or cached is named by all it is made from, the code included."""

from __future__ import annotations

import hashlib
from importlib import metadata
from typing import TYPE_CHECKING

from macros import paths

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def content_name(files: Iterable[Path], besides: str, root: Path = paths.ROOT) -> str:
    """12 hexadecimal digits that change whenever files, their names below a root, or what is besides them change."""
    content = hashlib.sha256(f"{besides}\n".encode())
    for path in files:
        content.update(f"{paths.shown(path, root)}\n".encode() + path.read_bytes())
    return content.hexdigest()[:12]


def installed(libraries: Iterable[str]) -> str:
    """The versions of installed libraries, for a name of content that they have a part in."""
    return " ".join(f"{name} {metadata.version(name)}" for name in libraries)
