"""All facts of a message, each reader after those whose characters it must leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reading.extract.changes import read_changes
from reading.extract.days.mentions import find_days
from reading.extract.days.roles import read_days
from reading.extract.orders import read_orders
from reading.extract.people import read_customer
from reading.extract.places import read_places
from reading.extract.products import product_phrases, read_products
from reading.extract.recipient import read_recipient
from reading.extract.signs import read_occasion, read_signs
from reading.extract.tables import Tables
from reading.extract.text import Hit, Phrases, Text, is_age
from reading.extract.texts import read_texts
from reading.extract.tracking import read_carrier, read_tracking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reading.extract.found import Context, Found

LONGEST = 20_000  # characters that are read


def read_facts(own: str, context: Context, tables: Mapping[str, Any]) -> tuple[Found, ...]:
    """Read the facts that stand in a customer's own words; what is not certain is left out, or has choices.

    Args:
        own: The words, without quoted history.
        context: What the store's facts and the order say before.
        tables: `load_words().reading`.
    """
    known, products = compiled(tables, context)
    text = Text(own[:LONGEST])
    hits = known.phrases.find(text)
    ages = [Hit("birthday", at, at) for at, word in enumerate(text.words) if word[0].isdigit() and is_age(text, at)]
    hits["occasions"] = sorted([*hits.get("occasions", ()), *ages], key=lambda hit: hit.first)
    texts, masked = read_texts(text, hits, known)
    tracking, places = read_tracking(text, hits), read_places(text, hits, context, known)
    where = [found.value for found in places if found.fact in ("region", "country")]
    where = where or [context.region] * bool(context.region)
    mentions = [day for day in find_days(text, hits, known) if masked.isdisjoint(range(day.first, day.last + 1))]
    days = read_days(text, hits, context, known, where, mentions)
    needed = next((found.start for found in days if found.fact == "needed_by"), -1)
    taken = [(found.start, found.end) for found in (*texts, *tracking)]
    taken += [(text.starts[day.first], text.ends[day.last]) for day in mentions]
    found = [
        *read_orders(text, hits, context, known, taken),
        *read_customer(text, hits, known),
        *read_recipient(text, hits, known, masked),
        *read_products(text, hits, context, products, masked),
        *texts,
        *read_changes(text, hits, known, texts),
        *days,
        *read_occasion(text, hits, masked, needed),
        *tracking,
        *read_carrier(text, hits, context),
        *places,
        *read_signs(text, hits, context, known, masked),
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


_KNOWN: dict[int, tuple[Mapping[str, Any], Tables, dict[tuple[str, ...], Phrases]]] = {}


def compiled(tables: Mapping[str, Any], context: Context) -> tuple[Tables, Phrases]:
    """Compile the tables once, and the products of a store; tables are known by the object, which is kept."""
    if id(tables) not in _KNOWN:
        _KNOWN.clear()
        _KNOWN[id(tables)] = tables, Tables(tables), {}
    _, known, products = _KNOWN[id(tables)]
    titles = (*context.products, *context.products.values())
    if titles not in products:
        products[titles] = product_phrases(context.products, tables["facts"]["products"])
    return known, products[titles]
