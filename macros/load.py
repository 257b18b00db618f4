"""The catalogue and the facts: read, checked, derived."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from macros import paths
from macros.catalogue.derive import derive
from macros.catalogue.problem import CatalogueError
from macros.catalogue.read import read
from macros.rules.words import check

if TYPE_CHECKING:
    from pathlib import Path

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.catalogue.read import Words

    type State = tuple[tuple[Path, int], ...]

READ = (paths.WORDS, paths.FACTS, paths.DOCS)


def load(root: Path = paths.ROOT) -> tuple[Catalogue, Store]:
    """Read, check and derive everything below a root: the catalogue, and the store facts it was made from.

    Raises:
        CatalogueError: with every problem, one line each.
    """
    words = checked(root)
    return derive(words), words.store


def checked(root: Path = paths.ROOT) -> Words:
    """Read and check everything below a root.

    Raises:
        CatalogueError: with every problem, one line each.
    """
    words, problems = read(root)
    problems += check(words) if words and not problems else []
    if problems or words is None:
        raise CatalogueError(*problems)
    return words


def current() -> tuple[Catalogue, Store]:
    """The catalogue and facts as they stand on disk, read again only after an edit.

    Raises:
        CatalogueError: with every problem, when they cannot be built.
    """
    return _of_state(_state())


@lru_cache(maxsize=1)
def _of_state(_state: State) -> tuple[Catalogue, Store]:
    return load()


def _state() -> State:
    read = sorted(path for folder in READ for path in folder.rglob("*"))
    return tuple((path, path.stat().st_mtime_ns) for path in read if path.is_file())
