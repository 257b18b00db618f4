"""Whole answers to eight cases, against golden files: `pytest --renew-golden`, then read the diff."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import commands.assess as assess_command
from tests.scripts.answer.desk import STORE
from tests.scripts.facts_samples import DATA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CASES = sorted((DATA / "cases").glob("*.json"))
LATE = DATA / "cases" / "late-in-the-us.json"
cases = pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)


def printed(path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert assess_command.main([form, str(path)]) == 0
    return capsys.readouterr().out


@pytest.fixture(autouse=True)
def sample_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assess_command, "load_store", lambda: STORE)


def test_there_are_cases() -> None:
    assert len(CASES) == 8


@cases
def test_an_answer_for_a_document(
    path: Path, golden: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    golden(f"answers/{path.stem}.md", printed(path, "--markdown", capsys))


def test_an_answer_for_a_program(golden: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(LATE, "--json", capsys))
    del found["triage"]  # it is learned anew with each edit of the words
    golden(f"answers/{LATE.stem}.json", json.dumps(found, indent=1, ensure_ascii=False) + "\n")
