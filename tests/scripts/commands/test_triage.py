"""The triage as a command: what a person reads of it, what a program reads, and what is said of bad use."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import commands.triage as triage_command
from reading.triage.model import load_model
from tests.scripts.message_samples import TYPICAL

SCRIPTS = Path(__file__).parent.parent.parent.parent / "scripts"
SCRIPT = str(SCRIPTS / "triage_inquiry.py")
MODEL = load_model()

Run = subprocess.CompletedProcess[bytes]


def run(*arguments: str, stdin: bytes = b"", flags: tuple[str, ...] = ()) -> tuple[int, str, str]:
    command = [sys.executable, *flags, SCRIPT, *arguments]
    done: Run = subprocess.run(command, input=stdin, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command prints when all is well."""
    assert triage_command.main(list(arguments)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def ranking(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["ranking"]
    return found


def test_a_message_is_ranked_on_lines_that_a_person_reads(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, TYPICAL["cancel-order"]).splitlines()
    assert len(lines) == 5
    assert lines[0].split()[1] == "scenarios/cancel-order"
    assert lines[0].split()[0].endswith("%")


def test_a_second_concern_and_doubt_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    both = printed(capsys, f"{TYPICAL['damaged-on-arrival']} {TYPICAL['rush-order']}")
    assert both.splitlines()[-1].startswith("It is also about: ")
    assert printed(capsys, "asdf qwer").startswith("Unsure: ask, or choose among these.\n")


def test_a_program_reads_json(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(printed(capsys, "--json", TYPICAL["cancel-order"]))
    assert list(data) == ["ranking", "unsure", "concerns"]
    assert (data["unsure"], data["concerns"]) == (False, ["scenarios/cancel-order"])
    assert list(data["ranking"][0]) == ["id", "score", "why"]


@pytest.mark.parametrize(("top", "count"), [("1", 1), ("3", 3), ("1000", len(set(MODEL.places)))])
def test_as_many_places_are_told_as_are_wanted(capsys: pytest.CaptureFixture[str], top: str, count: int) -> None:
    assert len(ranking(printed(capsys, "--json", "--top", top, TYPICAL["cancel-order"]))) == count


def test_a_message_is_read_from_a_pipe() -> None:
    code, out, err = run("-", "--json", stdin=TYPICAL["cancel-order"].encode())
    assert (code, err) == (0, "")
    assert ranking(out)[0]["id"] == "scenarios/cancel-order"


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_file_of_messages_is_answered_line_by_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, end: str
) -> None:
    """A message stays one whatever other marks for a new line it holds, and an empty line has its answer too."""
    path = tmp_path / "messages.txt"
    texts = [TYPICAL["cancel-order"], "", "Can I pay extra\u2028to have\x0cit made\x85faster?", TYPICAL["own-typo"]]
    path.write_bytes((end or "\n").join(texts).encode() + end.encode())
    answers = [json.loads(line) for line in printed(capsys, "--lines", str(path), "--top", "1").splitlines()]
    assert [(found["ranking"][0]["id"], found["unsure"]) for found in (answers[0], *answers[2:])] == [
        ("scenarios/cancel-order", False),
        ("scenarios/rush-order", False),
        ("scenarios/own-typo", False),
    ]
    assert answers[1]["unsure"]


def test_lines_are_read_from_a_pipe() -> None:
    code, out, _ = run("--lines", "-", stdin=f"{TYPICAL['own-typo']}\n{TYPICAL['rush-order']}\n".encode())
    assert (code, len(out.splitlines())) == (0, 2)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], 'write one message in quotes, or "-" to read it, or --lines FILE for one message a line'),
        (
            ["message", "--lines", "x"],
            'write one message in quotes, or "-" to read it, or --lines FILE for one message a line',
        ),
        ([""], "the message is empty: write the customer's words"),
        (["  \n"], "the message is empty: write the customer's words"),
        (["-"], "the message is empty: write the customer's words"),
        (["--lines", "nowhere.txt"], "nowhere.txt cannot be read: No such file or directory"),
        (["--lines", "."], ". cannot be read: Is a directory"),
    ],
    ids=str,
)
def test_bad_use_is_one_line_that_says_what_to_write(arguments: list[str], problem: str) -> None:
    assert run(*arguments) == (2, "", f"triage_inquiry: {problem}\n")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--top", "0", "message"], "argument --top: '0' is not a count: write a whole number from 1 up"),
        (["--top", "-1", "message"], "argument --top: "),
        (["--top", "many", "message"], "argument --top: 'many' is not a count: write a whole number from 1 up"),
        (["--top", "²", "message"], "argument --top: '²' is not a count: write a whole number from 1 up"),
        (["message", "--tpo"], "unrecognized arguments: --tpo (did you mean --top?)"),
        (["two", "messages"], "unrecognized arguments: messages"),
        (["--lines"], "argument --lines: expected one argument"),
    ],
    ids=str,
)
def test_an_unknown_or_wrong_option_is_one_line(arguments: list[str], problem: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"triage_inquiry: {problem}")


def test_what_is_no_text_is_refused() -> None:
    assert run("-", stdin=b"\xff\xfe\x00") == (2, "", "triage_inquiry: - is no text in UTF-8: save it as UTF-8\n")


def test_nobody_reading_any_more_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "messages.txt"
    path.write_text("Where is my order?\n" * 2000, encoding="utf-8")
    command = subprocess.Popen(
        [sys.executable, SCRIPT, "--lines", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdout is not None
    assert command.stdout.readline()
    command.stdout.close()
    assert command.communicate()[1] == b""
    assert command.returncode == 141


def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([sys.executable, SCRIPT, "Hello"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode().count("\n")) == (2, 1)
    assert done.stderr.startswith(b"triage_inquiry: the answer cannot be written: ")


def test_help_shows_an_example() -> None:
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    assert 'python3 scripts/triage_inquiry.py "' in out


def test_nothing_installed_is_needed() -> None:
    """No environment and no site-packages, on the interpreter that the virtual environment was made of."""
    bare = [getattr(sys, "_base_executable", sys.executable), "-E", "-s", "-S"]
    command = [*bare, SCRIPT, "--json", TYPICAL["cancel-order"]]
    done = subprocess.run(command, capture_output=True, check=False, env={})
    assert (done.returncode, done.stderr) == (0, b"")
    assert ranking(done.stdout.decode())[0]["id"] == "scenarios/cancel-order"


def test_the_triage_reaches_only_for_the_standard_library() -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import commands.triage, triage_inquiry; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(SCRIPTS)], capture_output=True, check=True, text=True
    )
    own = {path.stem for path in SCRIPTS.iterdir()}
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded - own - sys.stdlib_module_names - {"__main__", "_frozen_importlib_external"} == set()
