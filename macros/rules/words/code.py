"""Rules on what code goes by: each id that it names stands in the words, used or not, and nothing of its is unknown.

Code names no entry. An entry says what it raises, wants, tells and is sent at, so that any of them may be dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from answer.conditions import COMPUTED
from answer.service_sections import FIRST_RESPONSE
from answer.slots import SLOTS
from case.case import CHANNELS
from case.topics import Topic
from macros.catalogue.model import USUAL
from verdicts.quality import FINDING, FINDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.catalogue.problem import Problem
    from macros.catalogue.read import Words
    from macros.catalogue.yaml_file import YamlFile
    from records.problem import Place

# The conditions that code goes by, with the values that it gives or looks for.
CONDITIONS = {name: computed.values for name, computed in COMPUTED.items()} | {FINDING: FINDINGS}


def topics(words: Words) -> Iterator[Problem]:
    """The topics of the vocabulary are those that code asks about."""
    file, known = words.vocabulary_file, words.vocabulary.topics
    yield from _missing(file, ("topics",), known, Topic, "scripts/case/topics.py asks about")
    for name in known:
        if name not in [*Topic]:
            yield file.problem(("topics", name), f"is asked about by no code; expected some of {', '.join(Topic)}")


def conditions(words: Words) -> Iterator[Problem]:
    """The vocabulary has the conditions that code settles, and the values that it settles them to."""
    file, known = words.vocabulary_file, words.vocabulary.conditions
    yield from _missing(file, ("conditions",), known, CONDITIONS, "scripts/answer/conditions.py settles")
    for name in CONDITIONS.keys() & known.keys():
        place = ("conditions", name, "values")
        yield from _missing(file, place, known[name].values, CONDITIONS[name], "scripts/answer/conditions.py gives")


def slots(words: Words) -> Iterator[Problem]:
    """The slots that code fills are declared."""
    yield from _missing(words.slots_file, ("slots",), words.slots.slots, SLOTS, "scripts/answer/slots.py fills")


def sample_orders(words: Words) -> Iterator[Problem]:
    """There is an order whose dates the pages show."""
    known = words.slots.sample_orders
    yield from _missing(words.slots_file, ("sample_orders",), known, [USUAL], "the pages show the dates of")


def channels(words: Words) -> Iterator[Problem]:
    """A channel is one that a message can be written in; a store may have fewer."""
    for name in words.vocabulary.channels:
        if name not in CHANNELS:
            problem = f"is no channel that a message is written in; expected some of {', '.join(CHANNELS)}"
            yield words.vocabulary_file.problem(("channels", name), problem)


def kpis(words: Words) -> Iterator[Problem]:
    """The vocabulary has the KPI that every ticket counts towards."""
    known = words.vocabulary.kpis
    yield from _missing(words.vocabulary_file, ("kpis",), known, [FIRST_RESPONSE], "every answer names")


def _missing(
    file: YamlFile, place: Place, known: Iterable[str], named: Iterable[str], by_whom: str
) -> Iterator[Problem]:
    there = {*known}
    for name in named:
        if name not in there:
            yield file.problem(place, f"has no {name}, which {by_whom}; keep it under this name, used or not")
