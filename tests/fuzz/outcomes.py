"""What becomes of one input: it is accepted, refused in lines that say what to mend, or it shows a fault of ours."""

from __future__ import annotations

import io
import signal
import sys
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from commands.command_line import BAD_INPUT
from commands.eta import SOME_ROWS_BAD
from words.signs import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ACCEPTED, REFUSED, PARTLY = "accepted", "refused", "rows refused"
FAULTS = TRACEBACK, SLOW, MANY_LINES, WRONG_ANSWER = "traceback", "slow", "no plain line", "wrong answer"
OUTCOMES = (ACCEPTED, PARTLY, REFUSED, *FAULTS)
OF_A_ROW = "standard input, line "
LIMIT = 10.0  # seconds for one input, on a machine that does something else too
LONGEST_LINE = 2100  # characters


class Outcome(NamedTuple):
    """What became of an input, and for a fault what to look at."""

    kind: str
    detail: str = ""


class Said(NamedTuple):
    """What a command has left: its exit code and its streams."""

    code: int
    out: str
    err: str


class TooSlowError(BaseException):
    """An input took longer than the limit; no `except Exception` may keep it."""


def outcome_of(judge: Callable[[], Outcome]) -> Outcome:
    """Judge an input; whatever escapes is a fault."""
    try:
        with _limited():
            return judge()
    except TooSlowError:
        return Outcome(SLOW, f"over {LIMIT:.0f} seconds")
    except Exception:  # noqa: BLE001 - finding any is what this is for
        return Outcome(TRACEBACK, traceback.format_exc(limit=-4))


def of_lines(lines: list[str], *, begins: str, kind: str = REFUSED) -> Outcome:
    """Judge a refusal: each line has its beginning, can be read on a terminal and is not endless."""
    for line in lines:
        if not line.startswith(begins) or UNSEEN.search(line) or len(line) > LONGEST_LINE:
            return Outcome(MANY_LINES, repr(line[:300]))
    return Outcome(kind) if lines else Outcome(MANY_LINES, "nothing was said")


def of_command(name: str, said: Said) -> Outcome:
    """Judge how a command has ended."""
    lines = said.err.split("\n")[:-1]
    if said.code == 0:
        return Outcome(MANY_LINES, said.err[:300]) if said.err else Outcome(ACCEPTED)
    if said.code == SOME_ROWS_BAD and name == "calculate_eta":
        return of_lines(lines, begins=OF_A_ROW, kind=PARTLY)
    of_whole = [line for line in lines if not line.startswith(OF_A_ROW)]
    return of_lines(of_whole, begins=f"{name}: ") if said.code == BAD_INPUT else Outcome(TRACEBACK, said.err[-600:])


def run(main: Callable[[list[str]], int], arguments: list[str], stdin: bytes = b"") -> Said:
    """Run a command in this process, as if its streams were its own."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", newline="\n") for _ in range(2))
    before: Any = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO(stdin), "utf-8"), out, err
    try:
        code = main(arguments)
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
    return Said(code, *(_written(stream) for stream in (out, err)))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    held: Any = stream.buffer
    return str(held.getvalue().decode("utf-8", "replace"))


@contextmanager
def _limited() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
