"""What the command takes for a case and what it refuses: run as a person runs it, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scripts.case_samples import NOTICES, STAGES, case_file

SCRIPTS = Path(__file__).parent.parent.parent.parent / "scripts"
SCRIPT = str(SCRIPTS / "assess_case.py")


def run(*arguments: str, stdin: str | bytes = b"", **environment: str) -> tuple[int, str, str]:
    given = stdin.encode() if isinstance(stdin, str) else stdin
    command = [sys.executable, SCRIPT, *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False, env={**os.environ, **environment})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_case_is_read_from_a_pipe() -> None:
    code, out, err = run("-", "--json", stdin='{"message": "Where is my order?"}')
    assert (code, err) == (0, "")
    assert json.loads(out)["concern"]["id"] == "scenarios/order-status"


def test_a_byte_order_mark_is_no_letter() -> None:
    assert run("-", stdin='\ufeff{"message": "Where is my order?"}')[0] == 0


@pytest.mark.parametrize(
    ("stdin", "problem"),
    [
        ("", "-: line 1: no JSON: Expecting value; see --example"),
        ("{", "-: line 1: no JSON: Expecting property name enclosed in double quotes; see --example"),
        ('{\n"message": "x",\n}', "-: line 2: no JSON: Illegal trailing comma before end of object; see --example"),
        ("[]", '-: expected an object like {"message": "…"}; see --example'),
        ('"Where is it?"', '-: expected an object like {"message": "…"}; see --example'),
        ("null", '-: expected an object like {"message": "…"}; see --example'),
        ('{"message": "x", "stage": "design", "stage": "shipped"}', "-: stage: stands twice; keep one"),
        (
            '{"message": "x", "slots": {"order.number": "1", "order.number": "2"}}',
            "-: order.number: stands twice; keep one",
        ),
        ('{"message": "x", "stage": "made"}', f'-: stage = "made": expected {STAGES}'),
        (
            f'{{"message": "x", "notices": {"9" * 5000}}}',
            f'-: notices = "{"9" * 56}…": expected {NOTICES}',
        ),
        ("[" * 100_000, "-: nested too deeply; see --example"),
        ('{"message": "x", "now": "soon"}', '-: now = "soon": expected a day and time like 2026-03-02T10:30:00-05:00'),
        ('{"message": "x", "now": 5}', "-: now = 5: expected a day and time like 2026-03-02T10:30:00-05:00"),
        (
            '{"message": "x", "now": "0001-01-01T00:00:00+00:00"}',
            '-: now = "0001-01-01T00:00:00+00:00": expected a day and time like 2026-03-02T10:30:00-05:00',
        ),
        (
            '{"message": "x", "now": "9999-12-31T23:59:59-05:00"}',
            '-: now = "9999-12-31T23:59:59-05:00": expected a day and time like 2026-03-02T10:30:00-05:00',
        ),
    ],
    ids=lambda text: text[:60],
)
def test_what_is_no_case_is_one_line_without_a_traceback(stdin: str, problem: str) -> None:
    assert run("-", stdin=stdin) == (2, "", f"assess_case: {problem}\n")


def test_every_problem_has_a_line_with_the_name_of_the_file(tmp_path: Path) -> None:
    path = case_file(tmp_path, stage="made", notices="many")
    code, out, err = run(path)
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        f'assess_case: {path}: stage = "made": expected {STAGES}',
        f'assess_case: {path}: notices = "many": expected {NOTICES}',
    ]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], 'no case: write the path of a JSON file, "-" to read it, or --example for one to start from'),
        (["nowhere.json"], "nowhere.json cannot be read: No such file or directory"),
        (["."], ". cannot be read: Is a directory"),
    ],
    ids=str,
)
def test_without_a_case_the_command_says_what_to_write(arguments: list[str], problem: str) -> None:
    assert run(*arguments) == (2, "", f"assess_case: {problem}\n")


@pytest.mark.parametrize(
    "arguments", [["-", "--channel", "letter"], ["-", "--json", "--markdown"], ["-", "--jsn"], ["-", "-", "-"]], ids=str
)
def test_a_wrong_option_is_one_line(arguments: list[str]) -> None:
    code, out, err = run(*arguments, stdin='{"message": "x"}')
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("assess_case: ")


def test_bytes_that_are_no_text_are_refused() -> None:
    assert run("-", stdin=b"\xff\xfe{}") == (2, "", "assess_case: - is no text in UTF-8: save it as UTF-8\n")


def test_letters_that_no_file_can_hold_do_not_break_an_answer() -> None:
    """Half of a surrogate pair, which JSON can write and UTF-8 cannot."""
    code, out, err = run(
        "-", "--json", stdin='{"message": "Where is my order? \\ud800", "slots": {"order.number": "\\ud800"}}'
    )
    assert (code, err) == (0, "")
    assert json.loads(out)["concern"]["id"] == "scenarios/order-status"


def test_the_machines_own_zone_changes_nothing() -> None:
    text = '{"message": "x", "now": "2026-03-04T00:30", "order_date": "2026-03-04", "concern": "change-request"}'
    answers = {run("-", "--json", stdin=text, TZ=zone) for zone in ("Asia/Tokyo", "America/Los_Angeles", "UTC")}
    assert len(answers) == 1
    assert next(iter(answers))[0] == 0


def test_nothing_installed_is_needed() -> None:
    """No environment and no site-packages, on the interpreter that the virtual environment was made of."""
    bare = [getattr(sys, "_base_executable", sys.executable), "-E", "-s", "-S"]
    given = b'{"message": "Where is my order?"}'
    done = subprocess.run([*bare, SCRIPT, "-", "--json"], input=given, capture_output=True, check=False, env={})
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["concern"]["id"] == "scenarios/order-status"


def test_the_desk_reaches_only_for_the_standard_library() -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import assess_case, commands.desk_form; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(SCRIPTS)], capture_output=True, check=True, text=True
    )
    own = {path.stem for path in SCRIPTS.iterdir()}
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded - own - sys.stdlib_module_names - {"__main__", "_frozen_importlib_external"} == set()
