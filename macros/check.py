"""`python -m macros.check`: every problem of the facts and words, one line each."""

from __future__ import annotations

import sys

from macros.derive import problems_of


def main() -> int:
    """Print the problems; 1 when there are any."""
    problems = problems_of()
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} to mend." if problems else "Facts and words: nothing to mend.")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
