"""Every reply as the lint reads it: filled with its example, in each channel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.catalogue.resolve import Names
from macros.catalogue.samples import sample
from macros.rules.words.bodies import parsed_bodies
from macros.rules.words.sentences import Sentence, sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.catalogue.problem import Problem
    from macros.catalogue.read import EntryFile, Words
    from macros.catalogue.schema import Tone, WrittenTemplate
    from records.problem import Place
    from words.message import Body

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n{2,}")


class Letter(NamedTuple):
    """One channel of one template.

    Attributes:
        text: the body filled with the example, as plain text.
        written: the words of the template alone, in lower case, with a gap where a slot stands.
    """

    entry: EntryFile
    place: Place
    template: WrittenTemplate
    body: Body
    text: str
    written: str

    @property
    def said(self) -> str:
        """The words of the template alone, on one line, with a gap where a slot stands."""
        return _alone(self.body)

    @property
    def channel(self) -> str:
        """`email`, `sms`, `chat`, or `subject`."""
        return str(self.place[-1])

    @property
    def sentences(self) -> list[str]:
        """The sentences after the greeting."""
        body = self.text.partition("\n\n")[2] if self.channel == "email" else self.text
        return [sentence for sentence in SENTENCE_END.split(body) if sentence]

    def problem(self, message: str) -> Problem:
        """A problem at its line."""
        return self.entry.file.problem(self.place, message)


class Letters(NamedTuple):
    """Every letter, the desk's own sentences, and the words to listen for."""

    all: tuple[Letter, ...]
    desk: tuple[Sentence, ...]
    tone: Tone
    words: Words

    def of(self, *channels: str) -> list[Letter]:
        """The letters of some channels."""
        return [letter for letter in self.all if letter.channel in channels]

    @property
    def everything(self) -> tuple[Letter | Sentence, ...]:
        """All that is said: every letter in every channel, and the desk's sentences, by which agents act."""
        return (*self.all, *self.desk)


def read_letters(words: Words) -> Letters:
    """Fill every reply with its example."""
    names = Names(words)
    samples = {name: sample(slot, words.slots, words.store) for name, slot in words.slots.slots.items()}
    filled = tuple(_letter(entry, place, names.known(body), samples) for entry, place, body in parsed_bodies(words))
    return Letters(filled, tuple(sentences(words)), words.tone, words)


def _letter(entry: EntryFile, place: Place, body: Body, samples: Mapping[str, str]) -> Letter:
    template = entry.written.templates[int(place[1])]
    values = {**samples, **template.example}
    return Letter(entry, place, template, body, body.plain(values.__getitem__), _alone(body).lower())


def _alone(body: Body) -> str:
    return " ".join(body.plain(lambda _: "…").split())
