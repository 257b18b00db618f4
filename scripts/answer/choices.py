"""Which value each condition of the vocabulary has for a case: settled by the agent, computed, said, or not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from answer.conditions import COMPUTED
from words.selection import possible, selected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from case.situation import Situation
    from words.catalogue import Entry, Template, Words
    from words.selection import Conditional


class Choice(NamedTuple):
    """The value of one condition for a case.

    Attributes:
        is_known: Whether it is settled or computed; False where it is only assumed.
    """

    condition: str
    value: str
    is_known: bool


def choices(situation: Situation, words: Words, entry: Entry) -> list[Choice]:
    """Give the value of each condition that an entry's reply may differ by, that of an entry it gives way to too."""
    can_be = possible(words.conditions, situation.store)
    used = {name for each in _replying(words, entry) for name in conditions_of(each)}
    return [_choice(situation, words, name, can_be[name]) for name in words.conditions if name in used]


def replying(words: Words, entry: Entry, values: Mapping[str, str]) -> Entry:
    """Give the entry that replies to a case: the one asked, or the one that it gives way to."""
    way = next(iter(selected(entry.gives_way, values)), None)
    return replying(words, words.entries[way.to], values) if way else entry


def template_for(words: Words, entry: Entry, values: Mapping[str, str]) -> Template:
    """Give the one template for these values; the checks make sure there is exactly one."""
    (found,) = selected(replying(words, entry, values).templates, values)
    return found


def conditions_of(entry: Entry) -> set[str]:
    """List the conditions by which an entry's templates differ, or it gives way."""
    conditional: tuple[Conditional, ...] = (*entry.templates, *entry.gives_way)
    return {name for each in conditional for name in each.when}


def _replying(words: Words, entry: Entry) -> Iterator[Entry]:
    """Give an entry and all that it may give way to."""
    yield entry
    for way in entry.gives_way:
        yield from _replying(words, words.entries[way.to])


def _choice(situation: Situation, words: Words, name: str, can_be: list[str]) -> Choice:
    computed = COMPUTED.get(name)
    known = (situation.case.decided.get(name), computed and computed.known(situation), situation.said.get(name))
    value = next((value for value in known if value in can_be), None)
    if value is not None:
        return Choice(name, value, is_known=True)
    assumed = (computed and computed.assumed(situation), words.conditions[name].unknown)
    return Choice(name, next((value for value in assumed if value in can_be), can_be[0]), is_known=False)
