"""Whatever is wrong with the streams, the arguments or the moment, all three commands end quietly and say one line."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tables import for_each

pytestmark = pytest.mark.slow

SCRIPTS = Path(__file__).parent.parent.parent.parent / "scripts"
COMMANDS = {
    "calculate_eta": ["--order-date", "2026-03-01"],
    "triage_inquiry": ["Where is my order?"],
    "read_message": ["Where is my order?"],
    "assess_case": ["-"],
}
ON_STANDARD_INPUT = {
    "calculate_eta": ["--csv", "-"],
    "triage_inquiry": ["-"],
    "read_message": ["-"],
    "assess_case": ["-"],
}
CASE = b'{"concern": "change-request", "customer": "\xc5\x81ukasz"}'
CLOSED = "Bad file descriptor"
# Loads a script as a person's shell does, counting its imports, or with Ctrl-C at one of them.
LOADING = """
import runpy, signal, sys
script, at, seen = sys.argv[1], int(sys.argv[2]), []

def watch(event, about):
    if event == "import" and (seen or about[0].startswith("commands")):
        seen.append(about)
        if len(seen) == at:
            signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, script.rpartition("/")[0])
sys.addaudithook(watch)
runpy.run_path(script)
print(len(seen))
"""
of_each_command = pytest.mark.parametrize("name", COMMANDS)

type Said = tuple[int, str, str]


def run(name: str, *arguments: str, redirected: str = "", stdin: bytes = CASE, **environment: str) -> Said:
    """Run a command through a shell, with some of its streams redirected."""
    words = [sys.executable, str(SCRIPTS / f"{name}.py"), *arguments]
    done = subprocess.run(
        ["/bin/sh", "-c", f"{shlex.join(words)} {redirected}"],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    return done.returncode, done.stdout.decode(encoding), done.stderr.decode()


@of_each_command
def test_a_closed_output_is_one_line(name: str) -> None:
    said = f"{name}: the answer cannot be written: {CLOSED}\n"
    assert run(name, *COMMANDS[name], redirected=">&-") == (2, "", said)
    assert run(name, "--help", redirected=">&-") == (2, "", said)


@of_each_command
def test_a_full_disk_has_no_room_for_the_help_either(name: str) -> None:
    code, _, err = run(name, "--help", redirected="> /dev/full")
    assert (code, err) == (2, f"{name}: the answer cannot be written: No space left on device\n")


@of_each_command
def test_a_closed_input_is_one_line_where_it_is_read(name: str) -> None:
    code, out, err = run(name, *ON_STANDARD_INPUT[name], redirected="<&-")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"{name}: ")
    assert CLOSED in err
    if name != "assess_case":
        assert run(name, *COMMANDS[name], redirected="<&-")[::2] == (0, "")


@of_each_command
@pytest.mark.parametrize("redirected", ["2>&-", "2>/dev/full", "<&- 2>&-"])
def test_without_a_place_for_errors_the_exit_code_has_to_do(name: str, redirected: str) -> None:
    assert run(name, "--unheard-of", redirected=redirected) == (2, "", "")


def test_a_row_that_cannot_be_told_as_bad_is_not_written_as_one() -> None:
    code, out, _ = run("calculate_eta", "--csv", "-", redirected="2>&-", stdin=b"order_date\nsoon\n")
    assert (code, len(out.splitlines())) == (1, 2)


@of_each_command
@pytest.mark.parametrize("blank", ["", " ", "\t", "\u00a0", "\u2028"])
def test_a_blank_argument_is_one_line(name: str, blank: str) -> None:
    code, out, err = run(name, *COMMANDS[name], blank)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"{name}: unrecognized arguments: ")


@of_each_command
@for_each("typed", ["\x1b[31mred", "\u202egnp.exe", "a\u2066b", "x" * 100_000, "--" + "\x1b" * 1000, "a\nb", "\udcff"])
def test_what_was_typed_is_quoted_in_a_line_and_moves_no_cursor(name: str, typed: str) -> None:
    given = [typed] if name == "calculate_eta" else [*COMMANDS[name], typed]
    shown = run(name, *given)[2].removesuffix("\n")
    assert shown.isprintable()
    assert len(shown) < 200


@for_each("option", ["--product", "--production-days", "--needed-by", "--closed", "--store", "--csv"])
def test_a_value_of_an_option_is_quoted_so_too(option: str) -> None:
    for typed in ("\x1b[31m\u202e" * 3, "y" * 100_000):
        given = [] if option == "--csv" else COMMANDS["calculate_eta"]
        code, _, err = run("calculate_eta", *given, option, typed)
        assert (code, err.count("\n"), err[:-1].isprintable()) == (2, 1, True)
        assert len(err) < 400


@of_each_command
def test_a_console_of_another_encoding_gets_its_answer(name: str) -> None:
    for encoding in ("cp1252", "ascii", "latin-1"):
        code, out, err = run(name, *COMMANDS[name], PYTHONIOENCODING=encoding)
        assert (code, err) == (0, "")
        assert out


def test_a_program_gets_every_letter_on_any_console() -> None:
    told = [json.loads(run("assess_case", "-", "--json", PYTHONIOENCODING=name)[1]) for name in ("utf-8", "ascii")]
    assert told[0]["slots"] == told[1]["slots"]
    assert "Łukasz" in told[0]["slots"].values()


@of_each_command
def test_an_interruption_while_the_command_is_loaded_is_quiet(name: str) -> None:
    def loaded(interrupted_at: int) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-c", LOADING, str(SCRIPTS / f"{name}.py"), str(interrupted_at)]
        return subprocess.run(command, capture_output=True, check=False)

    imports = int(loaded(0).stdout)
    assert imports > 30
    for at in range(1, imports, 9):
        done = loaded(at)
        assert (done.returncode, done.stderr) == (130, b""), at
