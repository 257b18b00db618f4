"""Zip files and wheels that are the same bytes for the same content, whenever and wherever they are made.

A zip keeps the time and the permissions of each file, and a compiled module the time of its source. All of them are
said here once: https://reproducible-builds.org/docs/archives/ and https://peps.python.org/pep-0552/.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
UNIX, READABLE = 3, 0o100644  # by whom a file was packed, and a file that its owner may write
COMPILED = ".pyc"
FLAGS = slice(4, 8)  # bytes of a compiled module: how it says what it was made from
BY_HASH_UNCHECKED = (0b01).to_bytes(4, "little")


def write_zip(path: Path, contents: Mapping[str, bytes]) -> None:
    """Pack contents by their names, in the order of these."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(contents):
            packed.writestr(_entry(name), contents[name])


def settle(path: Path) -> None:
    """Pack an archive of compiled modules anew; these name their source by its hash, see `wheel.STILL`."""
    with zipfile.ZipFile(path) as packed:
        contents = {name: packed.read(name) for name in packed.namelist()}
    write_zip(path, {name: _unchecked(name, content) for name, content in contents.items()})


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, FIRST_DAY)
    entry.create_system, entry.external_attr = UNIX, READABLE << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _unchecked(name: str, content: bytes) -> bytes:
    """A compiled module that Python takes as it is: there is no source beside it to compare it with."""
    if not name.endswith(COMPILED):
        return content
    return content[: FLAGS.start] + BY_HASH_UNCHECKED + content[FLAGS.stop :]
