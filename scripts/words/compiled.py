"""A file of `templates/compiled/`: JSON whose first line is a checksum of all that follows.

A file that was cut off, edited by hand or damaged on the way is refused whole, so that nobody who reads one has to
doubt what is in it.
"""

from __future__ import annotations

import json
import os
import zlib
from typing import Any

from facts.files import PLAYBOOK
from records.problem import FactsError

COMPILED = os.path.join(PLAYBOOK, "templates", "compiled")  # noqa: PTH118 - as in toml_file


def sealed(body: str) -> str:
    """Give the text of a file: a JSON object, from what stands in it after its opening brace."""
    return f"{_seal(body.encode())}\n{body}"


def content_of(folder: str, name: str) -> dict[str, Any] | None:
    """Read a file; None where it is missing, or not as it was written."""
    try:
        with open(os.path.join(folder, name), "rb") as file:  # noqa: PTH118, PTH123 - as in toml_file
            raw = file.read()
    except OSError:
        return None
    seal, _, body = (raw.replace(b"\r\n", b"\n") if b"\r" in raw else raw).partition(b"\n")
    found: dict[str, Any] | None = json.loads(b"{" + body) if seal == _seal(body).encode() else None
    return found


def read_compiled(folder: str, name: str, version: int) -> dict[str, Any]:
    """Read a file.

    Raises:
        FactsError: It is missing, damaged, or made for another version of these scripts.
    """
    found = content_of(folder, name)
    if found is None or found["version"] != version:
        said = "is missing, damaged or not for these scripts: run `make words`"
        raise FactsError(f"templates/compiled/{name} {said}")
    return found


def _seal(body: bytes) -> str:
    return f'{{"checksum":"{zlib.crc32(body):08x}",'
