"""The catalogue in each tool's own format and syntax: `exports/<tool>/…` on the site, one zip, and a manifest.

One module for each tool; every one gives a `TOOL` and makes its files from the same list of replies.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from macros.exports import chatwoot, django_helpdesk, freshdesk, front, gorgias, helpscout, intercom, zammad, zendesk
from macros.exports.manifest import as_json, manifest
from macros.exports.tool import Tool, as_zip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.catalogue import Catalogue
    from macros.facts import Store

__all__ = ["TOOLS", "Tool", "all_files", "made", "publish"]

TOOLS: tuple[Tool, ...] = (
    gorgias.TOOL,
    zendesk.TOOL,
    helpscout.TOOL,
    freshdesk.TOOL,
    front.TOOL,
    intercom.TOOL,
    chatwoot.TOOL,
    zammad.TOOL,
    django_helpdesk.TOOL,
)
FOLDER, EVERYTHING, MANIFEST, CHECKSUMS = "exports", "everything.zip", "manifest.json", "SHA256SUMS"

_MADE: WeakKeyDictionary[Catalogue, dict[str, bytes]] = WeakKeyDictionary()


def all_files(catalogue: Catalogue, store: Store) -> dict[str, bytes]:
    """Every file below `exports/`, by its path there.

    Raises:
        ExportError: when a text would be read as a tool's syntax.
    """
    by_tool = {tool.id: tool.files(catalogue, store) for tool in TOOLS}
    files = {f"{tool}/{name}": content for tool, found in by_tool.items() for name, content in found.items()}
    files[MANIFEST] = as_json(manifest(catalogue))
    sums = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    files[CHECKSUMS] = sums.encode()
    return {EVERYTHING: as_zip(files), **files}


def made(catalogue: Catalogue, store: Store) -> Mapping[str, bytes]:
    """The same, made once for a catalogue: the pages name the files that are then published."""
    if catalogue not in _MADE:
        _MADE[catalogue] = all_files(catalogue, store)
    return _MADE[catalogue]


def publish(site_dir: Path, catalogue: Catalogue, store: Store) -> None:
    """Write them into a built site."""
    for name, content in made(catalogue, store).items():
        path = site_dir / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
