"""Rules on where things are: shelves, pages and the links to them, messages, and the headings that entries point to."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dates.reading import quoted
from macros import paths
from macros.catalogue.problem import Problem
from records.problem import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from macros.catalogue.read import EntryFile, Words

PAGE_KINDS = ("stages", "scenarios")
MESSAGES = "templates/messages"
ASKS = "asks"  # sentences that ask the same in other words
HEADING_ID = re.compile(r"^#+ .*\{ *#([a-z0-9-]+) *\}", re.MULTILINE)
LINK = re.compile(r"\]\((?:\.\./)*((?:stages|scenarios)/[a-z0-9-]+)\.md")
LISTED = re.compile(r"^\s*- (?:.*:\s)?((?:stages|scenarios)/[a-z0-9-]+)\.md")


def shelves(words: Words) -> Iterator[Problem]:
    """Every entry stands on exactly one shelf, and a shelf holds only entries that exist."""
    placed = Counter(entry for shelf in words.vocabulary.shelves for entry in shelf.entries)
    known = {entry.id for entry in words.entries}
    for entry in words.entries:
        if placed[entry.id] != 1:
            message = f"stands on {placed[entry.id]} shelves; put it on one in templates/vocabulary.yml"
            yield entry.file.problem((), message)
    for index, shelf in enumerate(words.vocabulary.shelves):
        for at, entry_id in enumerate(shelf.entries):
            if entry_id not in known:
                place = ("shelves", index, "entries", at)
                yield words.vocabulary_file.problem(place, f"is {entry_id}, which is no entry; remove it")


def other_entries(words: Words) -> Iterator[Problem]:
    """`not_when` points to an entry that exists and is not the entry itself."""
    known = {entry.id for entry in words.entries}
    for entry in words.entries:
        for index, other in enumerate(entry.written.not_when):
            if other.see not in known or other.see == entry.id:
                near = nearest(other.see, sorted(known - {entry.id}))
                says = f"is {quoted(other.see)}; expected another entry by its id" + (
                    f", such as {near}" if near else ""
                )
                yield entry.file.problem(("not_when", index, "see"), f"{says}; or remove the case")


def circles(words: Words) -> Iterator[Problem]:
    """A case that goes to another entry by its `when` never comes back to where it came from."""
    to = {entry.id: [other.see for other in entry.written.gives_way] for entry in words.entries}
    for entry in words.entries:
        for index, other in enumerate(entry.written.not_when):
            if other.when and entry.id in _reached(other.see, to):
                says = f"is {quoted(other.see)}, which leads back here; take out one `when`"
                yield entry.file.problem(("not_when", index, "see"), says)


def _reached(entry_id: str, to: Mapping[str, Sequence[str]]) -> set[str]:
    found, ahead = set[str](), [entry_id]
    while ahead:
        found.add(at := ahead.pop())
        ahead += [other for other in to.get(at, ()) if other not in found]
    return found


def policy_and_kpi_headings(words: Words) -> Iterator[Problem]:
    """Each policy and KPI of the vocabulary is a heading of its page."""
    homes = {"policies": words.root / "references/policy.md", "kpis": words.root / "docs/metrics.md"}
    for field, home in homes.items():
        headings = set(HEADING_ID.findall(home.read_text(encoding="utf-8")))
        for name in getattr(words.vocabulary, field):
            if name not in headings:
                message = f"has no heading {{#{name}}} in {paths.shown(home, words.root)}; add it"
                yield words.vocabulary_file.problem((field, name), message)


def pages(words: Words) -> Iterator[Problem]:
    """Every stage and scenario has its page, with its title, and no page is without its entry."""
    entries = {entry.id: entry for entry in words.entries if entry.kind in PAGE_KINDS}
    for entry in entries.values():
        yield from _page(entry, words.root)
    for kind in PAGE_KINDS:
        for path in sorted((words.root / "docs" / kind).glob("*.md")):
            entry_id = f"{kind}/{path.stem}"
            if entry_id not in entries:
                message = f"has no entry; write templates/{entry_id}.yml or remove the page"
                yield Problem(paths.shown(path, words.root), ("page",), message, line=1)


def page_links(words: Words) -> Iterator[Problem]:
    """No page and no reference leads to an entry that is not there, and the navigation lists none."""
    known = {entry.id for entry in words.entries}
    pages = [*sorted((words.root / "docs").rglob("*.md")), *sorted((words.root / "references").glob("*.md"))]
    for path in pages:
        for line, entry_id in _found(LINK, path):
            if entry_id not in known:
                says = f"leads to {entry_id}, which is no entry; lead to another page, or take the link out"
                yield Problem(paths.shown(path, words.root), ("link",), says, line=line)
    for line, entry_id in _found(LISTED, words.root / "mkdocs.yml"):
        if entry_id not in known:
            says = f"lists {entry_id}, which is no entry; remove the line"
            yield Problem("mkdocs.yml", ("nav",), says, line=line)


def messages(words: Words) -> Iterator[Problem]:
    """What the triage learns from is about an entry, one of its templates, or a page."""
    known = {entry.id for entry in words.entries} | {*words.general.pages, ASKS}
    known |= {f"{entry.id}/{template.id}" for entry in words.entries for template in entry.written.templates}
    for path in sorted((words.root / MESSAGES).rglob("*.txt")):
        if path.relative_to(words.root / MESSAGES).with_suffix("").as_posix() not in known:
            says = "is about no entry, template or page; rename or remove it"
            yield Problem(paths.shown(path, words.root), (), says, line=1)


def _found(pattern: re.Pattern[str], path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file, from 1, that hold a pattern, with what it found."""
    if path.exists():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield from ((number, found) for found in pattern.findall(line))


def _page(entry: EntryFile, root: Path) -> Iterator[Problem]:
    path = root / "docs" / f"{entry.id}.md"
    if not path.exists():
        yield entry.file.problem((), f"has no page; run `make pages` to write {paths.shown(path, root)}")
    elif path.read_text(encoding="utf-8") != page_text(entry.id, entry.written.title):
        message = "is not a title and one call; run `make pages` to write it anew"
        yield Problem(paths.shown(path, root), ("page",), message, line=1)


def page_text(entry_id: str, title: str) -> str:
    """What the page of an entry holds: its title and the one call that prints the rest."""
    return f'# {title}\n\n{{{{ entry("{entry_id}") }}}}\n'
