"""Where a customer lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.places.codes import by_code
from reading.extract.places.named import named

if TYPE_CHECKING:
    from reading.extract.found import Context
    from reading.extract.message.phrases import Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text


def read_places(text: Text, hits: Hits, context: Context, tables: Tables) -> list[Found]:
    """Read the country, the region of the store it is in, and the town; countries that differ are told by none."""
    places = [*named(text, hits, tables), *by_code(text, tables)]
    best = max((place.strength for place in places), default=0)
    known = [place for place in places if place.strength == best]
    countries = {place.country for place in known}
    if len(countries) != 1:
        return []
    first, country = known[0], countries.pop()
    found = [Found("country", country, first.start, first.end)]
    if region := context.region_of(country, tables.members):
        found.insert(0, Found("region", region, first.start, first.end))
    city = next((place for place in known if place.city), None)
    return [*found, Found("city", city.city, city.start, city.end)] if city else found
