"""Everything `references/store.toml` may say: one class per table, one line per key, with what the key may hold.

The attributes follow the file: `[change_window] hours` is `store.change_window.hours`. Two keys are no Python names:
`from` is `from_`, and `quality-check` is `quality_check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fact_fields import (
    clock,
    day,
    flag,
    mail_address,
    matching,
    named_tables,
    one_of,
    some_of,
    table,
    tables,
    text,
    text_or_nothing,
    web_address,
    whole,
)
from fact_records import Facts, FactsError, nearest
from time_zones import is_zone_name
from whole_days import LeadTime, ceil_percent, lead_time, rushed

if TYPE_CHECKING:
    import datetime as dt

    from public_holidays import Holidays

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CALENDARS = ("workshop", "dispatch", "carrier")
DATE_STYLES = ("month-day", "day-month")
REGIONS = ("us", "eu", "uk", "au", "ca")
UNTIL = ("window", "shipped", "never")
MOST_DAYS = 365


class Brand(Facts):
    """Who signs."""

    name: str = text()
    signature: str = text()
    email: str = mail_address()
    website: str = web_address()
    order_status_url: str = web_address()
    edit_url: str = web_address("{path}", or_nothing=True)


class Place(Facts):
    """Where the workshop is and where its customers live."""

    time_zone: str = matching("a time zone like America/New_York", is_zone_name)
    country: str = matching("a country of two capital letters, like US", lambda v: len(v) == 2 and v.isupper())  # noqa: PLR2004
    subdivision: str = text_or_nothing()
    date_style: str = one_of(*DATE_STYLES)
    regions: tuple[str, ...] = some_of(*REGIONS)


class SupportHours(Facts):
    """Business hours, the clock of the first response time."""

    days: tuple[str, ...] = some_of(*WEEK)
    opens: dt.time = clock()
    closes: dt.time = clock()

    def contradictions(self) -> dict[str, str]:
        """The desk opens before it closes."""
        return {} if self.opens < self.closes else {"closes": f"expected a time after opens, {self.opens}"}


class WeekDays(Facts):
    """One calendar: its open days of the week, and whether it closes on public holidays."""

    days: tuple[str, ...] = some_of(*WEEK)
    public_holidays: bool = flag()


class Calendars(Facts):
    """Who works when: the workshop makes, the dispatch desk hands over, the carrier delivers."""

    workshop: WeekDays = table(WeekDays)
    dispatch: WeekDays = table(WeekDays)
    carrier: WeekDays = table(WeekDays)


class Closed(Facts):
    """Days the store closes beyond public holidays, first and last day included."""

    from_: dt.date = day()
    to: dt.date = day()
    reason: str = text()
    calendars: tuple[str, ...] = some_of(*CALENDARS)

    def contradictions(self) -> dict[str, str]:
        """The first day is not after the last."""
        return {} if self.from_ <= self.to else {"to": f"expected {self.from_} (from) or a later day"}


class Orders(Facts):
    """When an order still counts as today's."""

    cut_off: dt.time = clock()


class Production(Facts):
    """Working days in the workshop, design to quality check."""

    days: int = whole(1, MOST_DAYS)
    range_percent: int = whole(0, 200)

    @property
    def latest_days(self) -> int:
        """The longest a customer is told, in working days."""
        return self.days + ceil_percent(self.days, self.range_percent)


class Carrier(Facts):
    """Who delivers, and where a parcel is followed."""

    name: str = text()
    tracking_url: str = web_address("{number}")


class Shipping(Facts):
    """Carrier days from hand-over to the doorstep."""

    days: int = whole(1, MOST_DAYS)
    range_percent: int = whole(0, 200)
    free_reship: bool = flag()
    carriers: tuple[Carrier, ...] = tables(Carrier)

    @property
    def latest_days(self) -> int:
        """The longest a customer is told, in carrier days."""
        return self.days + ceil_percent(self.days, self.range_percent)

    def contradictions(self) -> dict[str, str]:
        """A carrier is named once."""
        names = [carrier.name for carrier in self.carriers]
        return {} if len(set(names)) == len(names) else {"carriers": "expected each carrier once"}


class Stages(Facts):
    """How the production days are shared, by weight."""

    design: int = whole(1, 100)
    production: int = whole(1, 100)
    quality_check: int = whole(1, 100)

    @property
    def weights(self) -> tuple[int, int, int]:
        """The weights in the order the stages follow each other."""
        return self.design, self.production, self.quality_check


class Rush(Facts):
    """How a piece is made sooner; the carrier is never faster."""

    offered: bool = flag()
    cut_percent: int = whole(1, 90)
    surcharge: str = text_or_nothing()

    def contradictions(self) -> dict[str, str]:
        """What is offered has its price."""
        wrong = self.offered and not self.surcharge
        return {"surcharge": 'expected a price like "$25", because rush is offered'} if wrong else {}


class ChangeWindow(Facts):
    """How long an order can be changed, in elapsed hours."""

    hours: int = whole(1, 336)
    fee_after: str = text()


class MayChange(Facts):
    """Until when each part of an order may change."""

    personalization: str = one_of(*UNTIL)
    options: str = one_of(*UNTIL)
    address: str = one_of(*UNTIL)


class Proofs(Facts):
    """The preview before a piece is made; the answer is awaited for working days."""

    sent: bool = flag()
    reply_days: int = whole(1, 30)


class Photos(Facts):
    """How soon after delivery, in hours, photos of a fault are asked for."""

    hours: int = whole(1, 720)


class Cancellation(Facts):
    """What goes back when an order is canceled, and in how many working days."""

    refund_days: int = whole(1, 30)
    after_start_refund_percent: int = whole(0, 100)


class Returns(Facts):
    """Pieces with preset options only, in calendar days, and what softens a declined change of mind."""

    preset_days: int = whole(0, 365)
    goodwill_credit: str = text()
    withdrawal_days: int = whole(14, 365)  # 14: EU directive 2011/83, article 9; UK regulation 2013/3134, number 30


class FollowUp(Facts):
    """Calendar days after delivery."""

    days: int = whole(1, 60)


class Kpi(Facts):
    """The targets a lead watches."""

    first_response_hours: int = whole(1, 72)
    modification_success_percent: int = whole(1, 100)
    remake_percent: int = whole(0, 100)
    csat_percent: int = whole(1, 100)
    repeat_days: int = whole(1, 365)
    repeat_percent: int = whole(1, 100)


class Loyalty(Facts):
    """The tool for the touches after delivery."""

    tool: str = text()
    review_points: int = whole(0, 1_000_000)
    referral_reward: str = text()


class Product(Facts):
    """One product with its own working days in the workshop."""

    title: str = text()
    process: str = text()
    production_days: int = whole(1, MOST_DAYS)
    personalized: bool = flag()


class Store(Facts):
    """The store's facts, one attribute for each table of `references/store.toml`."""

    brand: Brand = table(Brand)
    place: Place = table(Place)
    support_hours: SupportHours = table(SupportHours)
    calendars: Calendars = table(Calendars)
    closed: tuple[Closed, ...] = tables(Closed, optional=True)
    orders: Orders = table(Orders)
    production: Production = table(Production)
    shipping: Shipping = table(Shipping)
    stages: Stages = table(Stages)
    rush: Rush = table(Rush)
    change_window: ChangeWindow = table(ChangeWindow)
    may_change: MayChange = table(MayChange)
    proofs: Proofs = table(Proofs)
    photos: Photos = table(Photos)
    cancellation: Cancellation = table(Cancellation)
    returns: Returns = table(Returns)
    follow_up: FollowUp = table(FollowUp)
    kpi: Kpi = table(Kpi)
    loyalty: Loyalty = table(Loyalty)
    products: dict[str, Product] = named_tables(Product)
    holidays: Holidays | None  # from holidays.toml; None when no calendar closes on public holidays

    def contradictions(self) -> dict[str, str]:
        """Where the law gives a withdrawal period, the store gives no less."""
        lawful = self.returns.preset_days >= self.returns.withdrawal_days
        if lawful or not {"eu", "uk"}.intersection(self.place.regions):
            return {}
        least = self.returns.withdrawal_days
        return {"returns.preset_days": f"expected at least {least} (returns.withdrawal_days), the law in the EU and UK"}

    @property
    def rush_production(self) -> LeadTime:
        """The working days of a rush order, from the store's own production days."""
        return self._production(self.production.days, rush=True)

    def lead_time(self, product_id: str, *, rush: bool = False) -> LeadTime:
        """Give the working days of one product.

        Args:
            product_id: The name of a `[products.NAME]` table.
            rush: Whether the workshop works at rush speed.

        Raises:
            FactsError: There is no such product.
        """
        if product_id not in self.products:
            near = nearest(product_id, list(self.products))
            known = f"did you mean {near}?" if near else f"the store makes {', '.join(self.products)}"
            raise FactsError(f"unknown product {product_id!r}: {known}")
        return self._production(self.products[product_id].production_days, rush=rush)

    def _production(self, days: int, *, rush: bool) -> LeadTime:
        return lead_time(rushed(days, self.rush.cut_percent) if rush else days, self.production.range_percent)
