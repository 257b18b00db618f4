"""What a build and `make serve` read: the words and facts as they stand, and never a stale one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from macros import load as loading
from macros import paths
from macros.catalogue.problem import CatalogueError
from macros.load import current, load
from tests.product import WORLD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS, SUMMARY = "templates/scenarios/change-request.yml", "summary: "


@pytest.fixture
def checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A copy of the small world in the place of the checkout."""
    root = shutil.copytree(WORLD, tmp_path / "checkout")
    within = tuple(root / path.relative_to(paths.ROOT) for path in loading.READ)
    monkeypatch.setattr(loading, "READ", within)
    monkeypatch.setattr(loading, "load", lambda: load(root))
    yield root
    loading._of_state.cache_clear()  # noqa: SLF001 - what this test has read is of no use to the next


def edit(root: Path, old: str, new: str) -> None:
    path = root / WORDS
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_unchanged_words_are_read_once(checkout: Path) -> None:
    assert checkout.exists()
    assert current() is current()


def test_an_edited_word_is_read(checkout: Path) -> None:
    current()
    edit(checkout, SUMMARY, SUMMARY + "Unheard of ")
    assert "Unheard of " in str([entry.summary for entry in current()[0].entries])


@pytest.mark.parametrize("name", ["references/store.toml", "docs/law.md"])
def test_an_edited_fact_or_page_is_read(name: str, checkout: Path) -> None:
    before = current()
    with (checkout / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert current() is not before


def test_words_with_a_problem_are_refused_every_time(checkout: Path) -> None:
    edit(checkout, SUMMARY, "sumary: ")
    for _ in range(2):
        with pytest.raises(CatalogueError, match="sumary"):
            current()


@pytest.mark.parametrize("name", ["templates/messages/design.txt", "docs/law.md", "references/faq.md"])
def test_a_text_in_another_encoding_is_named(name: str, world: Path) -> None:
    (world / name).parent.mkdir(exist_ok=True)
    (world / name).write_bytes("Café".encode("latin-1"))
    with pytest.raises(CatalogueError) as refused:
        loading.checked(world)
    (problem,) = refused.value.problems
    assert str(problem) == f"{name}:1: file: cannot be read: no text in UTF-8; save it as UTF-8"
