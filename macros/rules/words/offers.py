"""Rules on what a store offers: no letter that it can send speaks of what its facts leave empty or switch off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facts.lookup import look_up, value_of
from macros.rules.words.bodies import parsed_bodies, parsed_prose
from words.selection import possible
from words.tree import leaves, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalogue.problem import Problem
    from macros.catalogue.read import EntryFile, Words
    from macros.catalogue.schema import WrittenTemplate
    from records.problem import Place
    from words.message import Body

# What only a store that offers something has, by the beginning of the fact's path, and the fact that says so.
OFFERED = {"rush": "rush.offered", "rush_production": "rush.offered"}


def empty_facts(words: Words) -> Iterator[Problem]:
    """No letter has a gap where a fact is an empty text."""
    for entry, place, path in _named(words):
        if look_up(words.store, path) == "":
            mend = "fill it in references/store.toml, or write the letter without it"
            yield entry.file.problem(place, f"names store.{path}, which is empty; {mend}")


def facts_of_offers(words: Words) -> Iterator[Problem]:
    """No letter names the price or the days of what the store does not offer."""
    for entry, place, path in _named(words):
        offer = OFFERED.get(path.partition(".")[0])
        if offer and not value_of(words.store, offer):
            mend = "a `when` whose values need it keeps the letter from being sent"
            yield entry.file.problem(place, f"names store.{path}, and {offer} is false; {mend}")


def _named(words: Words) -> Iterator[tuple[EntryFile, Place, str]]:
    """Every store fact that a letter or an entry names, where the store can send it."""
    values = possible(words.vocabulary.conditions, words.store)
    for entry, place, body in (*parsed_bodies(words), *parsed_prose(words)):
        at = place[1] if place[0] == "templates" else None
        if not isinstance(at, int) or _can_be_sent(entry.written.templates[at], values):
            yield from ((entry, place, path) for path in _facts(body))


def _can_be_sent(template: WrittenTemplate, values: dict[str, list[str]]) -> bool:
    """Whether the store can meet a case that the template is for; what it does not know is said by another rule."""
    known = {name: fits for name, fits in template.when.items() if name in values}
    return all(any(value in values[name] for value in fits) for name, fits in known.items())


def _facts(body: Body) -> list[str]:
    held = (leaf for line in lines(body.blocks) for leaf in leaves(line) if not isinstance(leaf, str))
    return list(dict.fromkeys(leaf["fact"] for leaf in held if "fact" in leaf))
