"""`read_message.py`: what a message says, for a person and for a program, and one line for what is wrong."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from commands import read

if TYPE_CHECKING:
    from pathlib import Path

MESSAGE = "Order 2041 came on Monday, broken. Thanks, Maya"


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert read.main([*arguments]) == 0
    return capsys.readouterr().out


def test_a_person_reads_the_facts_by_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys, MESSAGE, "--asked", "2026-03-04T10:00")
    assert f"| {MESSAGE}" in said
    assert "Order number: #2041" in said
    assert "Delivered on: 2026-03-02  (“Monday”)" in said


def test_a_program_reads_everything(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(told(capsys, MESSAGE, "--json", "--asked", "2026-03-04T10:00-05:00"))
    order = next(found for found in data["facts"] if found["fact"] == "order")
    assert (order["value"], data["own"][order["start"] : order["end"]], order["choices"]) == ("#2041", "2041", [])
    assert set(data) == {"own", "machine", "signature", "form", "facts"}


def test_a_file_of_messages_gives_a_line_for_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "messages.txt"
    path.write_text(f"{MESSAGE}\n\nUndeliverable: could not be delivered, 550 5.1.1 user unknown\n", encoding="utf-8")
    lines = [json.loads(line) for line in told(capsys, "--lines", str(path)).splitlines()]
    assert [line["machine"] for line in lines] == ["", "", "bounce"]


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Où est la commande 2041 ?".encode())))
    assert "2041" in told(capsys, "-", "--json")


def test_a_machine_is_named_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert "came back undelivered" in told(capsys, "Undeliverable: could not be delivered, 550 5.1.1 user unknown")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "write one message in quotes"),
        ([""], "the message is empty"),
        (["x", "--lines", "y"], "write one message in quotes"),
        (["x", "--asked", "soon"], "'soon' is not a day and time"),
        (["x", "--asked", "2026-03-04"], "'2026-03-04' is not a day and time"),
        (["x", "--region", "mars"], "is no region of the store"),
        (["--lines", "no-such-file"], "no-such-file cannot be read"),
        (["x", "--jsn"], "did you mean --json?"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert read.main(arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("read_message: ")
    assert said in error
    assert error.count("\n") == 1
