"""The schema of `templates/reading/places.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalogue.fields import by_words, several, words
from macros.catalogue.reading.facts import named, phrases
from records.record import Record

if TYPE_CHECKING:
    from macros.catalogue.reading.facts import Named, Phrases


class Places(Record):
    """The places by which it is read where a customer lives; countries by their ISO 3166 code."""

    countries: Named = named("countries, and what people call them")
    states: Named = named("states and provinces of a country")
    short_states: Named = named("the short ones, which follow a town")
    towns: Named = named("towns of a country")
    members: Named = named("countries of a union, by the name of its region")
    dialling: Named = by_words("countries by the number dialled for them", several("its country", words()))
    here: Phrases = phrases("what stands before a place where somebody lives")
