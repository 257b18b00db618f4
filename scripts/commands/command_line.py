"""What the commands of this folder share: how they read a text, end on a bad one, and survive a closed pipe."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from records.problem import nearest

if TYPE_CHECKING:
    from collections.abc import Callable

DONE, BAD_INPUT = 0, 2
INTERRUPTED, NOBODY_READS = 130, 141  # what a shell reports for Ctrl-C and for a closed pipe
STANDARD_INPUT = "-"


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line; its help has a fixed width.

    argparse would otherwise import shutil at every start, to measure the terminal.
    """

    def __init__(self, name: str, description: str, example: str) -> None:
        super().__init__(
            prog=f"{name}.py",
            description=description,
            epilog=example,
            formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, width=100),
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments.

        Raises:
            ValueError: Always.
        """
        first, _, unknown = message.partition("unrecognized arguments: ")
        near = nearest(unknown.split()[0], list(self._option_string_actions)) if unknown and not first else None
        advice = f"did you mean {near}?" if near else "--help shows an example"
        raise ValueError(f"{' '.join(message.split())} ({advice})")


def run(name: str, command: Callable[[], int]) -> int:
    """Run a command; a ValueError's text goes to standard error, a line for each problem, begun with the name.

    Returns:
        The command's own exit code, or 2 when its input is wrong.
    """
    try:
        code = command()
        sys.stdout.flush()
    except ValueError as error:
        print(f"{name}: " + str(error).replace("\n", f"\n{name}: "), file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the exit would complain once more
        if isinstance(error, BrokenPipeError):
            return NOBODY_READS
        print(f"{name}: the answer cannot be written: {error.strerror}", file=sys.stderr)
        return BAD_INPUT
    return code


def read_text(path: str) -> str:
    """Read a file, or standard input for "-".

    Raises:
        ValueError: It cannot be read, or is no text in UTF-8.
    """
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123 - as in store_facts
            return file.read()
    except UnicodeDecodeError:
        raise ValueError(f"{path} is no text in UTF-8: save it as UTF-8") from None
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from None
