"""A playbook of one's own: a copy of the words, the facts and the pages, edited as a store edits them."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from facts.store import load_store
from macros.catalogue.compiled import as_json, known_places, words_as_data
from macros.catalogue.problem import CatalogueError
from macros.catalogue.read import read
from macros.load import checked
from reading.triage.model import load_model
from tests.built import ROOT
from words.catalogue import load_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facts.schema import Store
    from macros.catalogue.problem import Problem
    from reading.triage.model import Model
    from words.catalogue import Words

KINDS = ("stages", "scenarios", "milestones")
COPIED = ("templates", "references", "docs/stages", "docs/scenarios", "docs/exports")
ROUNDS = 6  # what is removed may leave something else without a use
DEAD_LINK = re.compile(r"\[?([^][]*)\]\([^)]*\)")
STEP = re.compile(r"\[(\d+)\]\.?")


class Desk(NamedTuple):
    """What the commands and the desk answer from."""

    store: Store
    words: Words
    model: Model


def copied(root: Path) -> Path:
    """Copy the words, the facts and the pages that `make check` reads."""
    for name in COPIED:
        shutil.copytree(ROOT / name, root / name)
    for path in [*(ROOT / "docs").glob("*.md"), ROOT / "mkdocs.yml"]:
        shutil.copyfile(path, root / path.relative_to(ROOT))
    return root


def edit(path: Path, change: Callable[[Any], None]) -> None:
    """Change the content of a YAML file; JSON is YAML too."""
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - it makes only texts
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0), encoding="utf-8")


def rename(root: Path, old: str, new: str) -> None:
    """Give an entry another id in every file of words, facts and pages, and its files another name."""
    kind, _, name = old.partition("/")
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        text = path.read_text(encoding="utf-8")
        if old in text:
            path.write_text(text.replace(old, new), encoding="utf-8")
    for path in sorted(path for path in root.rglob(f"{name}*") if path.stem == name and path.parent.name == kind):
        path.rename(path.with_stem(new.partition("/")[2]))


def drop_entry(root: Path, entry_id: str) -> None:
    """Remove an entry and its place on a shelf."""
    (root / f"templates/{entry_id}.yml").unlink()

    def unshelve(vocabulary: Any) -> None:
        for shelf in vocabulary["shelves"]:
            shelf["entries"] = [name for name in shelf["entries"] if name != entry_id]
        vocabulary["shelves"] = [shelf for shelf in vocabulary["shelves"] if shelf["entries"]]

    edit(root / "templates/vocabulary.yml", unshelve)


def problems_of(root: Path) -> list[Problem]:
    """Every problem of the facts and words below a root, their tone apart."""
    try:
        checked(root)
    except CatalogueError as error:
        return error.problems
    return []


def do_as_the_check_says(root: Path) -> None:
    """Remove what the check says is to be removed, until it is content."""
    for _ in range(ROUNDS):
        problems = problems_of(root)
        for problem in reversed(problems):
            _remove(root, problem)
        if not problems:
            return
    raise AssertionError("\n".join(map(str, problems_of(root))))


def desk(root: Path) -> Desk:
    """Compile the words, and take from what was learned the entries that are left."""
    words = read(root).words
    assert words is not None
    compiled = words_as_data(words)
    folder = root / "templates/compiled"
    learned = json.loads((folder / "triage.json").read_text(encoding="utf-8"))
    (folder / "words.json").write_text(as_json(compiled), encoding="utf-8")
    (folder / "triage.json").write_text(as_json(known_places(learned, compiled)), encoding="utf-8")
    load_words.cache_clear()
    load_model.cache_clear()
    return Desk(load_store(root / "references/store.toml"), load_words(str(folder)), load_model(str(folder)))


def _remove(root: Path, problem: Problem) -> None:
    path = root / problem.file
    if path.suffix == ".txt" or "remove the page" in problem.message:
        path.unlink()
    elif path.parts[len(root.parts)] == "templates":
        edit(path, lambda content: _delete(content, problem.field))
    else:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        lines[problem.line - 1] = DEAD_LINK.sub(r"\1", lines[problem.line - 1]) if problem.field == "link" else ""
        path.write_text("".join(lines), encoding="utf-8")


def _delete(content: Any, field: str) -> None:
    """Delete a place such as `slots.order.number`; an item of `not_when` makes no sense without its `see`."""
    at = STEP.match(field)
    key: Any = int(at[1]) if at else next(name for name in content if re.match(rf"{re.escape(name)}([.\[]|$)", field))
    rest = field[at.end() :] if at else field.removeprefix(key).removeprefix(".")
    if rest in ("", "see"):
        del content[key]
    else:
        _delete(content[key], rest)
