"""What others made and the site carries: its version, its license and where its source is, as its own package says."""

from __future__ import annotations

import json
import re
import sys
import sysconfig
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from macros import paths

if TYPE_CHECKING:
    from collections.abc import Iterable

LICENSE_FILE = re.compile(r"^(?:[^,\n]*/)?(?:LICEN[CS]E|COPYING|NOTICE)[^/,\n]*", re.MULTILINE)
PYODIDE = "pyodide"
# The builder brings the theme: mkdocs-material or zensical, of the same authors. tzdata has the store's time zone.
FROM_PYTHON = ("mkdocs-material", "zensical", "tzdata")
PYTHON_SOURCE = "https://www.python.org/downloads/source/"


class Carried(NamedTuple):
    """A package of others.

    Attributes:
        license: As it names it, with the ids of https://spdx.org/licenses/.
        texts: Of its license files; none where it brings no such file.
    """

    name: str
    version: str
    license: str
    source: str
    texts: tuple[str, ...]


def from_npm(name: str) -> Carried:
    """An installed npm package."""
    folder = paths.NODE_MODULES / name
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    source = package["repository"]["url"].removeprefix("git+").removesuffix(".git")
    files = sorted(path for path in folder.iterdir() if LICENSE_FILE.match(path.name))
    return Carried(name, package["version"], package.get("license", ""), source, _texts(files))


def from_python(name: str) -> Carried:
    """An installed Python package; a theme brings the licenses of its icons too."""
    package = metadata.distribution(name)
    said = package.metadata
    addresses = dict(line.split(", ", 1) for line in said.get_all("Project-URL", []))
    files = sorted(LICENSE_FILE.findall(package.read_text("RECORD") or ""))  # of a theme it names ten thousand icons
    license_ = said.get("License-Expression") or said.get("License") or ""
    texts = _texts(Path(str(package.locate_file(file))) for file in files)
    return Carried(name, package.version, license_, addresses["Source"], texts)


def python() -> Carried:
    """The Python in Pyodide, with its standard library; the license is that of the Python that builds."""
    lock = json.loads((paths.NODE_MODULES / PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix), Path("/usr/share/doc/python3"))
    files = [place / name for place in places for name in ("LICENSE.txt", "LICENSE", "copyright")]
    found = [path for path in files if path.is_file()]
    return Carried("Python", lock["info"]["python"], "PSF-2.0", PYTHON_SOURCE, _texts(found[:1]))


def _texts(files: Iterable[Path]) -> tuple[str, ...]:
    """Each text once: icons of several sets have the same."""
    return tuple(dict.fromkeys(path.read_text(encoding="utf-8") for path in files))
