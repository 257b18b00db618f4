"""The tables of `references/store.toml` that dates are reckoned from: one class per table, one line per key.

The attributes follow the file. Two keys are no Python names: `from` is `from_`, and `quality-check` is `quality_check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dates.lead_time import ceil_percent
from facts.fields import (
    clock,
    day,
    flag,
    matching,
    one_of,
    some_of,
    table,
    tables,
    text,
    text_or_nothing,
    web_address,
    whole,
)
from facts.record import Facts
from facts.regions import regions
from facts.zone_names import is_zone_name

if TYPE_CHECKING:
    import datetime as dt

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CALENDARS = ("workshop", "dispatch", "carrier")
DATE_STYLES = ("month-day", "day-month")
REGIONS = ("us", "eu", "uk", "au", "ca")
MOST_DAYS = 365


class Place(Facts):
    """Where the workshop is and where its customers live."""

    time_zone: str = matching("a time zone like America/New_York", is_zone_name)
    country: str = matching("a country of two capital letters, like US", lambda v: len(v) == 2 and v.isupper())  # noqa: PLR2004
    subdivision: str = text_or_nothing()
    date_style: str = one_of(*DATE_STYLES)
    regions: tuple[str, ...] = some_of(*REGIONS)

    @property
    def withdrawal_regions(self) -> tuple[str, ...]:
        """The regions it serves where the law lets a customer withdraw without a reason."""
        return tuple(region for region in self.regions if regions()[region].withdrawal)

    @property
    def delay_regions(self) -> tuple[str, ...]:
        """The regions it serves where an order without a notice in time counts as canceled."""
        return tuple(region for region in self.regions if regions()[region].delay)

    @property
    def home(self) -> str:
        """The region the store itself is in; the European Union where no other one has its country."""
        return next((name for name, region in regions().items() if self.country in region.countries), "eu")


class SupportHours(Facts):
    """Business hours, the clock of the first response time."""

    days: tuple[str, ...] = some_of(*WEEK)
    opens: dt.time = clock()
    closes: dt.time = clock()
    public_holidays: bool = flag()

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


class Product(Facts):
    """One product with its own working days in the workshop, and the least percent of its price back once begun."""

    title: str = text()
    process: str = text()
    making: str = text()
    can_change: str = text()
    remake: str = text()
    production_days: int = whole(1, MOST_DAYS)
    personalized: bool = flag()
    refund_after_start_percent: int = whole(0, 100)

    @property
    def refund_share(self) -> str:
        """What goes back at least once it is being made, in words."""
        return f"{self.refund_after_start_percent}%"
