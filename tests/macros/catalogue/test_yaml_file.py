"""The YAML loader keeps strings as written and says where a problem is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from macros.catalogue.problem import Problem, located
from macros.catalogue.yaml_file import read_yaml

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("written", ["no", "12:30", "1.10", "2026-03-01", "null", "~", "0x1F", "yes"])
def test_a_scalar_stays_the_string_that_was_written(written: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text(f"value: {written}\n", encoding="utf-8")
    assert read_yaml(path, tmp_path).content == {"value": written}


BAD = [
    ("a: 1\nb: 2\na: 3\n", "a.yml:3: a: is written twice; keep one of the two"),
    ("a:\n  - b: 1\n    b: 2\n", "a.yml:3: a[0].b: is written twice; keep one of the two"),
    ("", "a.yml:1: file: is empty"),
    ("a: [1\n", "a.yml:2: file: is not valid YAML"),
    ("a: b: c\n", "a.yml:1: file: is not valid YAML"),
    ("a: 1\nb: x\x0by\n", "a.yml:2: file: has the character U+000B, which cannot be seen; remove it"),
    ("a: \x7f\n", "a.yml:1: file: has the character U+007F, which cannot be seen; remove it"),
    ("a: 1\nb: \ufffe\n", "a.yml:2: file: has the character U+FFFE, which cannot be seen; remove it"),
    ('a: 1\nb:\n  - "\\x0b"\n', "a.yml:3: b[0]: has the character U+000B, which cannot be seen; remove it"),
    ("a: \u202egnp.exe\n", "a.yml:1: a: has the character U+202E, which cannot be seen; remove it"),
    ("a: 1\nb\u202ec: 2\n", "a.yml:2: file: has the character U+202E, which cannot be seen; remove it"),
    ("? [a]\n: b\n", "a.yml:1: file: has a key that is no text; put quotes around it"),
    ("a: 1\nb: &b [*b]\n", "a.yml:2: b[0]: is an alias of what it stands in; write it out"),
    ("[" * 30_000, "a.yml:1: file: is nested too deeply, or too large"),
    ("[" * 900 + "]" * 900, "a.yml:1: file: is nested too deeply, or too large"),
    ("- " * 3000 + "x", "a.yml:1: file: is nested too deeply, or too large"),
    (
        "a: &a [x, x, x, x, x, x, x, x]\n"
        + "".join(f"{b}: &{b} [{', '.join(f'*{a}' for _ in range(8))}]\n" for a, b in pairwise("abcdefghi")),
        "a.yml:1: file: is nested too deeply, or too large",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BAD, ids=[f"{at}-{expected}" for at, (_, expected) in enumerate(BAD)])
def test_a_file_that_cannot_be_trusted_is_a_problem_with_its_line(text: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    assert str(next(iter(read_yaml(tmp_path / "a.yml", tmp_path).problems))).startswith(expected)


def test_a_missing_file_and_a_file_that_is_not_text_are_problems(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_bytes(b"\xff\xfe\xfa")
    for name in ("a.yml", "b.yml"):
        (problem,) = read_yaml(tmp_path / name, tmp_path).problems
        assert "cannot be read" in problem.message


def test_a_line_is_known_for_every_place(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a:\n  - b: 1\n    c: |-\n      x\nd: 2\n", encoding="utf-8")
    file = read_yaml(tmp_path / "a.yml", tmp_path)
    assert [
        located(Problem("", place, ""), file.lines).line
        for place in [("a",), ("a", 0, "c"), ("d",), ("a", 0, "missing")]
    ] == [1, 3, 5, 2]


def test_an_alias_of_something_else_is_what_it_stands_for(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a: &x [1, 2]\nb: *x\n", encoding="utf-8")
    assert read_yaml(tmp_path / "a.yml", tmp_path).content == {"a": ["1", "2"], "b": ["1", "2"]}
