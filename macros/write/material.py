"""What the triage learns from: phrases, general questions, and the messages in `templates/messages/`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from case.topics import Topic
from macros import paths
from macros.catalogue.content import content_name, installed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.catalogue.read import EntryFile, Words

CODE = (
    *(paths.SCRIPTS / "reading").glob("*.py"),
    *(paths.ROOT / "macros" / "write" / name for name in ("material.py", "model.py")),
)
LIBRARIES = ("numpy", "scikit-learn")


class Said(NamedTuple):
    """A text and what it is about.

    Attributes:
        label: The entry or page, or a template where the words ask for this very reply.
    """

    text: str
    label: str


def material(words_: Words) -> list[Said]:
    """Everything to learn from: phrases, general questions, and the messages in `templates/messages/`."""
    status = next((entry.id for entry in words_.entries if Topic.STATUS in entry.written.raises), "")
    entries = [found for entry in words_.entries for found in _phrases(entry, status)]
    general = [Said(text, page) for page, known in words_.general.pages.items() for text in known.customers_say]
    return [*entries, *general, *_messages(words_.root / "templates" / "messages")]


def courtesies(words_: Words) -> list[str]:
    """The entries that are no concern beside another."""
    return [entry.id for entry in words_.entries if Topic.COURTESY in entry.written.raises]


def source_of(words_: Words) -> str:
    """A name of what is learned from, and of the code that learns and reads it: 12 hexadecimal digits."""
    said = "".join(f"{said.label}\t{said.text}\n" for said in material(words_))
    besides = [installed(LIBRARIES), *courtesies(words_), said]
    return content_name(sorted(CODE), "\n".join(besides))


def place_of(label: str) -> str:
    """The entry or page of a label."""
    return "/".join(label.split("/")[:2])


def _phrases(entry: EntryFile, status: str) -> Iterator[Said]:
    if entry.kind == "milestones":
        return
    # A question about a stage is a question about the order's status; the stage is a fact and not a concern.
    home = (entry.written.stage and status) or entry.id
    yield from (Said(text, home) for text in entry.written.customers_say)
    for template in entry.written.templates:
        yield from (Said(text, f"{home}/{template.id}") for text in template.customers_say)


def _messages(folder: Path) -> Iterator[Said]:
    for path in sorted(folder.rglob("*.txt")):
        label = path.relative_to(folder).with_suffix("").as_posix()
        yield from (Said(line, label) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
