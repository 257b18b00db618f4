"""A problem of a file of facts names the line and the field where it stands, however the file is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from macros.problem import Problem

SECOND_CLOSED = """
[[closed]]
from = 2026-12-24
to = 2026-12-20
reason = "Christmas"
calendars = ["workshop"]
"""


def problems(world: Path, old: str, new: str) -> list[Problem]:
    """What is said once some facts of the small world are written otherwise."""
    path = world / "references" / "store.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return read(world).problems


def line_of(world: Path, start: str, nth: int = 1) -> int:
    lines = (world / "references" / "store.toml").read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, start=1) if line.startswith(start)][nth - 1]


def test_the_second_table_of_an_array_names_its_own_line(world: Path) -> None:
    (problem,) = problems(world, "\n[orders]", f"{SECOND_CLOSED}\n[orders]")
    assert problem.line == line_of(world, "to = 2026-12-20")
    assert problem.field == "closed[1].to"


@pytest.mark.parametrize("value", ['"Luna: always"', '"Luna: expected: x = y"', '"a = b"'])
def test_a_value_with_a_colon_leaves_the_field_its_name(world: Path, value: str) -> None:
    path = world / "references" / "store.toml"
    email = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("email ="))
    (problem,) = problems(world, email, f"email = {value}")
    assert problem.field == "brand.email"
    assert problem.line == line_of(world, "email =")
    said = f"brand.email = {value}: expected an email address like care@your-store.example"
    assert str(problem) == f"references/store.toml:{problem.line}: {said}"
