"""What JSON from outside is, in words, and the few forms of it that are taken; nothing else is guessed at."""

from __future__ import annotations

import json
import re
from typing import Any

LONGEST_CURSOR = 4_000
NUMBER = re.compile(r"[1-9][0-9]{0,17}")
PLAIN = {type(None): "null", bool: "true or false", int: "a number", float: "a number", str: "a text"}
SHOWN_NAMES = 5
# What reading a strange form by its names may raise.
STRANGE = (LookupError, TypeError, AttributeError, ValueError, OverflowError, RecursionError)


class FormError(ValueError):
    """JSON in another form than is documented; the text says what came."""


def parsed(content: bytes) -> Any:
    """What JSON says.

    Raises:
        FormError: when it is none, or one that nests too deeply or has too large a number.
    """
    try:
        return json.loads(content) if content.strip() else None
    except RecursionError:
        raise FormError("JSON that nests too deeply") from None
    except ValueError:
        raise FormError("what is not JSON, or not all of it") from None


def rows(value: Any, name: str) -> list[Any]:
    """A list.

    Raises:
        FormError: when it is none.
    """
    if not isinstance(value, list):
        raise FormError(f"{described(value)} as {name}, where a list belongs")
    return value


def number(value: Any) -> int:
    """The number of an entry: what else could stand in a path is none.

    Raises:
        FormError: when it is none.
    """
    text = "" if isinstance(value, bool) or not isinstance(value, int | str) else str(value)
    if not NUMBER.fullmatch(text):
        raise FormError(f"{described(value)} as the number of an entry, which is none")
    return int(text)


def cursor(value: Any) -> str:
    """The mark of the next page.

    Raises:
        FormError: when it is none.
    """
    if isinstance(value, str) and 0 < len(value) <= LONGEST_CURSOR and value.isascii() and value.isprintable():
        return value
    raise FormError(f"{described(value)} as the cursor of the next page, which is none")


def described(value: Any) -> str:
    """What it is, in a few words that hold nothing of it but names."""
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        return f"an object with {', '.join(sorted(value)[:SHOWN_NAMES]) or 'nothing in it'}"
    return PLAIN[type(value)]
