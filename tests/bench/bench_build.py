"""The build, against a plain mkdocs-material site with the same pages, and with a catalogue ten times as large.

A build finds in `.cache/` what one of the same words has kept; the first with ten times as many finds nothing there.
Both sides of a ratio are measured in turn, A B A B …, and the median of the ratios pair by pair is what counts.
"""

from __future__ import annotations

import operator
import re
import resource
import statistics
import tempfile
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined

from macros.pages.register import register
from tests.bench.figures import Figure
from tests.built import build, copied

ROUNDS = 9
TIMES = 10
PLAIN_TARGET = 2.0  # reading, checking and exporting anew cost a second of a build, and nothing can be stale
GROWTH_TARGET = 12.0


class Pages:
    """Stands in for mkdocs-macros: takes the macros and variables that `register` declares."""

    def __init__(self) -> None:
        self.variables: dict[str, Any] = {}
        self.macros: dict[str, Any] = {}
        self.conf: dict[str, Any] = {"extra": {}}

    def macro(self, function: Any, name: str) -> None:
        """Keep one macro."""
        self.macros[name] = function

    def finished(self, text: str) -> str:
        """A page's Markdown after its macros have run."""
        return Environment(undefined=StrictUndefined).from_string(text).render(**self.variables, **self.macros)  # noqa: S701


def main() -> int:
    """Print the ratios; 1 when one misses its target."""
    with tempfile.TemporaryDirectory() as folder:
        ours, plain, large = (copied(Path(folder) / name) for name in ("ours", "plain", "large"))
        make_plain(plain)
        enlarge(large)
        against_plain = ratio(ours, plain, ROUNDS)
        growth = ratio(large, ours, 1)
    figures = [
        Figure("build ÷ plain mkdocs-material with the same pages", against_plain, PLAIN_TARGET),
        Figure(f"build with the catalogue × {TIMES} ÷ build", growth, GROWTH_TARGET),
    ]
    print(*figures, sep="\n")
    return 0 if all(figure.good for figure in figures) else 1


def make_plain(project: Path) -> None:
    """Turn a copy into a plain site: the finished pages, and no plugin but search."""
    pages = Pages()
    register(pages)
    for path in (project / "docs").rglob("*.md"):
        path.write_text(pages.finished(path.read_text(encoding="utf-8")), encoding="utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    without, removed = re.subn(r"^  - macros:\n(?: {6}.*\n)+", "", text, flags=re.MULTILINE)
    assert removed == 1
    settings.write_text(without, encoding="utf-8")


def enlarge(project: Path, times: int = TIMES) -> None:
    """Give a copy each stage and scenario some times, each with its page and its place in shelves and navigation."""
    vocabulary, settings = project / "templates" / "vocabulary.yml", project / "mkdocs.yml"
    words = yaml.safe_load(vocabulary.read_text(encoding="utf-8"))
    nav = settings.read_text(encoding="utf-8")
    for shelf in words["shelves"]:
        for entry in [entry for entry in shelf["entries"] if not entry.startswith("milestones/")]:
            twins = [_twin(project, entry, number) for number in range(2, times + 1)]
            shelf["entries"] += twins
            nav, found = re.subn(rf"^( *- ){entry}\.md\n", _with_twins(entry, twins), nav, flags=re.MULTILINE)
            assert found == 1
    vocabulary.write_text(
        yaml.safe_dump(words, sort_keys=False, default_style='"', allow_unicode=True), encoding="utf-8"
    )
    settings.write_text(nav, encoding="utf-8")


def _with_twins(entry: str, twins: list[str]) -> str:
    """What a line of the navigation is replaced with: itself, and a line for each twin."""
    return "".join(rf"\g<1>{name}.md" + "\n" for name in (entry, *twins))


def ratio(first: Path, second: Path, rounds: int) -> float:
    """The processor time of one project's build over that of another, built in turn: the median of the pairs."""
    seconds: dict[Path, list[float]] = {first: [], second: []}
    for _ in range(rounds):
        for project, times in seconds.items():
            times.append(build_seconds(project))
    print({project.name: [round(second, 2) for second in times] for project, times in seconds.items()})
    pairs: list[float] = [*map(operator.truediv, seconds[first], seconds[second])]
    return statistics.median(pairs)


def build_seconds(project: Path) -> float:
    """The processor time of one build."""
    start = _processor_seconds()
    build(project, project / "site")
    return _processor_seconds() - start


def _processor_seconds() -> float:
    """Processor time of finished children, user and system: other work on the machine does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _twin(project: Path, entry: str, number: int) -> str:
    """Write the same entry again under another name and title."""
    twin = f"scenarios/{entry.rpartition('/')[2]}-{number}"  # a stage is told by one entry alone
    words = (project / f"templates/{entry}.yml").read_text(encoding="utf-8")
    title = yaml.safe_load(words)["title"]
    words = re.sub(r"^stage: .*\n", "", words, flags=re.MULTILINE)
    words = re.sub(r"^title: .*$", f'title: "{number}. {title}"', words, count=1, flags=re.MULTILINE)
    page = (project / f"docs/{entry}.md").read_text(encoding="utf-8")
    (project / f"templates/{twin}.yml").write_text(words, encoding="utf-8")
    page = page.replace(title, f"{number}. {title}").replace(entry, twin)
    (project / f"docs/{twin}.md").write_text(page, encoding="utf-8")
    return twin


if __name__ == "__main__":
    raise SystemExit(main())
