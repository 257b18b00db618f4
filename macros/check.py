"""`python -m macros.check`: every problem of the facts, the words and their tone, and notes on them."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from macros import paths
from macros.catalogue.problem import CatalogueError
from macros.load import checked
from macros.rules.stated_time import notes
from macros.rules.tone import lint
from macros.write import schema
from macros.write.words import stale

if TYPE_CHECKING:
    from pathlib import Path

    from macros.catalogue.problem import Problem


def everything(root: Path = paths.ROOT) -> list[Problem]:
    """Every problem below a root; the tone is judged once the words can be read."""
    try:
        return lint(checked(root))
    except CatalogueError as error:
        return error.problems


def main() -> int:
    """Print the problems, and what of `templates/compiled/` is older than the words; 1 when there are any.

    Notes on good facts, such as a time that must stand on a product's page, are printed too and stop nothing.
    """
    try:
        words = checked()
    except CatalogueError as error:
        return _report(error.problems)
    for note in notes(words.store, dt.datetime.now(tz=dt.UTC).date()):
        print(f"Note: {note}")
    return _report(lint(words) or [*schema.stale(), *stale(words)])


def _report(problems: list[Problem]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} to mend." if problems else "Facts, words and tone: nothing to mend.")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
