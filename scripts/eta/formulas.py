"""Cells that a spreadsheet would take for a formula.

A customer's own words travel in an export of orders. Opened in a spreadsheet, a cell that begins with `=`, `+`, `-`,
`@`, a tab or a carriage return is run, and may send the row elsewhere. As OWASP advises ("CSV Injection",
https://owasp.org/www-community/attacks/CSV_Injection), such a cell gets an apostrophe before it, and is text then.
A number, a date and a telephone number stay as they are: without letters and operators there is nothing to run.
"""

from __future__ import annotations

import re
from operator import itemgetter

BEGINS = frozenset("=+-@\t\r＝＋－＠")
FIRST = itemgetter(slice(1))
HARMLESS = re.compile(r"[+-][\d\s.,:/()-]*")  # -5.00, +1 (555) 010-4477, 1-2: figures and what stands between them


def as_text(row: list[str]) -> list[str]:
    """Give the cells of a row, those that a spreadsheet would run with an apostrophe before them."""
    if BEGINS.isdisjoint(map(FIRST, row)):
        return row
    return [f"'{cell}" if _runs(cell) else cell for cell in row]


def _runs(cell: str) -> bool:
    return cell[:1] in BEGINS and not HARMLESS.fullmatch(cell)
