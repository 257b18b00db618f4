"""The desk in the browser: the compiled words, what the triage has learned, and the library that counts text messages.

The words are no part of the engine's version, so that an edit of them makes no new memory snapshot. The worker
fetches them at a desk's first question, from `assets/desk/<hash>/`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from macros import paths
from macros.browser.cache import cached
from macros.browser.contents import PACKED
from macros.catalogue import compiled
from macros.catalogue.read import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "assets/desk"
KIND = "desk"
SEGMENTS = "sms-segments-calculator"
ENTRY = "./SegmentedMessage"
SPLITTER = "grapheme-splitter"
NODE_STYLE = """\
const modules = {{
{modules}
}};
const made = {{}};
const require = (name) => {{
  if (!made[name]) modules[name]((made[name] = {{ exports: {{}} }}).exports, require, made[name]);
  return made[name].exports;
}};
export const {{ SegmentedMessage }} = require("{entry}");
"""


def address() -> str:
    """Where the words are, relative to the root of the site; another address for other words."""
    content = hashlib.sha256()
    for name, text in _contents().items():
        content.update(f"{name}\n".encode() + text)
    return f"{FOLDER}/{content.hexdigest()[:12]}/"


def pages() -> dict[str, dict[str, str]]:
    """The pages that answer general questions: title and address of each."""
    titles = json.loads(_contents()[compiled.WORDS_FILE])["pages"]
    return {name: {"title": title, "address": f"{name.rpartition('/')[2]}/"} for name, title in titles.items()}


def publish(site_dir: Path) -> None:
    """Write the words and the library into a built site.

    Raises:
        SystemExit: when the npm packages are not installed, saying what to run.
    """
    version = address().rstrip("/").rpartition("/")[2]
    shutil.copytree(cached(KIND, version, _pack), site_dir / FOLDER / version, dirs_exist_ok=True)
    (site_dir / FOLDER / "sms-segments.js").write_text(segments_module(), encoding="utf-8")


def _pack(folder: Path) -> None:
    folder.mkdir()
    for name, text in _contents().items():
        (folder / f"{name}{PACKED}").write_bytes(gzip.compress(text, compresslevel=9, mtime=0))


def segments_module() -> str:
    """The library that counts the segments of a text message, as one module for a browser: npm has none in it.

    Raises:
        SystemExit: when the npm packages are not installed, saying what to run.
    """
    folder, splitter = paths.NODE_MODULES / SEGMENTS / "dist/libs", paths.NODE_MODULES / SPLITTER
    if not (folder.exists() and splitter.exists()):
        raise SystemExit("The npm packages are not installed; run `make build`, which installs them.")
    sources = {f"./{path.stem}": path for path in sorted(folder.glob("*.js"))} | {SPLITTER: splitter / "index.js"}
    modules = "\n".join(_wrapped(name, path) for name, path in sources.items())
    license_text = (splitter / "LICENSE").read_text(encoding="utf-8").strip()
    head = f"/*! {SEGMENTS} (MIT) with {SPLITTER}:\n{license_text}\n*/\n"
    return head + NODE_STYLE.format(modules=modules, entry=ENTRY)


def _wrapped(name: str, path: Path) -> str:
    code = re.sub(r"^//# sourceMappingURL=.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return f'"{name}": (exports, require, module) => {{\n{code}}},'


def _contents() -> Mapping[str, bytes]:
    return _read(tuple((path, path.stat().st_mtime_ns) for path in sorted(paths.WORDS.rglob("*")) if path.is_file()))


@lru_cache(maxsize=1)
def _read(_state: tuple[tuple[Path, int], ...]) -> dict[str, bytes]:
    """Read the compiled files; words edited since are compiled anew, and what was learned of those left is kept."""
    folder = paths.WORDS / "compiled"
    contents = {name: (folder / name).read_bytes() for name in (compiled.WORDS_FILE, compiled.MODEL_FILE)}
    words = read().words if compiled.are_words_stale() else None
    if words:
        anew = compiled.words_as_data(words)
        learned = compiled.known_places(json.loads(contents[compiled.MODEL_FILE]), anew)
        contents = {compiled.WORDS_FILE: _encoded(anew), compiled.MODEL_FILE: _encoded(learned)}
    return contents


def _encoded(data: dict[str, Any]) -> bytes:
    return compiled.as_json(data).encode()
