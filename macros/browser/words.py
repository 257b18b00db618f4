"""The desk in the browser: the compiled words, and what the triage has learned.

The words are no part of the engine's version, so that an edit of them makes no new memory snapshot. The worker
fetches them at a desk's first question, from `assets/desk/<hash>/`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from macros import paths
from macros.browser.cache import cached
from macros.browser.contents import PACKED
from macros.catalogue import compiled
from macros.catalogue.read import read
from reading.triage.model import VERSION as LEARNED_VERSION
from words.compiled import read_compiled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "assets/desk"
KIND = "desk"


def address() -> str:
    """Where pages ask for the words, relative to the root of the site, until these are named by their bytes."""
    content = hashlib.sha256()
    for name, text in _contents().items():
        content.update(f"{name}\n".encode() + text)
    return f"{FOLDER}/{content.hexdigest()[:12]}/"


def pages() -> dict[str, dict[str, str]]:
    """The pages that answer general questions: title and address of each."""
    titles = json.loads(_contents()[compiled.WORDS_FILE])["pages"]
    return {name: {"title": title, "address": f"{name.rpartition('/')[2]}/"} for name, title in titles.items()}


def machines() -> dict[str, str]:
    """What a mail is that no customer wrote, by its kind."""
    found: dict[str, str] = json.loads(_contents()[compiled.WORDS_FILE])["phrases"]["machine"]
    return found


def publish(site_dir: Path) -> None:
    """Write the words into a built site."""
    version = address().rstrip("/").rpartition("/")[2]
    shutil.copytree(cached(KIND, version, _pack), site_dir / FOLDER / version, dirs_exist_ok=True)


def _pack(folder: Path) -> None:
    folder.mkdir()
    for name, text in _contents().items():
        (folder / f"{name}{PACKED}").write_bytes(gzip.compress(text, compresslevel=9, mtime=0))


def _contents() -> Mapping[str, bytes]:
    return _read(tuple((path, path.stat().st_mtime_ns) for path in sorted(paths.WORDS.rglob("*")) if path.is_file()))


@lru_cache(maxsize=1)
def _read(_state: tuple[tuple[Path, int], ...]) -> dict[str, bytes]:
    """Read the compiled files; words edited since are compiled anew, and what was learned of those left is kept.

    Raises:
        FactsError: what was learned is missing or damaged.
    """
    folder = paths.WORDS / "compiled"
    learned = read_compiled(str(folder), compiled.MODEL_FILE, LEARNED_VERSION)
    words = read().words if compiled.are_words_stale() else None
    if words:
        anew = compiled.words_as_data(words)
        known = compiled.known_places(learned, anew)
        return {compiled.WORDS_FILE: _encoded(anew), compiled.MODEL_FILE: _encoded(known)}
    return {name: (folder / name).read_bytes() for name in (compiled.WORDS_FILE, compiled.MODEL_FILE)}


def _encoded(data: dict[str, Any]) -> bytes:
    return compiled.as_json(data).encode()
