"""What is read, and what one has to know of the store to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dates.time_zones import wall_clock
from facts.regions import regions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from facts.schema import Store


class Found(NamedTuple):
    """A fact that stands in a message.

    Attributes:
        fact: Its name: that of a field of a case, where there is one.
        value: What it says, as a case file writes it; empty where it may mean several things.
        start: Where the words begin that it was read from, in characters of the customer's own words.
        end: Where they end.
        choices: What it may mean, where that is not certain; it is asked then, never guessed.
    """

    fact: str
    value: str
    start: int
    end: int
    choices: tuple[str, ...] = ()


class Context(NamedTuple):
    """What the store's facts and the order say before a message is read.

    Attributes:
        asked: When the customer wrote, by the store's clock, without an offset.
        date_style: "month-day" or "day-month".
        products: Titles by the ids of products.
        carriers: The store's carriers.
        regions: The regions it serves, with the countries of each; none for one that has all others.
        region: Where the customer lives, where that is known; empty otherwise.
    """

    asked: dt.datetime
    date_style: str
    products: Mapping[str, str]
    carriers: tuple[str, ...]
    regions: Mapping[str, tuple[str, ...]]
    region: str = ""

    def region_of(self, country: str, members: Mapping[str, list[str]]) -> str:
        """Name the region that a country is in; nothing where the store does not serve it.

        Args:
            country: Its code.
            members: Countries of a union, by the name of its region: it takes in no others, though its row names none.
        """
        named = {code: name for name, codes in self.regions.items() for code in codes}
        others = next((name for name, codes in self.regions.items() if not codes), "")
        known = {code for region in regions().values() for code in region.countries}
        is_other = country not in known and country in members.get(others, [country])
        return named.get(country, others if is_other else "")


def context_of(store: Store, asked: dt.datetime, region: str = "") -> Context:
    """Make a context from the store's facts.

    Args:
        store: The facts.
        asked: When the customer wrote; a moment with an offset is put in the store's zone.
        region: Where the customer lives, by its name in `references/regions.toml`, where that is known.
    """
    return Context(
        wall_clock(asked, store.place.time_zone),
        store.place.date_style,
        {name: product.title for name, product in store.products.items()},
        tuple(carrier.name for carrier in store.shipping.carriers),
        {name: regions()[name].countries for name in store.place.regions},
        region,
    )
