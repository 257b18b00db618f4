"""The catalogue as everything after the checks sees it: complete, frozen, nothing left to look up.

It holds what the desk knows of the words, and what only pages and exports need besides: a store's facts in
every text, what entries say to the agent, and each template's example, complete for every slot it uses.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.catalogue.desk import Questions, QuestionWords
    from macros.catalogue.schema import SampleOrder, Shelf, Vocabulary, WrittenEntry
    from words import catalogue as words
    from words.message import Body

USUAL = "usual"  # the sample order whose dates the pages show


@dataclass(frozen=True)
class Message:
    """What one channel of a template says."""

    channel: str
    label: str
    subject: Body | None
    body: Body

    @property
    def label_in_sentence(self) -> str:
        """The channel's label inside a sentence: `email`, but `SMS`."""
        return self.label if self.label.isupper() else self.label.lower()

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots of subject and body, each once, in reading order."""
        return tuple(dict.fromkeys((*(self.subject.slots if self.subject else ()), *self.body.slots)))


@dataclass(frozen=True)
class Template:
    """One sendable message of an entry, for one store.

    Attributes:
        id: the whole id, `scenarios/change-request/window-open`.
        title: what makes it the right one, in a few words.
        anchor: its anchor on its page.
        when: the condition values it is for, in words, by condition.
        messages: what each channel says, with the store's facts.
        example: a value for every slot it uses.
    """

    id: str
    title: str
    anchor: str
    when: Mapping[str, tuple[str, ...]]
    messages: tuple[Message, ...]
    next_steps: tuple[str, ...]
    example: Mapping[str, str]


@dataclass(frozen=True)
class Entry:
    """A stage, scenario or milestone, with the templates that one store can send.

    Attributes:
        id: the folder and the name.
        kind: the folder it is in: `stages`, `scenarios` or `milestones`.
        address: its address on the site, relative to the home page.
        source: its file.
        written: all that it says to the agent; below, what of that may state facts, with the store's.
    """

    id: str
    kind: str
    name: str
    title: str
    address: str
    source: str
    written: WrittenEntry
    summary: str
    sent: str
    use_when: tuple[str, ...]
    templates: tuple[Template, ...]

    @property
    def page(self) -> str:
        """Its page under `docs/`, with the anchor where several entries share one page."""
        return f"milestones.md#{self.name}" if self.kind == "milestones" else f"{self.id}.md"


# One catalogue is itself only: what is made from it is kept by it. mkdocs-macros writes out each macro that holds it.
@dataclass(frozen=True, eq=False, repr=False)
class Catalogue:
    """All entries, slots and vocabulary, in the order they are shown."""

    entries: tuple[Entry, ...]
    slots: Mapping[str, words.Slot]
    samples: Mapping[str, str]
    vocabulary: Vocabulary
    sample_orders: Mapping[str, SampleOrder]
    questions: Questions

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """The entries by id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def used_slots(self) -> tuple[words.Slot, ...]:
        """The slots that some message has."""
        used = {name for template in self.templates for message in template.messages for name in message.slots}
        return tuple(slot for slot in self.slots.values() if slot.name in used)

    @property
    def usual_order(self) -> SampleOrder:
        """The order whose dates the pages show as an example."""
        return self.sample_orders[USUAL]

    @property
    def first_questions(self) -> tuple[QuestionWords, ...]:
        """The questions of the first 90 seconds."""
        return tuple(self.questions.questions[name] for name in self.questions.first)

    @property
    def templates(self) -> tuple[Template, ...]:
        """All templates."""
        return tuple(template for entry in self.entries for template in entry.templates)

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """The entries of `stages`, `scenarios` or `milestones`."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    def shelves(self, kind: str) -> tuple[Shelf, ...]:
        """The shelves that hold entries of a kind."""
        return tuple(shelf for shelf in self.vocabulary.shelves if shelf.entries[0].startswith(f"{kind}/"))

    def raising(self, topic: str) -> Entry | None:
        """The first entry that raises a topic; None where the store has none."""
        return next((entry for entry in self.entries if topic in entry.written.raises), None)

    def counting_towards(self, kpi: str) -> tuple[Entry, ...]:
        """The entries whose tickets count towards a KPI."""
        return tuple(entry for entry in self.entries if kpi in entry.written.counts_towards)
