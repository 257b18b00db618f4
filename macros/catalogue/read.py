"""Read the words and the facts from disk, with everything the checker needs to point at a line."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from facts.regions import regions
from facts.store import load_store
from macros import paths
from macros.catalogue import desk, reading
from macros.catalogue.fields import by_words, words
from macros.catalogue.problem import Problem, located
from macros.catalogue.schema import Condition, General, Tone, Vocabulary, WrittenEntry, WrittenSlots
from macros.catalogue.toml_lines import lines_of
from macros.catalogue.yaml_file import YamlFile, read_yaml
from records.problem import FactsError, Problems
from records.record import read_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from facts.schema import Store
    from records.record import Record

REGIONS = "place.regions"  # the fact that lists rows of references/regions.toml
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
    desk: desk.Desk
    reading: reading.Tables


class Reading(NamedTuple):
    """The words, or None where a file they all need cannot be read, and every problem of shape."""

    words: Words | None
    problems: list[Problem]


def read(root: Path = paths.ROOT) -> Reading:
    """Read all words below a root; entries with problems of shape are left out of the words."""
    problems: list[Problem] = [*_no_texts(root)]
    store = _store(root, problems)
    slots_file, slots = _record(root, "slots.yml", WrittenSlots, problems)
    vocabulary_file, vocabulary = _record(root, "vocabulary.yml", Vocabulary, problems)
    _, tone = _record(root, "tone.yml", Tone, problems)
    _, general = _record(root, "general.yml", General, problems)
    sentences = _desk(root, problems)
    tables = _reading(root, problems)
    partials_file, partials = _partials(root, problems)
    entries = _entries(root, problems)
    if (
        store is None
        or slots is None
        or vocabulary is None
        or tone is None
        or general is None
        or sentences is None
        or tables is None
        or partials is None
    ):
        return Reading(None, problems)
    vocabulary = _with_regions(vocabulary)
    everything = Words(
        root,
        store,
        entries,
        slots_file,
        slots,
        partials_file,
        partials,
        vocabulary_file,
        vocabulary,
        tone,
        general,
        sentences,
        tables,
    )
    return Reading(everything, problems)


def _with_regions(vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary, in which a condition among the regions of the store has the rows of the law as values."""
    rows = {name: region.name for name, region in regions().items()}
    found = vocabulary.conditions.items()
    held = {
        name: Condition({**vars(known), "values": rows}) if known.among == REGIONS else known for name, known in found
    }
    return Vocabulary({**vars(vocabulary), "conditions": held})


def _partials(root: Path, problems: list[Problem]) -> tuple[YamlFile, Mapping[str, str] | None]:
    file = read_yaml(root / "templates" / "partials.yml", root)
    problems += file.problems
    found = Problems(file.name)
    texts = by_words("shared passages", words())(file.content, (), found) if file.content is not None else None
    problems += [located(problem, file.lines) for problem in found]
    return file, None if found else texts


def _desk(root: Path, problems: list[Problem]) -> desk.Desk | None:
    read = {name: _record(root, f"desk/{name}.yml", kind, problems) for name, kind in desk.FILES.items()}
    held = [desk.File(file, found) for file, found in read.values() if found]
    return desk.Desk._make(held) if len(held) == len(read) else None


def _reading(root: Path, problems: list[Problem]) -> reading.Tables | None:
    found = [_record(root, f"reading/{name}.yml", kind, problems) for name, kind in reading.FILES.items()]
    return reading.Tables._make(file for file, _ in found) if all(record for _, record in found) else None


def _store(root: Path, problems: list[Problem]) -> Store | None:
    try:
        return load_store(root / "references" / "store.toml")
    except FactsError as error:
        for name, found in groupby(error.problems, lambda problem: problem.file):
            path = paths.ROOT / name
            lines = lines_of(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else {}
            problems += [located(problem, lines)._replace(file=paths.shown(path, root)) for problem in found]
        return None


def _no_texts(root: Path) -> Iterator[Problem]:
    """The pages, policies and messages that are no UTF-8; what they say is judged in `macros.rules`."""
    for folder, names in (("references", "*.md"), ("templates/messages", "*.txt"), ("docs", "*.md")):
        for path in sorted((root / folder).rglob(names)):
            try:
                path.read_text(encoding="utf-8")
            except (UnicodeDecodeError, OSError) as error:
                said = error.strerror if isinstance(error, OSError) else "no text in UTF-8; save it as UTF-8"
                yield Problem(paths.shown(path, root), (), f"cannot be read: {said}", line=1)


def _entries(root: Path, problems: list[Problem]) -> tuple[EntryFile, ...]:
    found: list[EntryFile] = []
    folder = root / "templates"
    for path in sorted(path for kind in KINDS for path in (folder / kind).glob("*.yml")):
        file, written = _record(root, f"{path.parent.name}/{path.name}", WrittenEntry, problems)
        if written:
            found.append(EntryFile(f"{path.parent.name}/{path.stem}", file, written))
    return tuple(found)


def _record[Kind: Record](
    root: Path, name: str, kind: type[Kind], problems: list[Problem]
) -> tuple[YamlFile, Kind | None]:
    file = read_yaml(root / "templates" / name, root)
    problems += file.problems
    if file.content is None:
        return file, None
    found = Problems(file.name)
    record: Kind | None = read_record(kind, file.content, (), found)
    problems += [located(problem, file.lines) for problem in found]
    return file, record
