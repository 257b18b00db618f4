"""The tables of `templates/reading/`, compiled once for each set of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reading.extract.text import Phrases, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FACTS = ("occasions", "relations", "products", "carriers", "texts", "changes", "sizes", "wishes", "photos", "moods")
LISTS = (
    *(
        "not_products",
        "not_carriers",
        "not_wishes",
        "not_damages",
        "order_words",
        "signoffs",
        "introductions",
        "last_names",
    ),
    *(
        "tracking_words",
        "change_verbs",
        "damages",
        "parts",
        "wrong",
        "arrivals",
        "not_arrivals",
        "materials",
        "previews",
        "own_errors",
    ),
    *("pictures", "not_pictures", "contacts"),
)
DAYS = ("months", "weekdays", "which", "relative", "cues")
DAY_LISTS = ("the_day_before", "by_then", "no_deadline")
PLACES = ("countries", "states", "towns")


class Tables:
    """The tables as phrases, and as sets of single words.

    Attributes:
        phrases: All phrases, by kind and label.
        sets: Words that are looked at one by one, by the name of their table.
        numbers: Numbers by their words.
        units: Days by the words of a length of time.
        counts: Small numbers by their words.
        rules: The rules of each holiday.
        short_states: The countries of short names of states.
        dialling: Countries by the number dialled for them.
        members: Countries of a union, by the name of its region.
        languages: The languages of frequent words.
    """

    def __init__(self, reading: Mapping[str, Any]) -> None:
        facts, days, places = reading["facts"], reading["days"], reading["places"]
        self.phrases = Phrases(_phrases(facts, days, places))
        self.sets = {
            name: frozenset(" ".join(words_of(phrase)) or phrase for phrase in table)
            for tables in (facts, days)
            for name, table in tables.items()
            if isinstance(table, list) and name != "holidays"
        }
        self.numbers = _by_word(facts["number_words"])
        self.units, self.counts = _by_word(days["units"]), _by_word(days["counts"])
        self.rules: dict[str, Mapping[str, str]] = {known["name"]: known["rules"] for known in days["holidays"]}
        self.short_states = _countries(places["short_states"])
        self.dialling: Mapping[str, list[str]] = places["dialling"]
        self.members: Mapping[str, list[str]] = places["members"]
        self.languages = _countries(facts["languages"])


def _phrases(
    facts: Mapping[str, Any], days: Mapping[str, Any], places: Mapping[str, Any]
) -> dict[str, Mapping[str, Iterable[str]]]:
    found: dict[str, Mapping[str, Iterable[str]]] = {name: facts[name] for name in FACTS}
    found |= {name: {name: facts[name]} for name in LISTS}
    found |= {name: days[name] for name in DAYS} | {name: {name: days[name]} for name in DAY_LISTS}
    found |= {name: places[name] for name in PLACES} | {"here": {"here": places["here"]}}
    found["times"] = facts["times"]
    found["holidays"] = {known["name"]: known["called"] for known in days["holidays"]}
    found["relations"] = {
        name: [*known, *(f"{word}'s" for word in known)] for name, known in facts["relations"].items()
    }
    return found


def _by_word(table: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Turn a table of numbers around: the number of each word."""
    by_name = {}
    for label, phrases in table.items():
        for phrase in phrases:
            if label.isdigit():
                by_name[words_of(phrase)[0]] = int(label)
            elif phrase.isdigit():
                by_name[label] = int(phrase)
    return by_name


def _countries(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Give all labels of each word."""
    found: dict[str, tuple[str, ...]] = {}
    for label, phrases in table.items():
        for phrase in phrases:
            word = words_of(phrase)[0]
            found[word] = (*found.get(word, ()), label)
    return found
