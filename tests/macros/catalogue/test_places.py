"""A problem of a file of facts names the line and the field where it stands, however the file is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalogue.read import read
from macros.catalogue.toml_lines import lines_of

if TYPE_CHECKING:
    from pathlib import Path

    from macros.catalogue.problem import Problem

THIRD_CLOSED = """
[[closed]]
from = 2026-12-24
to = 2026-12-20
reason = "Christmas"
calendars = ["workshop"]
"""

WRITTEN = '''
title = """
[rush]
to = 1
"""
"odd key" = "two lines"
place.zone = "UTC"
carriers = [ # a list
  {name = "UPS", "tracking url" = "x"},
  # a note ]
  {name = "USPS"},
]

[rush]
days = [
  "mon",
  """
  tue""",
]
[[closed]]
to = 1
[closed.why]
said = 2
[[closed]]

to = 2
[products."Pet Portrait"]
title = "x"
'''
PLACES = {
    ("title",): 2,
    ("odd key",): 6,
    ("place", "zone"): 7,
    ("carriers",): 8,
    ("carriers", 0, "tracking url"): 9,
    ("carriers", 1): 11,
    ("carriers", 1, "name"): 11,
    ("rush",): 14,
    ("rush", "days", 0): 16,
    ("rush", "days", 1): 17,
    ("closed", 0, "to"): 21,
    ("closed", 0, "why", "said"): 23,
    ("closed", 1): 24,
    ("closed", 1, "to"): 26,
    ("products", "Pet Portrait"): 27,
    ("products", "Pet Portrait", "title"): 28,
}


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


def test_a_place_is_found_however_it_is_written() -> None:
    lines = lines_of(WRITTEN)
    assert {place: lines.get(place) for place in PLACES} == PLACES


def test_a_missing_key_names_the_line_of_its_table(world: Path) -> None:
    (problem,) = problems(world, "hours = 24", "")
    assert problem.line == line_of(world, "[change_window]")


def test_a_later_table_of_an_array_names_its_own_line(world: Path) -> None:
    (problem,) = problems(world, "\n[orders]", f"{THIRD_CLOSED}\n[orders]")
    assert problem.line == line_of(world, "to = 2026-12-20")
    assert problem.field == "closed[2].to"


@pytest.mark.parametrize("value", ['"Luna: always"', '"Luna: expected: x = y"', '"a = b"'])
def test_a_value_with_a_colon_leaves_the_field_its_name(world: Path, value: str) -> None:
    path = world / "references" / "store.toml"
    email = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("email ="))
    (problem,) = problems(world, email, f"email = {value}")
    assert problem.field == "brand.email"
    assert problem.line == line_of(world, "email =")
    said = f"brand.email = {value}: expected an email address like care@your-store.example"
    assert str(problem) == f"references/store.toml:{problem.line}: {said}"


def test_a_long_file_is_read_in_one_go() -> None:
    """Twice as long takes twice as long: reading a beginning anew for every line would take hours here."""
    keys = "".join(f"key-{at} = {at}\n" for at in range(10_000))
    tables = "".join(f"[[closed]]\nto = {at}\n" for at in range(10_000))
    lines = lines_of(keys + tables)
    assert (lines[("key-9999",)], lines[("closed", 9999, "to")]) == (10_000, 30_000)


@pytest.mark.parametrize("text", ["[", "]", "a = [", '"""', "[[a]", "= 1", "[a]\n[a]\nb = 1", "\x00", "'" * 7])
def test_where_there_is_no_toml_there_is_no_place_to_fail_at(text: str) -> None:
    assert set(lines_of(text)) <= {("a",), ("a", "b")}
