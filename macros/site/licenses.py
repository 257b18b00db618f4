"""The licenses of all that a site carries, in `licenses.txt`: several ask that their text goes with each copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros import paths
from macros.site.carried import FROM_PYTHON, Carried, from_npm, from_python, python

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FILE = "licenses.txt"
TEXTS = paths.ROOT / "macros" / "site" / "texts"  # for what comes without its license, by the id of that: MPL-2.0.txt
COMMENT = re.compile(r"/\*[!*].*?\*/", re.DOTALL)
KEPT_BY = ("/*!", "@license")  # what a note begins with or says that shortening a script must leave in it
LINE = "=" * 80
HEAD = f"""\
What this site carries, and under which license
{LINE}

The replies, the pages and their scripts are the playbook's own, under the license that comes first. What others made
follows, each with its version, where its source is, and its license. Pyodide's WebAssembly holds Python, and parts of
Emscripten, musl, zlib, bzip2 and libffi, whose licenses stand with its source.
"""


def write_licenses(site: Path, npm: Iterable[str]) -> None:
    """Write the file into a site that carries npm packages, the theme, a time zone and Python.

    Raises:
        SystemExit: when a license is not to be found, saying what to do.
    """
    found = with_texts([*map(from_npm, sorted(npm)), python(), *map(from_python, FROM_PYTHON)])
    own = (paths.ROOT / "LICENSE").read_text(encoding="utf-8")
    parts = [HEAD, _part("Custom Order Support Playbook", own), *_parts(found), *_notes(site)]
    (site / FILE).write_text("\n".join(parts), encoding="utf-8")


def with_texts(carried: list[Carried]) -> list[Carried]:
    """What is carried, each with a text: its own, that of another under the same license, or one of `TEXTS`."""
    known = {found.license: found.texts for found in carried if found.texts}
    return [found if found.texts else found._replace(texts=_text_for(found, known)) for found in carried]


def _text_for(found: Carried, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    kept = TEXTS / f"{found.license or found.name}.txt"
    if found.license in known:
        return known[found.license]
    if kept.exists():
        return (kept.read_text(encoding="utf-8"),)
    raise SystemExit(
        f"The site carries {found.name} {found.version}, which comes without the text of its license"
        f" ({found.license or 'not named'}); put that text into {paths.shown(kept)}."
    )


def _parts(carried: Iterable[Carried]) -> Iterator[str]:
    """A part for each; a text that stands above already is named by where."""
    above: dict[str, str] = {}
    for name, version, license_, source, texts in carried:
        said = [f"As above, under {above[text]}.\n" if text in above else text for text in texts]
        above = {**dict.fromkeys(texts, name), **above}
        yield _part(f"{name} {version}", f"License: {license_}\nSource: {source}\n\n" + "\n".join(said))


def _notes(site: Path) -> Iterator[str]:
    """What scripts and styles say of themselves, and of others in them, each note once."""
    scripts = (path for path in sorted(site.rglob("*")) if path.suffix in {".js", ".mjs", ".css"})
    noted = {note: path.name for path in scripts for note in COMMENT.findall(path.read_text(encoding="utf-8"))}
    kept = [(name, note) for note, name in noted.items() if note.startswith(KEPT_BY[0]) or KEPT_BY[1] in note]
    yield from (_part(f"In {name}", note + "\n") for name, note in kept)


def _part(title: str, text: str) -> str:
    return f"{LINE}\n{title}\n{LINE}\n\n{text}"
