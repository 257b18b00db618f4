"""The standard streams of a command: any of them may be closed, full, or unable to hold every letter."""

from __future__ import annotations

import codecs
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

ANSWER, COMPLAINTS = 1, 2  # file descriptors


def standard_input() -> BinaryIO:
    """Give standard input as bytes.

    Raises:
        OSError: It is closed.
    """
    if sys.stdin is None:
        raise _closed()
    return sys.stdin.buffer


def ready_to_answer() -> None:
    """Let standard output replace what its encoding lacks: a console without en dashes still gets its dates.

    Raises:
        OSError: It is closed.
    """
    if sys.stdout is None:
        raise _closed()
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")


def holds_every_letter() -> bool:
    """Say whether standard output can write any letter: a program is given escapes rather than question marks."""
    encoding = getattr(sys.stdout, "encoding", None)
    return not encoding or codecs.lookup(encoding).name.startswith("utf")


def complain(line: str) -> None:
    """Write a line to standard error; where that is closed or full, the exit code has to do."""
    if sys.stderr is None:  # print would take standard output instead
        return
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        silence(COMPLAINTS)


def silence(stream: int) -> None:
    """Send what is still to be written to a standard stream nowhere, or the exit would complain once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream)


def _closed() -> OSError:
    return OSError(errno.EBADF, os.strerror(errno.EBADF))
