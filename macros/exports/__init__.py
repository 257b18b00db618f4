"""The catalogue in each tool's own format and syntax: `exports/<tool>/…` on the site, one zip, and a manifest.

One module for each tool; every one gives a `TOOL` and makes its files from the same list of replies.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.exports.manifest import manifest
from macros.exports.reply import ExportError
from macros.exports.tool import Tool, as_json, as_zip
from macros.exports.tools import (
    alfred,
    chatwoot,
    django_helpdesk,
    espanso,
    freshdesk,
    front,
    gorgias,
    helpscout,
    intercom,
    plain,
    raycast,
    skill,
    textexpander,
    zammad,
    zendesk,
)

if TYPE_CHECKING:
    from pathlib import Path

    from facts.schema import Store
    from macros.catalogue.model import Catalogue

__all__ = ["TOOLS", "Tool", "all_files", "made_once", "publish"]

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
    espanso.TOOL,
    textexpander.TOOL,
    raycast.TOOL,
    alfred.TOOL,
    plain.TOOL,
    skill.TOOL,
)
FOLDER, EVERYTHING, MANIFEST, CHECKSUMS = "exports", "everything.zip", "manifest.json", "SHA256SUMS"


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


@lru_cache(maxsize=1)
def made_once(catalogue: Catalogue, store: Store) -> dict[str, bytes]:
    """All files of a build: its pages name them before `publish` writes them. Each build makes them anew.

    Raises:
        SystemExit: when a text cannot be exported, saying which and what to change.
    """
    try:
        return all_files(catalogue, store)
    except ExportError as error:
        raise SystemExit(f"exports: {error}") from None


def publish(site_dir: Path, catalogue: Catalogue, store: Store) -> None:
    """Write them into a built site."""
    for name, content in made_once(catalogue, store).items():
        path = site_dir / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
