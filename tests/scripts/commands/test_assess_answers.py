"""What the command answers to a case: in a terminal, as a document, for a program, for a channel, as of a moment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import commands.assess as assess_command
from case.case import Case
from case.example import EXAMPLE
from facts.store import load_store
from tests.scripts.case_samples import SAMPLE, case_file
from tests.scripts.facts_samples import write_facts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def sample_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command has the sample facts instead of the store's own."""
    monkeypatch.setattr(assess_command, "load_store", lambda: SAMPLE)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command prints when all is well."""
    assert assess_command.main(list(arguments)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.usefixtures("sample_store")
def test_the_example_runs_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.json"
    path.write_text(printed(capsys, "--example"), encoding="utf-8")
    told = json.loads(printed(capsys, str(path), "--json"))
    assert (told["concern"]["id"], told["reply"]["id"]) == (
        "scenarios/change-request",
        "scenarios/change-request/window-open",
    )
    assert told["slots"]["change.requested"] == "“Luna, forever”"


def test_the_example_runs_for_a_store_with_other_facts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    changes: dict[str, str | None] = {
        "place.regions": '["eu"]',
        "place.time_zone": '"America/Los_Angeles"',
        "rush.offered": "false",
    }
    facts = write_facts(tmp_path, changes)
    text = facts.read_text(encoding="utf-8").replace("[products.engraved-necklace]", "[products.mug]")
    facts.write_text(text, encoding="utf-8")
    monkeypatch.setattr(assess_command, "load_store", lambda: load_store(facts))
    path = tmp_path / "case.json"
    path.write_text(printed(capsys, "--example"), encoding="utf-8")
    assert json.loads(printed(capsys, str(path), "--json"))["reply"]["id"].endswith("/window-open")


def test_the_example_has_a_note_for_every_fact() -> None:
    given = {name for name in json.loads(EXAMPLE) if not name.startswith("//")}
    assert given | {"now", "concern", "channel"} == {*Case._fields, "now", "concern", "channel"}


@pytest.mark.usefixtures("sample_store")
def test_an_answer_for_a_terminal_begins_with_the_reply(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = case_file(tmp_path, concern="change-request", order_date="2026-03-02", stage="production", customer="Maya")
    told = printed(capsys, path)
    assert told.startswith("REPLY")
    assert "  | Hi Maya," in told
    assert [line for line in told.splitlines() if line[:2] in ("1.", "6.")] == ["1. SITUATION ASSESSMENT", "6. METRICS"]
    assert max(map(len, told.splitlines())) <= 100


@pytest.mark.usefixtures("sample_store")
def test_an_answer_for_a_document_is_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, case_file(tmp_path, concern="change-request", customer="Maya"), "--markdown")
    assert told.startswith("# ")
    assert "\n## 6. Metrics\n" in told


@pytest.mark.usefixtures("sample_store")
def test_an_answer_for_a_program_is_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(capsys, case_file(tmp_path, concern="change-request"), "--json"))
    assert [section["id"] for section in told["sections"]] == [
        "situation",
        "status",
        "modification",
        "quality",
        "plan",
        "metrics",
    ]


@pytest.mark.usefixtures("sample_store")
@pytest.mark.parametrize(("arguments", "is_sms"), [((), False), (("--channel", "sms"), True)])
def test_the_reply_is_shown_for_the_channel_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], is_sms: bool
) -> None:
    path = case_file(tmp_path, concern="change-request", order_date="2026-03-02", stage="production", customer="Maya")
    assert ("  | Hearth & Initial: " in printed(capsys, path, *arguments)) == is_sms
    asked = case_file(tmp_path, concern="change-request", stage="production", customer="Maya", channel="sms")
    assert "  | Hearth & Initial: " in printed(capsys, asked)


@pytest.mark.usefixtures("sample_store")
def test_a_case_may_be_assessed_as_of_another_moment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = {}
    for now in ("2026-03-03T09:00:00-05:00", "2026-03-03T11:00", "2026-03-20"):
        path = case_file(tmp_path, concern="change-request", order_date="2026-03-02T10:30", stage="design", now=now)
        told[now] = json.loads(printed(capsys, path, "--json"))["verdicts"][0]["value"]
    assert list(told.values()) == ["closing-soon", "closed-by-time", "closed-by-time"]
