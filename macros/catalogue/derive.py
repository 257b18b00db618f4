"""From the words as written to the catalogue as everything else sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalogue.combinations import narrowed, possible
from macros.catalogue.model import Catalogue, Entry, Message, SlotInfo, Template
from macros.catalogue.resolve import Names
from macros.catalogue.samples import sample

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.catalogue.read import EntryFile, Words
    from macros.catalogue.schema import WrittenTemplate

ONE_PAGE = ("milestones",)  # kinds whose entries share one page


def derive(words: Words) -> Catalogue:
    """The catalogue of words that have passed the checks."""
    slots = {
        name: SlotInfo(name, slot.label, slot.meaning, sample(slot, words.slots, words.store), slot.link)
        for name, slot in words.slots.slots.items()
    }
    entries = tuple(_entry(entry, words, slots) for entry in ordered(words))
    return Catalogue(entries, slots, words.vocabulary, words.slots.sample_orders, words.desk.questions.holds)


def ordered(words: Words) -> list[EntryFile]:
    """The entries in the order of the shelves."""
    by_id = {entry.id: entry for entry in words.entries}
    return [by_id[entry_id] for shelf in words.vocabulary.shelves for entry_id in shelf.entries]


class _Prose:
    """Resolves the facts in what an entry says to the agent."""

    def __init__(self, words: Words, slots: Mapping[str, SlotInfo]) -> None:
        self._names, self._slots = Names(words), slots

    def __call__(self, source: str) -> str:
        return self._names.known(self._names.body(source)).plain(lambda name: self._slots[name].blank)


def _entry(entry: EntryFile, words: Words, slots: Mapping[str, SlotInfo]) -> Entry:
    values = possible(words.vocabulary.conditions, words.store)
    usable = [template for template in entry.written.templates if all(narrowed(template, values).values())]
    templates = tuple(_template(entry, template, words, slots) for template in usable)
    prose = _Prose(words, slots)
    summary, sent = prose(entry.written.summary), prose(entry.written.sent or "")
    use_when = tuple(map(prose, entry.written.use_when))
    return Entry(entry.id, entry.file.name, entry.written, summary, sent, use_when, templates)


def _template(
    entry: EntryFile,
    written: WrittenTemplate,
    words: Words,
    slots: Mapping[str, SlotInfo],
) -> Template:
    messages = tuple(_messages(written, words))
    used = dict.fromkeys(name for message in messages for name in message.slots)
    return Template(
        id=f"{entry.id}/{written.id}",
        anchor=f"{entry.id.partition('/')[2]}-{written.id}" if entry.kind in ONE_PAGE else written.id,
        title=written.title,
        when=_in_words(written, words),
        messages=messages,
        next_steps=tuple(map(_Prose(words, slots), written.next_steps)),
        example={name: written.example.get(name, slots[name].sample) for name in used},
    )


def _messages(written: WrittenTemplate, words: Words) -> list[Message]:
    names = Names(words)
    subject = names.known(names.body(written.subject)) if written.subject else None
    found = []
    for channel, known in words.vocabulary.channels.items():
        source = getattr(written, channel)
        if source:
            body = names.known(names.body(source))
            found.append(Message(channel, known.label, subject if channel == "email" else None, body))
    return found


def _in_words(written: WrittenTemplate, words: Words) -> dict[str, tuple[str, ...]]:
    conditions = words.vocabulary.conditions
    return {
        conditions[name].label: tuple(conditions[name].values[value] for value in values)
        for name, values in narrowed(written, possible(conditions, words.store)).items()
    }
