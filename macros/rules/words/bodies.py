"""Rules on the messages themselves: the channels, the slots, the Markdown, the examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answer.slots import SLOTS
from case.case import CHANNELS
from macros.catalogue.resolve import Names
from macros.catalogue.schema import ComputedSample
from macros.message.source import BodyError
from words.tree import lines, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalogue.problem import Problem
    from macros.catalogue.read import EntryFile, Words
    from macros.catalogue.schema import WrittenTemplate
    from records.problem import Place
    from words.message import Body

PLAIN = ("subject", "sms")
MARKUP = {"b": "strong", "a": "link", "ul": "bullet list", "ol": "ordered list"}
TEXTS = ("subject", "email", "sms", "chat")


def channels(words: Words) -> Iterator[Problem]:
    """A template is finished in exactly the channels of its entry, and an email has a subject."""
    for entry in words.entries:
        expected = {*(entry.written.channels or words.vocabulary.channels)}
        for index, template in enumerate(entry.written.templates):
            written = {channel for channel in CHANNELS if getattr(template, channel)}
            for channel in expected - written:
                yield entry.file.problem(("templates", index), f"has no {channel}; write it")
            for channel in written - expected:
                yield entry.file.problem(("templates", index, channel), "is not a channel of this entry; remove it")
            if ("email" in written) != bool(template.subject):
                yield entry.file.problem(("templates", index, "subject"), "goes with an email, and only with one")


def parsed(words: Words) -> Iterator[Problem]:
    """Every body holds only text, store facts, partials and declared slots."""
    names = Names(words)
    for entry, place, source in (*_sources(words), *_prose(words)):
        try:
            names.body(source)
        except BodyError as error:
            yield entry.file.problem(place, str(error))


def markdown(words: Words) -> Iterator[Problem]:
    """Text messages and subjects are plain; what else may have is said by the rule `parsed`."""
    for entry, place, body in parsed_bodies(words):
        used = {name for sign, name in MARKUP.items() if place[-1] in PLAIN and sign in _signs(body)}
        if used:
            yield entry.file.problem(place, f"uses {', '.join(sorted(used))}; write plain text")


def examples(words: Words) -> Iterator[Problem]:
    """An example fills slots that its template uses, and leaves computed dates to the calculator."""
    used: dict[Place, set[str]] = {}
    for entry, place, body in parsed_bodies(words):
        used.setdefault((entry.id, place[1]), set()).update(body.slots)
    for entry, index, template in _templates(words):
        for name in template.example:
            place = ("templates", index, "example", name)
            slot = words.slots.slots.get(name)
            if name not in used.get((entry.id, index), set()):
                yield entry.file.problem(place, "is not a slot of this template; remove it")
            elif slot and isinstance(slot.sample, ComputedSample) and not slot.sample.product:
                yield entry.file.problem(place, "is worked out by the calculator; remove it from the example")


def unused_slots(words: Words) -> Iterator[Problem]:
    """Every declared slot is used by some template, or filled by code for any that may come."""
    used = {*SLOTS} | {name for _, _, body in parsed_bodies(words) for name in body.slots}
    for name in words.slots.slots:
        if name not in used:
            yield words.slots_file.problem(("slots", name), "is used by no template; use it or remove it")


_last: list[tuple[Words, list[tuple[EntryFile, Place, Body]]]] = []


def parsed_bodies(words: Words) -> Iterator[tuple[EntryFile, Place, Body]]:
    """Every subject and body that can be parsed, with its place. Rules ask one after the other: the last are kept."""
    if not _last or _last[0][0] is not words:
        _last[:] = [(words, [*_parsed(words, _sources(words))])]
    return iter(_last[0][1])


def parsed_prose(words: Words) -> Iterator[tuple[EntryFile, Place, Body]]:
    """Everything an entry says to the agent that can be parsed, with its place."""
    yield from _parsed(words, _prose(words))


def _parsed(words: Words, sources: Iterator[tuple[EntryFile, Place, str]]) -> Iterator[tuple[EntryFile, Place, Body]]:
    names = Names(words)
    for entry, place, source in sources:
        try:
            yield entry, place, names.body(source)
        except BodyError:
            continue  # said by the rule `parsed`


def _sources(words: Words) -> Iterator[tuple[EntryFile, Place, str]]:
    """The subjects and bodies as written."""
    for entry, index, template in _templates(words):
        for field in TEXTS:
            source = getattr(template, field)
            if source:
                yield entry, ("templates", index, field), source


def _prose(words: Words) -> Iterator[tuple[EntryFile, Place, str]]:
    """What an entry says to the agent; it may state store facts too."""
    for entry in words.entries:
        yield entry, ("summary",), entry.written.summary
        yield entry, ("sent",), entry.written.sent or ""
        for index, line in enumerate(entry.written.use_when):
            yield entry, ("use_when", index), line
    for entry, index, template in _templates(words):
        for step, line in enumerate(template.next_steps):
            yield entry, ("templates", index, "next_steps", step), line


def _templates(words: Words) -> Iterator[tuple[EntryFile, int, WrittenTemplate]]:
    for entry in words.entries:
        for index, template in enumerate(entry.written.templates):
            yield entry, index, template


def _signs(body: Body) -> set[str]:
    """The keys of all its blocks and nodes."""
    held = (node for line in lines(body.blocks) for node in nodes(line) if not isinstance(node, str))
    return {sign for each in (*body.blocks, *held) for sign in each}
