"""The desk's files in the built site: the compiled words of today, and not too many bytes."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from answer.slots import SLOTS
from macros import paths
from macros.browser import engine
from macros.browser import words as desk_words
from macros.catalogue import compiled
from macros.catalogue.read import read

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 1_350_000  # of what the triage has learned, as it is sent; with the words 1.5 MB


@pytest.fixture(scope="session")
def folder(site: Path) -> Path:
    (published,) = (site / desk_words.FOLDER).iterdir()
    return published


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the words that a test may edit."""
    root = tmp_path / "store"
    for name in ("templates", "references"):
        shutil.copytree(paths.ROOT / name, root / name)
    monkeypatch.setattr(paths, "WORDS", root / "templates")
    monkeypatch.setattr(desk_words, "read", lambda: read(root))
    monkeypatch.setattr(compiled, "are_words_stale", lambda: are_stale(root))
    return root / "templates"


are_stale = compiled.are_words_stale


def test_what_is_published_is_what_was_compiled(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["triage.json.gzipped", "words.json.gzipped"]
    words = json.loads(gzip.decompress((folder / "words.json.gzipped").read_bytes()))
    assert words == json.loads(compiled.as_json(compiled.words_as_data(read().words)))  # type: ignore[arg-type]
    triage = gzip.decompress((folder / "triage.json.gzipped").read_bytes())
    assert triage == (paths.WORDS / "compiled" / compiled.MODEL_FILE).read_bytes()


def test_what_the_triage_has_learned_is_small_enough_to_send(folder: Path) -> None:
    assert (folder / "triage.json.gzipped").stat().st_size < MOST_BYTES


@pytest.mark.parametrize("page", [".", "desk"])
def test_a_page_names_the_words_that_were_published(page: str, site: Path) -> None:
    text = (site / page / "index.html").read_text(encoding="utf-8")
    (address,) = set(re.findall(r'data-words="([^"]+)"', text))
    assert (site / page / address / "words.json.gzipped").exists()


def test_a_blank_waits_for_facts_that_the_desk_asks_for(site: Path) -> None:
    page = (site / "desk" / "index.html").read_text(encoding="utf-8")
    fields = {*re.findall(r'<(?:input|select|textarea) id="desk-[^"]+" name="([^"]+)"', page)}
    assert {fact for source in SLOTS.values() for fact in source.facts} <= fields


def test_an_edit_of_the_words_gives_them_another_address_and_the_engine_none(edited: Path) -> None:
    before, version = desk_words.address(), engine.version()
    entry = edited / "scenarios" / "change-request.yml"
    entry.write_text(entry.read_text(encoding="utf-8").replace("title: ", "title: My ", 1), encoding="utf-8")
    assert desk_words.address() != before
    assert engine.version() == version


def test_edited_words_are_published_as_they_stand_and_the_model_stays(edited: Path, tmp_path: Path) -> None:
    entry = edited / "scenarios" / "change-request.yml"
    entry.write_text(entry.read_text(encoding="utf-8").replace("title: ", "title: My ", 1), encoding="utf-8")
    desk_words.publish(tmp_path / "site")
    folder = tmp_path / "site" / desk_words.address()
    words = json.loads(gzip.decompress((folder / "words.json.gzipped").read_bytes()))
    (title,) = [found["title"] for found in words["entries"] if found["id"] == "scenarios/change-request"]
    assert title.startswith("My ")
    triage = gzip.decompress((folder / "triage.json.gzipped").read_bytes())
    assert triage == (edited / "compiled" / compiled.MODEL_FILE).read_bytes()
