"""Everything `references/store.toml` may say, one attribute for each table.

The attributes follow the file: `[change_window] hours` is `store.change_window.hours`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dates.lead_time import LeadTime, lead_time, rushed
from dates.reading import quoted
from facts.policy import (
    Brand,
    Cancellation,
    ChangeWindow,
    FollowUp,
    Kpi,
    Loyalty,
    MayChange,
    Photos,
    Proofs,
    Returns,
)
from facts.regions import regions
from facts.time import Calendars, Closed, Orders, Place, Product, Production, Rush, Shipping, Stages, SupportHours
from records.fields import named_tables, table, tables
from records.problem import FactsError, nearest
from records.record import Record

if TYPE_CHECKING:
    from facts.holidays import Holidays


class Store(Record):
    """The store's facts, one attribute for each table of `references/store.toml`."""

    brand: Brand = table("name, signature, email, website, order page, where these files are edited", Brand)
    place: Place = table(
        "time zone, country and subdivision for holidays, how dates are written, regions you serve", Place
    )
    support_hours: SupportHours = table(
        "business hours, for the first response time, and whether they include public holidays", SupportHours
    )
    calendars: Calendars = table("who works on which days, and whether they close on public holidays", Calendars)
    closed: tuple[Closed, ...] = tables(
        "your own closing days, with a reason; one block for each", Closed, optional=True
    )
    orders: Orders = table("the cutoff time", Orders)
    production: Production = table(
        "days in the workshop, and how wide the range is that a customer is told", Production
    )
    shipping: Shipping = table(
        "days on the way, how wide the range is, carriers and their tracking addresses", Shipping
    )
    stages: Stages = table("how the production days are shared", Stages)
    rush: Rush = table("offered or not, how much it cuts, the surcharge", Rush)
    change_window: ChangeWindow = table("for how many hours an order may change", ChangeWindow)
    may_change: MayChange = table("what may change until when", MayChange)
    proofs: Proofs = table("whether a preview is sent, and how long we wait for the answer", Proofs)
    photos: Photos = table(
        "hours within which we ask for photos of a fault, and days after delivery until customers' own are deleted",
        Photos,
    )
    cancellation: Cancellation = table("when a refund goes back", Cancellation)
    returns: Returns = table("return days, the online withdrawal form, the goodwill credit", Returns)
    follow_up: FollowUp = table("when we ask how it was", FollowUp)
    kpi: Kpi = table("the targets that a lead watches", Kpi)
    loyalty: Loyalty = table("the tool and its rewards", Loyalty)
    products: dict[str, Product] = named_tables(
        "one table for each product, with what goes back at least once it is begun", Product
    )
    holidays: Holidays | None  # from holidays.toml; None when no calendar closes on public holidays

    def contradictions(self) -> dict[str, str]:
        """Where the law sets a limit, the store gives no less and takes no longer; a piece is known by its title."""
        return _of_withdrawal(self) | _of_refunds(self) | _of_titles(self.products)

    @property
    def rush_production(self) -> LeadTime:
        """The working days of a rush order, from the store's own production days."""
        return self._production(self.production.days, rush=True)

    @property
    def least_refund_percent(self) -> int:
        """What goes back at least, of any piece, once it is being made: true while nobody knows which one it is."""
        return min(product.refund_after_start_percent for product in self.products.values())

    def lead_time(self, product_id: str, *, rush: bool = False) -> LeadTime:
        """Give the working days of one product, a `[products.NAME]` table, at rush speed or not.

        Raises:
            FactsError: There is no such product.
        """
        if product_id not in self.products:
            near = nearest(product_id, list(self.products))
            known = f"did you mean {near}?" if near else f"the store makes {', '.join(self.products)}"
            raise FactsError(f"unknown product {quoted(product_id)}: {known}")
        return self._production(self.products[product_id].production_days, rush=rush)

    def _production(self, days: int, *, rush: bool) -> LeadTime:
        return lead_time(rushed(days, self.rush.cut_percent) if rush else days, self.production.range_percent)


def _of_titles(products: dict[str, Product]) -> dict[str, str]:
    """A title that is another product's, or its name, would mean that one."""
    told: dict[str, str] = {name: name for name in products}
    found = {}
    for name, product in products.items():
        first = told.setdefault(product.title.casefold(), name)
        if first != name:
            found[f"products.{name}.title"] = f"expected a title of its own; products.{first} goes by it"
    return found


def _of_withdrawal(store: Store) -> dict[str, str]:
    served = store.place.withdrawal_regions
    by_law = max((regions()[name].withdrawal.days for name in served), default=0)  # type: ignore[union-attr]
    where = " and ".join(regions()[name].name for name in served)
    days, found = store.returns.withdrawal_days, {}
    if served and not store.returns.withdrawal_url:
        form = "expected the https address of your online withdrawal form"
        found["returns.withdrawal_url"] = f"{form}; you serve {where}"
    if days < by_law:
        found["returns.withdrawal_days"] = f"expected at least {by_law}, the law where you serve {where}"
    elif served and store.returns.preset_days < days:
        least = f"expected at least {days} (returns.withdrawal_days)"
        found["returns.preset_days"] = f"{least}, the law where you serve {where}"
    return found


def _of_refunds(store: Store) -> dict[str, str]:
    strictest = min(store.place.regions, key=lambda name: regions()[name].refund_working_days)
    law = regions()[strictest]
    if store.cancellation.refund_days <= law.refund_working_days:
        return {}
    most = f"expected at most {law.refund_working_days} working days where you serve {law.name} ({law.refund_source})"
    return {"cancellation.refund_days": most}
