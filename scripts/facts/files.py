"""Read a TOML file of facts; what is wrong with the file itself is said in one line."""

from __future__ import annotations

import os
import tomllib
from typing import Any

from records.problem import FactsError, Problem

# os.path here and open() below: pathlib would cost the calculator a tenth of its start.
SCRIPTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
MOST_DIGITS = 4300  # that Python reads
PLAYBOOK = os.path.dirname(SCRIPTS)  # noqa: PTH120


def read_toml(root: str, label: str) -> dict[str, Any]:
    """Read a file, given by the path that a problem shows below a root.

    Raises:
        FactsError: It is missing, cannot be read, or is no TOML.
    """
    try:
        with open(os.path.join(root, label), "rb") as file:  # noqa: PTH118, PTH123
            return tomllib.load(file)
    except FileNotFoundError:
        raise FactsError(Problem(label, (), "no such file")) from None
    except OSError as error:
        raise FactsError(Problem(label, (), f"cannot be read: {error.strerror}")) from None
    except UnicodeDecodeError:
        raise FactsError(Problem(label, (), "not UTF-8 text: save it as UTF-8")) from None
    except tomllib.TOMLDecodeError as error:
        raise FactsError(Problem(label, (), f"not valid TOML: {error}")) from None
    except ValueError:  # of a number with thousands of digits
        raise FactsError(Problem(label, (), f"not valid TOML: a number has more than {MOST_DIGITS} digits")) from None
    except RecursionError:
        raise FactsError(Problem(label, (), "not valid TOML: nested too deeply")) from None
