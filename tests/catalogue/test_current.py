"""What is kept of the words between builds: the very catalogue that a fresh reading gives, and never a stale one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from macros import current as standing
from macros import kept, paths
from macros.derive import load
from macros.problem import CatalogueError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = "templates/scenarios/change-request.yml"
SUMMARY = "summary: "


class Checkout(NamedTuple):
    """A copy of the words and facts, and the folders read for it so far."""

    root: Path
    read: list[Path]

    def replace(self, old: str, new: str) -> None:
        """Change the words of a scenario."""
        path = self.root / WORDS
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def build(self) -> str:
        """Everything a new process finds, as text."""
        standing.of_state.cache_clear()
        return repr(standing.current())


@pytest.fixture
def checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Checkout]:
    for folder in ("templates", "references", "docs/stages", "docs/scenarios", "macros", "scripts"):
        shutil.copytree(paths.ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for page in ("law.md", "metrics.md"):
        shutil.copy(paths.DOCS / page, tmp_path / "docs" / page)
    found = Checkout(tmp_path, [])

    def reading() -> object:
        found.read.append(tmp_path)
        return load(tmp_path)

    for name in ("READ", "READ_BESIDES", "CODE"):
        within = tuple(tmp_path / path.relative_to(paths.ROOT) for path in getattr(standing, name))
        monkeypatch.setattr(standing, name, within)
    monkeypatch.setattr(kept, "CACHE", tmp_path / ".cache")
    monkeypatch.setattr(standing, "load", reading)
    yield found
    standing.of_state.cache_clear()


def test_what_was_kept_is_what_a_fresh_reading_gives(checkout: Checkout) -> None:
    assert checkout.build() == checkout.build() == repr(load(checkout.root))


def test_unchanged_words_are_read_once(checkout: Checkout) -> None:
    checkout.build()
    checkout.build()
    assert len(checkout.read) == 1


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(WORDS, id="words"),
        pytest.param("references/store.toml", id="facts"),
        pytest.param("docs/law.md", id="a page that words link to"),
        pytest.param("macros/letters.py", id="the code of the build"),
        pytest.param("scripts/eta/estimate.py", id="the code of the reckoning"),
    ],
)
def test_an_edited_file_is_read_again(name: str, checkout: Checkout) -> None:
    checkout.build()
    with (checkout.root / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    checkout.build()
    assert len(checkout.read) == 2


def test_an_edited_word_is_in_what_is_kept(checkout: Checkout) -> None:
    checkout.build()
    checkout.replace(SUMMARY, SUMMARY + "Unheard of ")
    assert "Unheard of " in checkout.build()


def test_an_edit_taken_back_needs_no_new_reading(checkout: Checkout) -> None:
    before = checkout.build()
    checkout.replace(SUMMARY, SUMMARY + "Now ")
    checkout.build()
    checkout.replace(SUMMARY + "Now ", SUMMARY)
    assert checkout.build() == before
    assert len(checkout.read) == 2


def test_another_library_reads_anew(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout.build()
    monkeypatch.setattr("importlib.metadata.version", lambda name: f"another {name}")
    checkout.build()
    assert len(checkout.read) == 2


def test_words_with_a_problem_are_refused_every_time(checkout: Checkout) -> None:
    checkout.replace(SUMMARY, "sumary: ")
    for _ in range(2):
        with pytest.raises(CatalogueError, match="sumary"):
            checkout.build()
