"""A sample of the same inputs in real processes: what a person's shell sees, arguments and streams included."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.built import ROOT
from tests.fuzz.inputs import messages, on_disk, value
from tests.fuzz.outcomes import LIMIT, Outcome, Said, TooSlowError, of_command

if TYPE_CHECKING:
    from random import Random

NAMES = ("calculate_eta", "triage_inquiry", "read_message", "assess_case")
GOOD = {
    "calculate_eta": (["--order-date", "2026-03-02"], ["--csv", "-"]),
    "triage_inquiry": (["Where is it?"], ["-", "--json"], ["--lines", "-"]),
    "read_message": (["Where is it?"], ["-", "--json"], ["--lines", "-"]),
    "assess_case": (["-"], ["-", "--json"], ["--example"]),
}
READ = ("order_date\n2026-03-02\n", '{"message": "Where is it?"}', '{"concern": "faq", "customer": "Łukasz"}')
ENCODINGS = ("utf-8", "cp1252", "ascii")


def real(chance: Random) -> Outcome:
    """One command in a process of its own, with an argument more, any input, and any console."""
    name = chance.choice(NAMES)
    arguments = [*chance.choice(GOOD[name]), *[_argument(chance)] * chance.randrange(2)]
    stdin = on_disk(chance.choice((*READ, chance.choice(messages()), value(chance))), chance)
    environment = {**os.environ, "PYTHONIOENCODING": chance.choice(ENCODINGS)}
    command = [sys.executable, str(ROOT / "scripts" / f"{name}.py"), *arguments]
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        raise TooSlowError from None
    said = Said(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))
    return of_command(name, said)


def _argument(chance: Random) -> str:
    """An argument that a shell can give: without a NUL and without half a character."""
    return value(chance).replace("\x00", "").encode("utf-8", "replace").decode()
