"""Where things are, relative to the root of the checkout."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
FACTS = ROOT / "references"
SCRIPTS = ROOT / "scripts"
WORDS = ROOT / "templates"
NODE_MODULES = ROOT / "node_modules"
CACHE = ROOT / ".cache"


def shown(path: Path, root: Path = ROOT) -> str:
    """The path as a person at the root of the checkout would type it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
