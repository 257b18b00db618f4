"""From the words as written to the catalogue as everything else sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalogue.compiled import contents, ordered
from macros.catalogue.model import Catalogue, Entry, Message, Template
from macros.catalogue.resolve import Names
from macros.catalogue.samples import sample
from words.catalogue import words_of
from words.selection import possible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.catalogue.read import EntryFile, Words
    from macros.catalogue.schema import WrittenTemplate
    from words import catalogue as words
    from words.message import Body


def derive(written: Words) -> Catalogue:
    """The catalogue of words that have passed the checks."""
    compiled = words_of(contents(written))
    samples = {name: sample(slot, written.slots, written.store) for name, slot in written.slots.slots.items()}
    making = _Making(written, compiled, samples)
    entries = tuple(making.entry(file) for file in ordered(written))
    orders, questions = written.slots.sample_orders, written.desk.questions.holds
    return Catalogue(entries, compiled.slots, samples, written.vocabulary, orders, questions)


class _Making:
    """Makes entries and templates for one store."""

    def __init__(self, written: Words, compiled: words.Words, samples: Mapping[str, str]) -> None:
        self._written, self._compiled, self._samples = written, compiled, samples
        self._names = Names(written)

    def entry(self, file: EntryFile) -> Entry:
        held, said = self._compiled.entries[file.id], file.written
        values = possible(self._written.vocabulary.conditions, self._written.store)
        pairs = zip(said.templates, held.templates, strict=True)
        usable = [(template, known) for template, known in pairs if all(narrowed(template, values).values())]
        return Entry(
            id=held.id,
            kind=held.kind,
            name=held.name,
            title=held.title,
            address=held.address,
            source=file.file.name,
            written=said,
            summary=self._prose(said.summary),
            sent=self._prose(said.sent or ""),
            use_when=tuple(map(self._prose, said.use_when)),
            templates=tuple(self._template(template, known) for template, known in usable),
        )

    def _template(self, written: WrittenTemplate, known: words.Template) -> Template:
        messages = tuple(self._messages(known))
        used = dict.fromkeys(name for message in messages for name in message.slots)
        steps = tuple(self._plain(step) for step in known.next_steps)
        example = {name: written.example.get(name, self._samples[name]) for name in used}
        anchor, when = known.address.partition("#")[2], _in_words(written, self._written)
        return Template(known.id, known.title, anchor, when, messages, steps, example)

    def _messages(self, known: words.Template) -> Iterator[Message]:
        for channel, label in self._compiled.channels.items():
            if channel in known.messages:
                subject = self._names.known(known.subject) if known.subject and channel == "email" else None
                yield Message(channel, label, subject, self._names.known(known.messages[channel]))

    def _prose(self, source: str) -> str:
        """What an entry says to the agent."""
        return self._plain(self._names.body(source))

    def _plain(self, body: Body) -> str:
        return self._names.known(body).plain(lambda name: self._compiled.slots[name].blank)


def narrowed(template: WrittenTemplate, values: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """The values a template is for, without those that the store cannot meet."""
    return {name: [value for value in fits if value in values[name]] for name, fits in template.when.items()}


def _in_words(written: WrittenTemplate, words: Words) -> dict[str, tuple[str, ...]]:
    conditions = words.vocabulary.conditions
    return {
        conditions[name].label: tuple(conditions[name].values[value] for value in values)
        for name, values in narrowed(written, possible(conditions, words.store)).items()
    }
