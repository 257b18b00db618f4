"""The tables of `templates/reading/`, compiled once for each set of words and products."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reading.extract.message.phrases import Phrases, words_of
from reading.extract.message.same import Same
from reading.extract.products import called, head

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NO_PHRASES = frozenset(("number_words", "languages", "products", "units", "counts", "holidays", "members"))
NO_PHRASES |= {"short_states", "dialling"}


class Tables:
    """The tables as phrases, and as sets of single words.

    Attributes:
        phrases: All phrases, by kind and label.
        beside: Words that are looked at one by one, by the name of their table.
        heads: Last words of the products' titles, one or several.
        numbers: Numbers by their words.
        units: Days by the words of a length of time.
        counts: Small numbers by their words.
        many: Those of them that are no articles.
        rules: The rules of each holiday.
        short_states: The countries of short names of states.
        dialling: Countries by the number dialled for them.
        members: Countries of a union, by the name of its region.
        languages: The languages of frequent words.
    """

    def __init__(self, reading: Mapping[str, Any], products: Mapping[str, str]) -> None:
        facts, days, places = reading["facts"], reading["days"], reading["places"]
        beside = reading["beside"]
        single = {**beside, "order_words": facts["order_words"]}
        single["no_texts"] = [*beside["not_names"], *beside["not_texts"]]
        self.phrases = Phrases(_phrases(facts, days, places, products))
        self.beside = {name: frozenset(map(_as_words, words)) for name, words in single.items()}
        self.heads = frozenset(word for title in products.values() for word in (head(title), f"{head(title)}s"))
        self.numbers = {word: int(digits[0]) for word, digits in facts["number_words"].items()}
        self.units, self.counts = _by_word(days["units"]), _by_word(days["counts"])
        self.many = {word: count for word, count in self.counts.items() if word not in self.beside["articles"]}
        self.rules: dict[str, Mapping[str, str]] = {known["name"]: known["rules"] for known in days["holidays"]}
        self.short_states = _labels(places["short_states"])
        self.dialling: Mapping[str, list[str]] = places["dialling"]
        self.members: Mapping[str, list[str]] = places["members"]
        self.languages = _labels(facts["languages"])


def tables_of(reading: Mapping[str, Any], products: Mapping[str, str]) -> Tables:
    """Compile what a message is read by; the last few are kept.

    Args:
        reading: `load_words().reading`.
        products: Titles by the ids of the store's products.
    """
    return _tables_of(Same(reading), tuple(products.items()))


@lru_cache(maxsize=8)
def _tables_of(same: Same, products: tuple[tuple[str, str], ...]) -> Tables:
    return Tables(same.raw, dict(products))


def _phrases(
    facts: Mapping[str, Any], days: Mapping[str, Any], places: Mapping[str, Any], products: Mapping[str, str]
) -> dict[str, Mapping[str, Iterable[str]]]:
    found: dict[str, Mapping[str, Iterable[str]]] = {
        name: {name: table} if isinstance(table, list) else table
        for tables in (facts, days, places)
        for name, table in tables.items()
        if name not in NO_PHRASES
    }
    found["products"] = called(products, facts["products"])
    found["holidays"] = {known["name"]: known["called"] for known in days["holidays"]}
    for kind in ("relations", "occasions"):
        found[kind] = {name: [*known, *(f"{word}'s" for word in known)] for name, known in facts[kind].items()}
    return found


def _as_words(phrase: str) -> str:
    """Write a phrase as the words of a text are written; a sign stays."""
    return " ".join(words_of(phrase)) or phrase


def _by_word(table: Mapping[str, Iterable[str]]) -> dict[str, int]:
    return {words_of(phrase)[0]: int(label) for label, phrases in table.items() for phrase in phrases}


def _labels(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Give all labels of each word."""
    found: dict[str, tuple[str, ...]] = {}
    for label, phrases in table.items():
        for phrase in phrases:
            word = words_of(phrase)[0]
            found[word] = (*found.get(word, ()), label)
    return found
