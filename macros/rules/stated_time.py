"""Products that may take longer than the law allows where no time was stated before the order: for a lead to read.

In the United States, the European Union and the United Kingdom some days count unless another time was stated or
agreed before the order (`references/regions.toml` has the figures and their sources). A confirmation comes too late.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dates.workdays import EtaError
from eta.estimate import estimate
from eta.order import Order
from facts.regions import regions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facts.regions import Region
    from facts.schema import Store

A_YEAR = 366
DONE = {"shipped": "leave you", "delivered": "arrive"}


def notes(store: Store, today: dt.date) -> Iterator[str]:
    """One line for each product and law that an order of the coming year, from today on, may outlast."""
    laws = [regions()[name] for name in store.place.regions]
    for until in DONE:
        found = [law for law in laws if law.stated_until == until]
        for product in store.products if found else ():
            took, ordered = _longest(store, product, until, today)
            missed = [law for law in found if took > (law.stated_days or took)]
            if missed:
                yield _note(product, until, took, ordered, missed)


def _longest(store: Store, product: str, until: str, today: dt.date) -> tuple[int, dt.date]:
    """The most calendar days that an order of the coming year takes, and the day of that order."""
    days = (today + dt.timedelta(days=ahead) for ahead in range(A_YEAR))
    return max(((_taken(store, product, until, day), day) for day in days), key=lambda found: found[0])


def _taken(store: Store, product: str, until: str, day: dt.date) -> int:
    """Calendar days from an order placed at the cut-off; none where the calendars end."""
    try:
        found = estimate(store, Order(dt.datetime.combine(day, store.orders.cut_off), product))
    except EtaError:
        return 0
    return (found.milestone(until).latest - day).days


def _note(product: str, until: str, took: int, ordered: dt.date, missed: list[Region]) -> str:
    where = " and the ".join(law.name for law in missed)
    return (
        f"references/store.toml: products.{product}: ordered on {ordered}, it may take {took} days to {DONE[until]}; "
        f"the law of the {where} counts {missed[0].stated_days} where no time was stated before the order: "
        "name it on the product page"
    )
