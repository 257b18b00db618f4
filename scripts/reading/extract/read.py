"""All facts of a message, each reader after those whose characters it must leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reading.extract.changes.read import read_changes
from reading.extract.days.mentions import find_days
from reading.extract.days.roles import read_days
from reading.extract.message.tables import tables_of
from reading.extract.message.text import Text
from reading.extract.orders.read import read_orders
from reading.extract.people.customer import read_customer
from reading.extract.people.recipient import read_recipient
from reading.extract.places.read import read_places
from reading.extract.products import read_products
from reading.extract.signs.occasions import read_occasion, with_ages
from reading.extract.signs.small import read_signs
from reading.extract.signs.wishes import read_damage, read_wishes
from reading.extract.texts.read import read_texts
from reading.extract.tracking import read_carrier, read_tracking

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reading.extract.found import Context, Found

LONGEST = 20_000  # characters that are read


def read_facts(own: str, context: Context, tables: Mapping[str, Any]) -> tuple[Found, ...]:
    """Read the facts that stand in a customer's own words; what is not certain is left out, or has choices.

    Args:
        own: The words, without quoted history.
        context: What the store's facts and the order say before.
        tables: `load_words().reading`.
    """
    known = tables_of(tables, context.products)
    text = Text(own[:LONGEST])
    hits = known.phrases.find(text)
    hits["occasions"] = with_ages(text, hits, known)
    texts, masked = read_texts(text, hits, known)
    customer = [*read_customer(text, hits, known, masked | _words(text, texts))]
    masked |= _words(text, customer)
    tracking, places = read_tracking(text, hits), read_places(text, hits, context, known)
    where = [found.value for found in places if found.fact in ("region", "country")]
    mentions = [day for day in find_days(text, hits, known) if masked.isdisjoint(range(day.first, day.last + 1))]
    days = read_days(text, hits, context, known, where or [context.region] * bool(context.region), mentions)
    needed = next((found.start for found in days if found.fact == "needed_by"), -1)
    taken = [(found.start, found.end) for found in (*texts, *tracking)]
    taken += [text.span(day.first, day.last) for day in mentions]
    found = [
        *read_orders(text, hits, context, known, taken),
        *customer,
        *read_recipient(text, hits, known, masked),
        *read_products(text, hits, context, known, masked),
        *texts,
        *read_changes(text, hits, known, texts),
        *days,
        *read_occasion(text, hits, known, masked, needed),
        *tracking,
        *read_carrier(text, hits, context),
        *places,
        *read_wishes(text, hits, masked),
        *read_damage(text, hits, masked),
        *read_signs(text, hits, known),
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _words(text: Text, found: Iterable[Found]) -> set[int]:
    """Give the words that facts were read from."""
    return {at for one in found for at in range(text.at(one.start), text.at(one.end - 1) + 1)}
