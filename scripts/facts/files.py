"""Read a TOML file of facts; what is wrong with the file itself is said in one line."""

from __future__ import annotations

import os
import re
import tomllib
from typing import Any

from records.problem import FactsError, Problem

# os.path here and open() below: pathlib would cost the calculator a tenth of its start.
SCRIPTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
MOST_DIGITS = 4300  # that Python reads
LONG_NUMBER = re.compile(rf"[0-9_]{{{MOST_DIGITS}}}")
PLAYBOOK = os.path.dirname(SCRIPTS)  # noqa: PTH120


def read_toml(root: str, label: str) -> dict[str, Any]:
    """Read a file, given by the path that a problem shows below a root.

    Raises:
        FactsError: It is missing, cannot be read, or is no TOML.
    """
    text = _text(root, label)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FactsError(Problem(label, (), f"not valid TOML: {error}")) from None
    except ValueError:
        raise FactsError(_long_number(label, text)) from None
    except RecursionError:
        raise FactsError(Problem(label, (), "not valid TOML: nested too deeply")) from None


def _text(root: str, label: str) -> str:
    try:
        with open(os.path.join(root, label), "rb") as file:  # noqa: PTH118, PTH123
            return file.read().decode()
    except FileNotFoundError:
        raise FactsError(Problem(label, (), "no such file")) from None
    except UnicodeDecodeError:
        raise FactsError(Problem(label, (), "not UTF-8 text: save it as UTF-8")) from None
    except (OSError, ValueError) as error:  # a path with a NUL in it is a ValueError
        raise FactsError(Problem(label, (), f"cannot be read: {getattr(error, 'strerror', error)}")) from None


def _long_number(label: str, text: str) -> Problem:
    """Name the one thing that TOML allows and Python does not read."""
    lines = enumerate(text.split("\n"), start=1)
    at, line = next((each for each in lines if LONG_NUMBER.search(each[1])), (1, ""))
    key = line.partition("=")[0].strip()
    return Problem(label, (key,) if key else (), f"a number of more than {MOST_DIGITS} digits (at line {at})")
