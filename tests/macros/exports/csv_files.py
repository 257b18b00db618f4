"""What the tests of CSV files share."""

from __future__ import annotations

import csv
import io
import re

QUOTED = re.compile(rb'"(?:[^"]|"")*"')


def rows(content: bytes) -> list[list[str]]:
    """The rows of a file, a header among them."""
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def assert_line_ends(content: bytes) -> None:
    """Each row ends with the two signs of CSV, and each line of a text in a cell with a line feed alone."""
    between = QUOTED.sub(b"", content)
    assert between.endswith(b"\r\n")
    assert between.count(b"\n") == between.count(b"\r\n") == content.count(b"\r") == len(rows(content))
