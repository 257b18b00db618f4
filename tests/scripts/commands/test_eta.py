from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import calculate_eta
from facts.store import load_store
from tests.scripts.facts_samples import FACTS, write_facts

SCRIPTS = Path(__file__).parent.parent.parent.parent / "scripts"
COMMAND = [sys.executable, str(SCRIPTS / "calculate_eta.py")]
SAMPLE = ["--store", str(FACTS)]
SUNDAY = ["--order-date", "2026-03-01"]
HELP = "(--help shows an example)"
NO_DATE = "is not a date: write it like 2026-03-01 or 2026-03-01 10:30"
NO_DAYS = f"is not a number of days: write a whole number from 1 to 365 {HELP}"
LEAVE_OUT = "leave out --order-date, --json, --explain"
NAME_IT = "name it order_date (or Created at) and separate columns by commas"
RENEW = "choose another date, or run `make holidays` to renew references/holidays.toml"


def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_the_example_prints_a_table() -> None:
    code, out, err = run(*SAMPLE, *SUNDAY, "--production-days", "7", "--shipping-days", "5", "--rush")
    assert (code, err) == (0, "")
    assert "Delivered               Monday, March 16 – Friday, March 20" in out
    assert "surcharge of $25" in out
    assert "\033" not in out  # no terminal, no bold type


def test_nothing_installed_is_needed() -> None:
    """No environment and no site-packages, on the interpreter that the virtual environment was made of."""
    bare = [getattr(sys, "_base_executable", sys.executable), "-E", "-s", "-S"]
    command = [*bare, COMMAND[1], *SUNDAY, "--json", "--needed-by", "2026-04-01"]
    done = subprocess.run(command, capture_output=True, check=False, env={})
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["order_date"] == "2026-03-01"


def test_no_module_reaches_beyond_the_standard_library() -> None:
    modules = "calculate_eta, eta.spreadsheet, eta.table"
    code = f"import sys; sys.path.insert(0, sys.argv[1]); import {modules}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(SCRIPTS)], capture_output=True, check=True, text=True
    )
    own = {path.stem for path in SCRIPTS.iterdir()}
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded - own - sys.stdlib_module_names - {"__main__", "_frozen_importlib_external"} == set()
    assert {"dataclasses", "inspect", "json", "zoneinfo", "difflib", "pathlib"} & loaded == set()  # slow to import


def test_json_has_the_agreed_keys() -> None:
    code, out, _ = run(*SAMPLE, *SUNDAY, "--json")
    data = json.loads(out)
    assert code == 0
    keys = [
        "order_date",
        "rush",
        "production_days",
        "shipping_days",
        "milestones",
        "count_on_it_by",
        "skipped",
        "notes",
    ]
    assert list(data) == keys
    assert data["milestones"][3] == {"id": "production-complete", "earliest": "2026-03-11", "latest": "2026-03-16"}


def test_closed_days_may_be_given_more_than_once() -> None:
    _, out, _ = run(*SAMPLE, *SUNDAY, "--json", "--closed", "2026-03-04", "--closed", "2026-03-05..2026-03-06")
    assert json.loads(out)["milestones"][3]["earliest"] == "2026-03-16"


def test_explain_names_the_days_that_do_not_count() -> None:
    _, out, _ = run(*SAMPLE, "--order-date", "2026-11-20", "--explain")
    assert "Thursday, November 26         workshop    Thanksgiving Day" in out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "no order date: write --order-date 2026-03-01, or --csv orders.csv"),
        (["--order-date", "tomorrow"], f"argument --order-date: 'tomorrow' {NO_DATE} {HELP}"),
        (["--order-date", "2026-02-30"], f"argument --order-date: '2026-02-30' {NO_DATE} {HELP}"),
        (["--order-date", "two\nlines"], f"argument --order-date: 'two\\nlines' {NO_DATE} {HELP}"),
        (
            ["--order-date", "2026-03-01T10:30+99:00"],
            f"argument --order-date: '2026-03-01T10:30+99:00' {NO_DATE} {HELP}",
        ),
        ([*SUNDAY, "--production-days", "-3"], f"argument --production-days: '-3' {NO_DAYS}"),
        ([*SUNDAY, "--production-days", "0"], f"argument --production-days: '0' {NO_DAYS}"),
        ([*SUNDAY, "--shipping-days", "99999999999"], f"argument --shipping-days: '99999999999' {NO_DAYS}"),
        ([*SUNDAY, "--shipping-days", "5.5"], f"argument --shipping-days: '5.5' {NO_DAYS}"),
        ([*SUNDAY, "--product", "pet-portait"], "unknown product 'pet-portait': did you mean pet-portrait?"),
        (
            [*SUNDAY, "--needed-by", "2026-02-01"],
            "needed by 2026-02-01 is before the order of 2026-03-01: write a later day",
        ),
        (
            [*SUNDAY, "--needed-by", "soon"],
            f"argument --needed-by: 'soon' is not a date: write it like 2026-03-01 {HELP}",
        ),
        (
            [*SUNDAY, "--closed", "2026-03-06..2026-03-04"],
            f"argument --closed: '2026-03-06..2026-03-04' ends before it begins: write 2026-03-04..2026-03-06 {HELP}",
        ),
        (
            ["--order-date", "2028-12-20"],
            f"no guess is made past 2028-12-31, the last day this calendar knows: {RENEW}",
        ),
        (
            ["--order-date", "2020-01-01"],
            f"no guess is made before 2025-01-01, the first day this calendar knows: {RENEW}",
        ),
        (["--order-date", "9999-12-31T23:00"], "9999-12-31 has no next day: choose another date"),
        ([*SUNDAY, "--rsh"], "unrecognized arguments: --rsh (did you mean --rush?)"),
        ([*SUNDAY, "extra"], f"unrecognized arguments: extra {HELP}"),
        (["--order-date"], f"argument --order-date: expected one argument {HELP}"),
        (
            ["--csv", "nowhere.csv"],
            "nowhere.csv: No such file or directory: write the path of a CSV file, or - for standard input",
        ),
        (["--csv", "-", "--json"], f"--csv reads the order dates from the file and prints CSV: {LEAVE_OUT}"),
        (
            ["--csv", "-"],
            "standard input: the file is empty: its first line must name the columns, order_date among them",
        ),
    ],
    ids=lambda value: " ".join(value).replace("\n", " ") if isinstance(value, list) else "",
)
def test_bad_input_is_one_line_that_says_what_to_write(arguments: list[str], problem: str) -> None:
    assert run(*SAMPLE, *arguments) == (2, "", f"calculate_eta: {problem}\n")


def test_rush_is_refused_where_it_is_not_offered(tmp_path: Path) -> None:
    path = write_facts(tmp_path, {"rush.offered": "false"})
    code, _, err = run("--store", str(path), *SUNDAY, "--rush")
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith("calculate_eta: rush is not offered by this store")


def test_wrong_facts_are_one_line_each(tmp_path: Path) -> None:
    path = write_facts(tmp_path, {"rush.cut_percent": "140", "orders.cut_off": "9"})
    code, out, err = run("--store", str(path), *SUNDAY)
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        f"calculate_eta: {path}: orders.cut_off = 9: expected a time of day like 14:00:00",
        f"calculate_eta: {path}: rush.cut_percent = 140: expected a whole number from 1 to 90",
    ]


def test_a_csv_of_orders_comes_back_with_dates_and_its_bad_rows_are_named(tmp_path: Path) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text("order_date,item\n2026-03-01,José’s sign\nsoon,ring\n2026-03-02,mug\n", encoding="utf-8")
    code, out, err = run(*SAMPLE, "--csv", str(orders))
    assert code == 1
    assert err == f"{orders}, line 3: 'soon' {NO_DATE}\n"
    lines = out.splitlines()
    assert lines[1].startswith("2026-03-01,José’s sign,2026-03-03,")
    assert lines[2] == "soon,ring" + "," * 16
    assert lines[3].startswith("2026-03-02,mug,2026-03-03,")


def test_a_csv_may_come_from_standard_input() -> None:
    code, out, err = run(*SAMPLE, "--csv", "-", stdin=b"\xef\xbb\xbforder_date\n2026-03-01\n")
    assert (code, err) == (0, "")
    assert out.splitlines()[1].startswith("2026-03-01,2026-03-03,")


@pytest.mark.parametrize(
    ("stdin", "problem"),
    [
        (b"order_date\ncaf\xe9\n", "standard input: not UTF-8 text: save it as “CSV UTF-8”"),
        (b"date\n", f"standard input: no order_date column: {NAME_IT}"),
    ],
)
def test_a_csv_that_cannot_be_read_is_one_line(stdin: bytes, problem: str) -> None:
    code, _, err = run(*SAMPLE, "--csv", "-", stdin=stdin)
    assert (code, err) == (2, f"calculate_eta: {problem}\n")


def test_unbuffered_python_loses_no_row() -> None:
    rows = b"order_date\n" + b"2026-03-01\n2026-03-02\n" * 5000
    command, environment = [*COMMAND, *SAMPLE, "--csv", "-"], {**os.environ, "PYTHONUNBUFFERED": "1"}
    done = subprocess.run(command, input=rows, capture_output=True, check=True, env=environment)
    assert done.stdout.count(b"\n") == 10_001


def test_help_shows_the_example_and_the_defaults_of_the_store() -> None:
    code, out, _ = run("--help")
    store = load_store()
    assert code == 0
    assert (
        "python3 scripts/calculate_eta.py --order-date 2026-03-01 --production-days 7 --shipping-days 5 --rush" in out
    )
    assert f"default: the store's facts, {store.production.days}\n" in out
    assert f"default: the store's facts, {store.shipping.days}\n" in out


def test_a_closed_pipe_is_quiet() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    rows = b"order_date\n" + b"2026-03-01\n" * 20_000
    done = subprocess.run(
        [*COMMAND, *SAMPLE, "--csv", "-"], input=rows, stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", [SUNDAY, ["--csv", "-"]])
def test_a_full_disk_is_one_line(arguments: list[str]) -> None:
    rows = b"order_date\n" + b"2026-03-01\n" * 2000
    with Path("/dev/full").open("wb") as full:
        command = [*COMMAND, *SAMPLE, *arguments]
        done = subprocess.run(command, input=rows, stdout=full, stderr=subprocess.PIPE, check=False)
    problem = b"calculate_eta: the answer cannot be written: No space left on device\n"
    assert (done.returncode, done.stderr) == (2, problem)


def test_an_interruption_is_quiet() -> None:
    # The job of a shell's background ignores it, and would hand that on.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        running = subprocess.Popen([*COMMAND, *SAMPLE, "--csv", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    finally:
        signal.signal(signal.SIGINT, before)
    assert running.stdin is not None
    running.stdin.write(b"order_date\n" + b"\n" * 200_000)  # more than a pipe holds: it is read, so work has begun
    running.stdin.flush()
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=10)
    assert (running.returncode, err) == (130, b"")


def test_the_reckoning_is_importable_from_the_script() -> None:
    assert all(hasattr(calculate_eta, name) for name in calculate_eta.__all__)
    found = calculate_eta.estimate(load_store(FACTS), calculate_eta.Order(calculate_eta.parse_day("2026-03-01")))
    assert str(found.count_on_it_by) == "2026-03-25"
