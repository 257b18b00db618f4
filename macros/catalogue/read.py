"""Read the words and the facts from disk, with everything the checker needs to point at a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros import paths
from macros.catalogue import facts
from macros.catalogue.schema import General, Tone, Vocabulary, WrittenEntry, WrittenSlots
from macros.catalogue.shape import fitted
from macros.catalogue.yaml_file import YamlFile, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.catalogue.facts import Store
    from macros.catalogue.problem import Problem

KINDS = ("stages", "scenarios", "milestones")


class EntryFile(NamedTuple):
    """An entry with the file it was read from."""

    id: str
    file: YamlFile
    written: WrittenEntry

    @property
    def kind(self) -> str:
        """The folder it is in."""
        return self.id.partition("/")[0]


class Words(NamedTuple):
    """Everything under `templates/`, as written, beside the store facts it is checked against."""

    root: Path
    store: Store
    entries: tuple[EntryFile, ...]
    slots_file: YamlFile
    slots: WrittenSlots
    partials_file: YamlFile
    partials: Mapping[str, str]
    vocabulary_file: YamlFile
    vocabulary: Vocabulary
    tone: Tone
    general: General


class Reading(NamedTuple):
    """The words, or None where a file they all need cannot be read, and every problem of shape."""

    words: Words | None
    problems: list[Problem]


def read(root: Path = paths.ROOT) -> Reading:
    """Read all words below a root.

    Returns:
        The words and the problems of shape; entries with such problems are left out of the words.
    """
    problems: list[Problem] = []
    store = facts.read(root, problems)
    slots_file, slots = _shaped(root, "slots.yml", WrittenSlots, problems)
    vocabulary_file, vocabulary = _shaped(root, "vocabulary.yml", Vocabulary, problems)
    _, tone = _shaped(root, "tone.yml", Tone, problems)
    _, general = _shaped(root, "general.yml", General, problems)
    partials_file = read_yaml(root / "templates" / "partials.yml", root)
    problems += partials_file.problems
    entries = _entries(root, problems)
    if (
        store is None
        or slots is None
        or vocabulary is None
        or tone is None
        or general is None
        or not isinstance(partials_file.content, dict)
    ):
        return Reading(None, problems)
    texts = {name: str(text) for name, text in partials_file.content.items()}
    everything = Words(
        root, store, entries, slots_file, slots, partials_file, texts, vocabulary_file, vocabulary, tone, general
    )
    return Reading(everything, problems)


def _entries(root: Path, problems: list[Problem]) -> tuple[EntryFile, ...]:
    found: list[EntryFile] = []
    words = root / "templates"
    for path in sorted(path for kind in KINDS for path in (words / kind).glob("*.yml")):
        file, written = _shaped(root, f"{path.parent.name}/{path.name}", WrittenEntry, problems)
        if written:
            found.append(EntryFile(f"{path.parent.name}/{path.stem}", file, written))
    return tuple(found)


def _shaped[Shape](root: Path, name: str, cls: type[Shape], problems: list[Problem]) -> tuple[YamlFile, Shape | None]:
    file = read_yaml(root / "templates" / name, root)
    problems += file.problems
    if file.content is None:
        return file, None
    found = fitted(file.content, cls)
    if isinstance(found, list):
        problems += [file.problem(place, message) for place, message in found]
        return file, None
    return file, found
