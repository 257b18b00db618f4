"""`python -m macros.write.pages`: write the one-line page of each entry that has none, and say where to list it."""

from __future__ import annotations

import sys

from macros import paths
from macros.catalogue.read import read
from macros.rules.words.links import PAGE_KINDS, page_text


def main() -> int:
    """Write the missing pages; 1 when an entry cannot be read."""
    words, problems = read()
    for problem in problems:
        print(problem, file=sys.stderr)
    for entry in words.entries if words else ():
        path = paths.DOCS / f"{entry.id}.md"
        text = page_text(entry.id, entry.written.title)
        if entry.kind in PAGE_KINDS and not (path.exists() and path.read_text(encoding="utf-8") == text):
            path.write_text(text, encoding="utf-8")
            print(f"Wrote {paths.shown(path)}. If it is new, add `- {entry.id}.md` under nav in mkdocs.yml.")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
