"""What the commands of this folder share: how they read a text, end on a bad one, and survive a closed pipe."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from commands.streams import ANSWER, complain, ready_to_answer, silence, standard_input
from records.problem import RecordError, nearest, path_shown, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DONE, BAD_INPUT = 0, 2
INTERRUPTED, NOBODY_READS = 130, 141  # what a shell reports for Ctrl-C and for a closed pipe
STANDARD_INPUT = "-"
HELP = "--help shows an example"
LONGEST_LINE = 2000  # characters of an error; what was typed is cut long before
BEGINS, ENDS = 100, 80  # characters that stay of what argparse says, with what was typed in the middle


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

    def read(self, arguments: Sequence[str] | None) -> argparse.Namespace:
        """Read arguments; by default the process's own.

        Raises:
            ValueError: One is unknown, missing or wrong.
        """
        found, unknown = self.parse_known_args(arguments)
        if unknown:
            word, shown = unknown[0], visible(unknown[0])
            near = nearest(word, list(self._option_string_actions))
            advice = f"did you mean {near}?" if near else HELP
            raise ValueError(f"unrecognized arguments: {shown if shown.strip() else repr(shown)} ({advice})")
        return found

    def print_help(self, file: Any = None) -> None:
        """Print the help; argparse itself would say nothing of a disk without room for it."""
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments.

        Raises:
            ValueError: Always.
        """
        said = visible(" ".join(message.split()), len(message) * 10)
        short = said if len(said) <= BEGINS + ENDS else f"{said[:BEGINS]} … {said[-ENDS:]}"
        raise ValueError(f"{short} ({HELP})")


def run(name: str, command: Callable[[], int]) -> int:
    """Run a command; a ValueError's text goes to standard error, a line for each problem, begun with the name.

    Returns:
        The command's own exit code, or 2 when its input is wrong or its answer cannot be written.
    """
    try:
        return _ended(name, command)
    except KeyboardInterrupt:
        return INTERRUPTED


def read_text(path: str) -> str:
    """Read a file, or standard input for "-".

    Raises:
        ValueError: It cannot be read, or is no text in UTF-8.
    """
    try:
        if path == STANDARD_INPUT:
            return standard_input().read().decode("utf-8-sig")
        with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123 - as in store_facts
            return file.read()
    except UnicodeDecodeError:
        raise ValueError(f"{path_shown(path)} is no text in UTF-8: save it as UTF-8") from None
    except (OSError, ValueError) as error:  # a path with a NUL in it is a ValueError
        raise ValueError(f"{path_shown(path)} cannot be read: {reason(error)}") from None


def reason(error: Exception) -> str:
    """Say why a file cannot be read or written."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _ended(name: str, command: Callable[[], int]) -> int:
    try:
        ready_to_answer()
        code = _answered(command)
    except ValueError as error:
        for line in _lines(error):
            complain(f"{name}: {line}")
        return BAD_INPUT
    except OSError as error:
        silence(sys.stdout.fileno() if sys.stdout else ANSWER)
        if isinstance(error, BrokenPipeError):
            return NOBODY_READS
        complain(f"{name}: the answer cannot be written: {reason(error)}")
        return BAD_INPUT
    return code


def _answered(command: Callable[[], int]) -> int:
    try:
        code = command()
    except SystemExit:  # the help has been printed
        code = DONE
    sys.stdout.flush()
    return code


def _lines(error: ValueError) -> list[str]:
    """Give a line for each problem, in which nothing that was typed moves a cursor or turns the reading direction."""
    said = error.problems if isinstance(error, RecordError) else [error]
    return [visible(str(problem), LONGEST_LINE) for problem in said]
