"""The catalogue in each tool's own format and syntax: `exports/<tool>/…` on the site, one zip, and a manifest.

One module for each tool; every one gives a `TOOL` and makes its files from the same list of replies.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from macros import paths
from macros.exports import (
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
from macros.exports.manifest import as_json, manifest
from macros.exports.reply import ExportError
from macros.exports.tool import Tool, as_zip
from macros.kept import content_name, kept, link_into

if TYPE_CHECKING:
    from pathlib import Path

    from macros.catalogue import Catalogue
    from macros.facts import Store

__all__ = ["TOOLS", "Tool", "all_files", "folder", "publish", "version"]

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

SOURCES = (paths.WORDS, paths.FACTS, paths.SCRIPTS, paths.ROOT / "macros", paths.DOCS)
READ = (".json", ".jinja", ".md", ".py", ".toml", ".txt", ".yml")

_VERSIONS: WeakKeyDictionary[Catalogue, str] = WeakKeyDictionary()


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


def folder(catalogue: Catalogue, store: Store) -> Path:
    """Where the files of a catalogue are kept: the pages name them, and `publish` links them into the site.

    Raises:
        SystemExit: when a text cannot be exported, saying which and what to change.
    """

    def make(new: Path) -> None:
        try:
            files = all_files(catalogue, store)
        except ExportError as error:
            raise SystemExit(f"exports: {error}") from None
        for name, content in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    return kept(FOLDER, version(catalogue), make)


def version(catalogue: Catalogue) -> str:
    """A name of all that the files are made from: the words, the facts, and the code that writes them."""
    if catalogue not in _VERSIONS:
        read = [path for source in SOURCES for path in source.rglob("*") if path.suffix in READ]
        _VERSIONS[catalogue] = content_name(sorted([*read, *paths.ROOT.glob("LICENSE")]), repr(catalogue))
    return _VERSIONS[catalogue]


def publish(site_dir: Path, catalogue: Catalogue, store: Store) -> None:
    """Write them into a built site."""
    link_into(folder(catalogue, store), site_dir / FOLDER)
