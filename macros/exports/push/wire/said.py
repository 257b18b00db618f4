"""What a server says, as it may be shown: one short line without control characters, and never a token."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

SIGNING = ("Authorization", "api_access_token")
SHOWN = 200


def hidden(headers: httpx.Headers) -> Callable[[str], str]:
    """Gives a function that takes all that signs a request out of a text: a server may send back what it was sent."""
    secrets = sorted({part for name in SIGNING for part in _parts(headers.get(name, ""))}, key=len, reverse=True)

    def hide(text: str) -> str:
        for secret in secrets:
            text = text.replace(secret, "…")
        return text

    return hide


def one_line(text: str) -> str:
    """A text from outside as part of one line, without anything that a terminal would obey."""
    begin = text[: SHOWN * 5]
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in begin).split())
    return line if len(line) <= SHOWN else line[:SHOWN] + "…"


def _parts(value: str) -> set[str]:
    """A header's value, and what basic authentication (RFC 7617) packs into it."""
    scheme, _, packed = value.rpartition(" ")
    if scheme != "Basic":
        return {value} - {""}
    try:
        opened = base64.b64decode(packed, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        opened = ""
    return {part for part in (value, packed, opened, opened.partition(":")[2]) if part}
