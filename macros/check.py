"""`python -m macros.check`: every problem of the facts, the words and their tone, and notes on them."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from macros import paths
from macros.catalogue.read import read
from macros.load import problems_of
from macros.rules.stated_time import notes
from macros.rules.tone import lint
from macros.write import schema
from macros.write.words import stale

if TYPE_CHECKING:
    from pathlib import Path

    from macros.catalogue.problem import Problem


def everything(root: Path = paths.ROOT) -> list[Problem]:
    """Every problem below a root; the tone is judged once the words can be read."""
    problems = problems_of(root)
    words = None if problems else read(root).words
    return lint(words) if words else problems


def main() -> int:
    """Print the problems, and what of `templates/compiled/` is older than the words; 1 when there are any.

    Notes on good facts, such as a time that must stand on a product's page, are printed too and stop nothing.
    """
    words = read(paths.ROOT).words
    for note in notes(words.store, dt.datetime.now(tz=dt.UTC).date()) if words else ():
        print(f"Note: {note}")
    problems = everything() or [*schema.stale(), *(stale(words) if words else ())]
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} to mend." if problems else "Facts, words and tone: nothing to mend.")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
