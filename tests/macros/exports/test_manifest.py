"""What changed since the last import: a lead reads it off two manifests."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.exports.__main__ import main
from macros.exports.manifest import changes, manifest
from macros.exports.tool import as_json
from macros.load import load
from tests.product import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from facts.schema import Store
    from macros.catalogue.model import Catalogue

BAD = [("no JSON", "{"), ("a list", "[]"), ("another file", '{"version": 1}')]


def edited(world: Path, old: str, new: str) -> Catalogue:
    """The small world's catalogue after one edit of an entry."""
    path = world / "templates" / "scenarios" / "change-request.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load(world)[0]


def test_nothing_changed_is_nothing_reported() -> None:
    assert not any(changes(manifest(catalogue()), manifest(catalogue())))


def test_one_edited_word_reports_exactly_that_template(small: tuple[Catalogue, Store], world: Path) -> None:
    first = small[0].by_id["scenarios/change-request"].templates[0]
    word = next(word for word in " ".join(first.messages[0].body.texts).split() if word.isalpha() and len(word) > 4)
    found = changes(manifest(small[0]), manifest(edited(world, word, f"{word}ly")))
    assert (found.added, found.removed) == ((), ())
    assert found.changed == (first.id,)


def test_added_and_removed_templates_are_named() -> None:
    entry = catalogue().entries[0]
    fewer = replace(catalogue(), entries=(replace(entry, templates=entry.templates[1:]), *catalogue().entries[1:]))
    gone = entry.templates[0].id
    assert changes(manifest(catalogue()), manifest(fewer)).removed == (gone,)
    assert changes(manifest(fewer), manifest(catalogue())).added == (gone,)


def test_the_command_lists_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = manifest(catalogue())
    first = catalogue().templates[0].id
    data["templates"][first] = "0" * 16
    (tmp_path / "old.json").write_bytes(as_json(data))
    assert main(["diff", str(tmp_path / "old.json")]) == 0
    assert capsys.readouterr().out.split() == ["changed", first]


@pytest.mark.parametrize(("name", "content"), BAD)
def test_what_is_no_manifest_is_refused_in_one_line(
    name: str, content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "old.json"
    path.write_text(content, encoding="utf-8")
    assert main(["diff", str(path)]) == 2, name
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "manifest.json" in said


def test_a_missing_manifest_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(tmp_path / "none.json")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_manifest_is_json_with_every_template() -> None:
    assert set(json.loads(as_json(manifest(catalogue())))["templates"]) == {
        template.id for template in catalogue().templates
    }
