"""What the triage learns from: phrases, general questions, and the messages in `templates/messages/`.

A message is a line of the file of its place. It may say what each of its parts asks, after the part: "It came
cracked. [] Do I post it back? [must-send-back]". Sentences that ask the same in other words stand in `asks.txt`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from case.topics import Topic
from macros import paths
from macros.catalogue.content import content_name, installed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalogue.read import EntryFile, Words

HERE = Path(__file__).resolve().parent
CODE = (*(paths.SCRIPTS / "reading" / "triage").glob("*.py"), *(path for path in HERE.iterdir() if path.is_file()))
LIBRARIES = ("numpy", "scikit-learn")
PART = re.compile(r"(.*?)\[([a-z, -]*)\]\s*")
MESSAGES, ASKS_FILE = "templates/messages", "asks"


class Said(NamedTuple):
    """A text and what it is about.

    Attributes:
        label: The entry or page, or a template where the words ask for this very reply.
    """

    text: str
    label: str


class Asked(NamedTuple):
    """A part of a message, and the ids of what it asks: none for a part that only tells."""

    text: str
    asks: tuple[str, ...]


def material(words_: Words) -> list[Said]:
    """Everything to learn from: phrases, general questions, and the messages in `templates/messages/`."""
    status = next((entry.id for entry in words_.entries if Topic.STATUS in entry.written.raises), "")
    entries = [found for entry in words_.entries for found in _phrases(entry, status)]
    general = [Said(text, page) for page, known in words_.general.pages.items() for text in known.customers_say]
    return [*entries, *general, *_messages(words_)]


def courtesies(words_: Words) -> list[str]:
    """The entries that are no concern beside another."""
    return [entry.id for entry in words_.entries if Topic.COURTESY in entry.written.raises]


def source_of(words_: Words) -> str:
    """A name of what is learned from, and of the code that learns and reads it: 12 hexadecimal digits."""
    said = "".join(f"{said.label}\t{said.text}\n" for said in material(words_))
    asks = "".join(f"{part.asks}\t{part.text}\n" for part in asked(words_))
    besides = [installed(LIBRARIES), *courtesies(words_), said, asks]
    return content_name(sorted(CODE), "\n".join(besides))


def asked(words_: Words) -> list[Asked]:
    """Every part of a message whose asks are told."""
    lines = (line for path in _files(words_) for line in _lines(path))
    return [Asked(text.strip(), _names(asks)) for line in lines for text, asks in PART.findall(line) if text.strip()]


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


def _messages(words_: Words) -> Iterator[Said]:
    for path in _files(words_):
        label = path.relative_to(words_.root / MESSAGES).with_suffix("").as_posix()
        if label != ASKS_FILE:
            yield from (Said(PART.sub(r"\1", line).strip(), label) for line in _lines(path))


def _files(words_: Words) -> list[Path]:
    return sorted((words_.root / MESSAGES).rglob("*.txt"))


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(",") if name.strip())
