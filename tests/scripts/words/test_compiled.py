"""A compiled file is read as it was written, or refused in one line that says how to make it anew."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.catalogue.compiled import as_json, compiled_source
from reading.triage.model import load_model
from records.problem import FactsError
from words.catalogue import load_words
from words.compiled import COMPILED, read_compiled

if TYPE_CHECKING:
    from collections.abc import Callable

FILES: dict[str, Callable[[str], object]] = {"words.json": load_words, "triage.json": load_model}
SAYS = "{} is missing, damaged or not for these scripts: run `make words`"
of_each_file = pytest.mark.parametrize("name", FILES)


def refused(folder: Path, name: str, content: bytes) -> str:
    """What is said of a file with some content."""
    (folder / name).write_bytes(content)
    load_words.cache_clear()
    load_model.cache_clear()
    with pytest.raises(FactsError) as error:
        FILES[name](str(folder))
    return str(error.value)


@of_each_file
def test_a_damaged_file_says_what_to_do(name: str, tmp_path: Path) -> None:
    good, by_chance = Path(COMPILED, name).read_bytes(), random.Random(1)  # noqa: S311 - seeded
    for _ in range(40):
        at = by_chance.randrange(len(good))
        for damaged in (
            good[:at],
            good[:at] + bytes([by_chance.choice([*b'x0"{}[]\xff\x00'])]) + good[at + 1 :],
            good[:at] + good[at + 40 :],
            good[at:] + good[:at],
        ):
            if damaged != good:
                assert refused(tmp_path, name, damaged) == "templates/compiled/" + SAYS.format(name)


@of_each_file
@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 3}', b"null", b"\xff", b"[" * 100_000])
def test_what_was_never_written_so_is_refused(name: str, content: bytes, tmp_path: Path) -> None:
    assert "run `make words`" in refused(tmp_path, name, content)


@of_each_file
def test_another_version_is_refused(name: str, tmp_path: Path) -> None:
    assert "run `make words`" in refused(tmp_path, name, as_json({"version": 0}).encode())


@of_each_file
def test_other_line_ends_are_no_damage(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(Path(COMPILED, name).read_bytes().replace(b"\n", b"\r\n"))
    assert FILES[name](str(tmp_path)) == FILES[name](COMPILED) or name == "triage.json"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    data = {"version": 7, "source": "abc", "texts": ["“é”", "\r\n"], "by_name": {"a": [1, 2.5, None]}}
    (tmp_path / "x.json").write_text(as_json(data), encoding="utf-8")
    assert read_compiled(str(tmp_path), "x.json", 7) == data
    assert compiled_source(tmp_path / "x.json") == "abc"


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    """`make words` writes only what is older than the words: a damaged file has no source to go by."""
    text = as_json({"version": 7, "source": "abc"})
    (tmp_path / "x.json").write_text(text.replace("7", "8"), encoding="utf-8")
    assert compiled_source(tmp_path / "x.json") is None
