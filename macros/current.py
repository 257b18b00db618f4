"""The catalogue and the facts as they stand on disk, kept between builds: to read and check them is dear.

Only words that passed every check are kept, under a name that changes with the words, the facts and the code.
"""

from __future__ import annotations

import pickle
from functools import lru_cache
from typing import TYPE_CHECKING

from macros import paths
from macros.derive import load
from macros.kept import content_name, installed, kept

if TYPE_CHECKING:
    from pathlib import Path

    from macros.catalogue import Catalogue
    from macros.facts import Store

    type State = tuple[tuple[Path, int], ...]

KIND, FILE = "catalogue", "catalogue.pickle"
READ = (paths.WORDS, paths.FACTS, paths.DOCS / "stages", paths.DOCS / "scenarios")
READ_BESIDES = (paths.DOCS / "law.md", paths.DOCS / "metrics.md")
CODE = (paths.ROOT / "macros", paths.SCRIPTS)
LIBRARIES = ("jinja2", "markdown-it-py", "pyyaml", "tzdata", "voluptuous")


def current() -> tuple[Catalogue, Store]:
    """The catalogue and facts as they stand on disk, read again only after an edit.

    Raises:
        CatalogueError: with every problem, when they cannot be built.
    """
    return of_state(_state())


@lru_cache(maxsize=1)
def of_state(state: State) -> tuple[Catalogue, Store]:
    """The catalogue and facts of files with their times of change, in nanoseconds; the last is remembered.

    Raises:
        CatalogueError: with every problem, when they cannot be built.
    """
    version = content_name((path for path, _ in state), installed(LIBRARIES))
    found: tuple[Catalogue, Store] = pickle.loads((kept(KIND, version, _make) / FILE).read_bytes())  # noqa: S301 - our own file
    return found


def _state() -> State:
    words = [*READ_BESIDES, *(path for folder in READ for path in folder.rglob("*"))]
    code = [path for folder in CODE for path in folder.rglob("*.py")]
    return tuple((path, path.stat().st_mtime_ns) for path in sorted([*words, *code]) if path.is_file())


def _make(folder: Path) -> None:
    catalogue, store = load()
    folder.mkdir()
    (folder / FILE).write_bytes(pickle.dumps((catalogue, store)))
