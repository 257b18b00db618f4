"""What the reckoning in the browser is made from, and the name of that content."""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

from macros import paths

HERE = Path(__file__).resolve().parent
PYODIDE = paths.NODE_MODULES / "pyodide"
SHARED = paths.DOCS / "assets" / "eta"
WORKER = [SHARED / name for name in ("worker.js", "files.js", "prepare.js", "sparse.js")]
FACTS = ("store.toml", "holidays.toml")
TOOLS = ("hatchling", "pyodide-build", "pyodide-lock", "tzdata")


def modules() -> list[Path]:
    """The modules that the terminal, the build and the browser share."""
    return sorted(paths.SCRIPTS.glob("*.py"))


def facts() -> list[Path]:
    """The facts that travel beside them; a store without public holidays has no file for them."""
    return [path for name in FACTS if (path := paths.FACTS / name).exists()]


def version() -> str:
    """A name that changes whenever anything the files are made from changes: 12 hexadecimal digits."""
    sources = [*modules(), *facts(), paths.SCRIPTS / "pyproject.toml", *WORKER]
    content = hashlib.sha256()
    for path in [*sources, *sorted(HERE.iterdir()), PYODIDE / "package.json"]:
        if path.is_file():
            content.update(f"{path.name}\n".encode() + path.read_bytes())
    content.update(" ".join(f"{tool} {metadata.version(tool)}" for tool in TOOLS).encode())
    return content.hexdigest()[:12]
