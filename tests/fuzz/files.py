"""Inputs that stand in files: the facts, the law, the holidays, the words, and the words compiled."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import facts.regions
from commands import eta
from facts.regions import regions
from facts.store import load_store
from macros.catalogue import read as reading
from macros.check import everything
from macros.load import load
from reading.triage.model import load_model
from records.problem import FactsError
from tests.built import ROOT
from tests.fuzz.inputs import edited, on_disk
from tests.fuzz.outcomes import ACCEPTED, WRONG_ANSWER, Outcome, of_command, of_lines, run
from tests.product import WORLD
from words.catalogue import load_words
from words.compiled import COMPILED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from macros.catalogue.problem import Problem

DATES = ["--order-date", "2026-03-02", "--json", "--store"]


def store_facts(chance: Random) -> Outcome:
    """`references/store.toml`, as the build and as the calculator read it."""
    return _facts("references/store.toml", chance)


def holidays(chance: Random) -> Outcome:
    """`references/holidays.toml`, read with the store's facts."""
    return _facts("references/holidays.toml", chance)


def law(chance: Random) -> Outcome:
    """`references/regions.toml`, which the store's facts are held against."""
    with _spoiled(_world(), "references/regions.toml", chance) as root, _law_of(root):
        try:
            regions()
        except FactsError as error:
            return of_lines([str(problem) for problem in error.problems], begins="references/regions.toml: ")
        return _of_problems(_problems_of_facts(root))


def words(chance: Random) -> Outcome:
    """Any YAML file of `templates/`; what is accepted is made into the catalogue."""
    with _spoiled(_world(), chance.choice(_word_files()), chance) as root:
        found = _of_problems(everything(root))
        if found.kind == ACCEPTED:
            load(root)
        return found


def compiled(chance: Random) -> Outcome:
    """A file of `templates/compiled/` with a byte changed, a part lost, or another file's content."""
    name = chance.choice(("words.json", "triage.json"))
    raw = (Path(COMPILED) / name).read_bytes()
    at, length = chance.randrange(len(raw)), chance.choice((0, 1, 1, 40, 4096))
    (_world() / name).write_bytes(
        raw[:at] + bytes(chance.choices(b'"{}[]x0', k=chance.randrange(4))) + raw[at + length :]
    )
    for load_it in (load_words, load_model):
        load_it.cache_clear()
    try:
        load_words(str(_world())) if name == "words.json" else load_model(str(_world()))
    except FactsError as error:
        return of_lines(str(error).split("\n"), begins="templates/compiled/")
    return Outcome(ACCEPTED)


def _facts(name: str, chance: Random) -> Outcome:
    with _spoiled(_world(), name, chance) as root:
        found = _of_problems(_problems_of_facts(root))
        said = of_command("calculate_eta", run(eta.main, [*DATES, str(root / "references/store.toml")]))
        if found.kind == ACCEPTED:
            return said
        return found if said.kind != ACCEPTED else Outcome(WRONG_ANSWER, "only the build refuses these facts")


def _problems_of_facts(root: Path) -> list[Problem]:
    problems: list[Problem] = []
    reading._store(root, problems)  # noqa: SLF001 - the rest of the words takes a hundred times as long
    return problems


def _of_problems(problems: list[Problem]) -> Outcome:
    lines = [str(problem) for problem in problems]
    wrong = next((line for line in lines if not line.startswith(("references/", "templates/", "docs/"))), None)
    return of_lines([wrong], begins="a file") if wrong else of_lines(lines, begins="") if lines else Outcome(ACCEPTED)


@contextmanager
def _spoiled(root: Path, name: str, chance: Random) -> Iterator[Path]:
    """Edit a file of a playbook, and write it back afterwards."""
    path = root / name
    good = path.read_bytes()
    path.write_bytes(on_disk(edited(good.decode(), chance), chance))
    try:
        yield root
    finally:
        path.write_bytes(good)


@contextmanager
def _law_of(root: Path) -> Iterator[None]:
    with mock.patch.object(facts.regions, "PLAYBOOK", str(root)):
        regions.cache_clear()
        yield
    regions.cache_clear()


@cache
def _world() -> Path:
    """A copy of the small world that this process may spoil."""
    root = Path(tempfile.mkdtemp(prefix="fuzz-")) / "world"
    shutil.copytree(WORLD, root)
    shutil.copyfile(ROOT / "references/regions.toml", root / "references/regions.toml")
    load_store(root / "references/store.toml")
    return root


@cache
def _word_files() -> list[str]:
    return sorted(path.relative_to(WORLD).as_posix() for path in (WORLD / "templates").rglob("*.yml"))
