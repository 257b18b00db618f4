"""What is compiled is named by its code too, and what a push remembers is no thing to clean away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.catalogue import compiled
from macros.catalogue.read import read
from macros.exports.push.command import STATES
from macros.write.learn import material
from tests.built import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_edited_code_makes_the_compiled_words_stale(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(compiled, "CODE", (tmp_path,))
    (tmp_path / "parse.py").write_text("<strong>", encoding="utf-8")
    before = compiled.source_hash()
    (tmp_path / "parse.py").write_text("<b>", encoding="utf-8")
    assert compiled.source_hash() != before


def test_edited_code_makes_what_was_learned_stale(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code = tmp_path / "weights.py"
    monkeypatch.setattr(material, "CODE", (code,))
    words = read().words
    assert words
    names = []
    for exponent in ("1.5", "1.6"):
        code.write_text(exponent, encoding="utf-8")
        names.append(material.source_of(words))
    assert names[0] != names[1]


def test_cleaning_leaves_what_a_push_remembers() -> None:
    (removed,) = re.findall(r"^\trm -rf (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert STATES.relative_to(ROOT).parts[0] not in removed.split()
