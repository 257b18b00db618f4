"""The catalogue in each tool's own format and syntax: `exports/<tool>/…` on the site, one zip, and a manifest.

One module for each tool; every one gives a `TOOL` and makes its files from the same list of replies.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from macros.exports import gorgias
from macros.exports.manifest import as_json, manifest
from macros.exports.tool import Tool, as_zip

if TYPE_CHECKING:
    from pathlib import Path

    from macros.catalogue import Catalogue

__all__ = ["TOOLS", "Tool", "all_files", "publish"]

TOOLS: tuple[Tool, ...] = (gorgias.TOOL,)
FOLDER, EVERYTHING, MANIFEST, CHECKSUMS = "exports", "everything.zip", "manifest.json", "SHA256SUMS"


def all_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Every file below `exports/`, by its path there.

    Raises:
        ExportError: when a text would be read as a tool's syntax.
    """
    files = {f"{tool.id}/{name}": content for tool in TOOLS for name, content in tool.files(catalogue).items()}
    files[MANIFEST] = as_json(manifest(catalogue))
    sums = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    files[CHECKSUMS] = sums.encode()
    return {**files, EVERYTHING: as_zip(files)}


def publish(site_dir: Path, catalogue: Catalogue) -> None:
    """Write them into a built site."""
    for name, content in all_files(catalogue).items():
        path = site_dir / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
