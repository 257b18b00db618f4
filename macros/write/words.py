"""`python -m macros.write.words`: write `templates/compiled/` anew when the words have changed.

The files are committed, so that a fresh checkout answers on a bare Python.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros import paths
from macros.catalogue.compiled import MODEL_FILE, WORDS_FILE, as_json, compiled_source, source_hash, words_as_data
from macros.catalogue.problem import CatalogueError, Problem
from macros.load import checked
from macros.write.learn.material import source_of

if TYPE_CHECKING:
    from macros.catalogue.read import Words


def stale(words: Words) -> list[Problem]:
    """The compiled files that are damaged or were made from other words than these."""
    now = {WORDS_FILE: source_hash(words.root), MODEL_FILE: source_of(words)}
    return [
        Problem(
            f"templates/compiled/{name}", ("source",), "is damaged, or made from older words; run `make words`", line=1
        )
        for name, source in now.items()
        if compiled_source(words.root / "templates" / "compiled" / name) != source
    ]


def write(root: Path = paths.ROOT) -> list[str]:
    """Write the compiled files that are older than the words; gives their names.

    Raises:
        CatalogueError: when the words cannot be read, or have problems.
    """
    words = checked(root)
    folder = root / "templates" / "compiled"
    folder.mkdir(exist_ok=True)
    old = [Path(problem.file).name for problem in stale(words)]
    for name in old:
        (folder / name).write_text(as_json(_made(name, words)), encoding="utf-8")
    return old


def main() -> int:
    """Write what is older than the words, and say so; 1 when the words have problems."""
    try:
        written = write()
    except CatalogueError as error:
        print(f"{error}\nNothing was written.", file=sys.stderr)
        return 1
    print(f"Written anew: {', '.join(written)}." if written else "The compiled words are those of today.")
    return 0


def _made(name: str, words: Words) -> dict[str, Any]:
    if name == WORDS_FILE:
        return words_as_data(words)
    from macros.write.learn.model import compile_model  # noqa: PLC0415 - scikit-learn is needed only to learn

    return compile_model(words)


if __name__ == "__main__":
    raise SystemExit(main())
