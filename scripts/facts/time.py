"""The tables of `references/store.toml` that dates are computed from: one class per table, one line per key.

The attributes follow the file. Two keys are no Python names: `from` is `from_`, and `quality-check` is `quality_check`.
What a key says is said to whoever writes the file: the page "Facts and words" prints it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dates.in_words import DAY_MONTH, MONTH_DAY
from dates.lead_time import ceil_percent
from dates.workdays import WEEK
from facts.countries import COUNTRY, is_country
from facts.regions import regions, rows
from facts.zone_names import is_zone_name
from records.fields import (
    clock,
    day,
    flag,
    keyed,
    matching,
    one_of,
    price_or_nothing,
    some_of,
    table,
    tables,
    text,
    text_or_nothing,
    web_address,
    whole,
)
from records.record import Record

if TYPE_CHECKING:
    import datetime as dt

MOST_DAYS = 365
LONGEST_CLOSURE = 366
CENTURY = range(2000, 2100)


class Place(Record):
    """Where the workshop is and where its customers live."""

    time_zone: str = matching("the time zone of the workshop", "a time zone like America/New_York", is_zone_name)
    country: str = matching("whose public holidays count", COUNTRY, is_country)
    subdivision: str = text_or_nothing("a state or region whose holidays differ, such as `CA`; else nothing")
    date_style: str = one_of("how a date is written: March 2, or 2 March", MONTH_DAY, DAY_MONTH)
    regions: tuple[str, ...] = rows("where customers live; the law differs by it")

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
        """The region the store itself is in; nothing where no row has its country, and none is for all others."""
        named = (name for name, region in regions().items() if self.country in region.countries)
        others = (name for name, region in regions().items() if not region.countries)
        return next(named, next(others, ""))


class SupportHours(Record):
    """Business hours, the clock of the first response time."""

    days: tuple[str, ...] = some_of("days on which somebody answers", *WEEK)
    opens: dt.time = clock("from when")
    closes: dt.time = clock("until when")
    public_holidays: bool = flag("`true`: nobody answers on the public holidays of `holidays.toml`")

    def contradictions(self) -> dict[str, str]:
        """The desk opens before it closes."""
        return {} if self.opens < self.closes else {"closes": f"expected a time after opens, {self.opens}"}


class WeekDays(Record):
    """One calendar: its open days of the week, and whether it closes on public holidays."""

    days: tuple[str, ...] = some_of("its open days", *WEEK)
    public_holidays: bool = flag("`true`: closed on the public holidays of `holidays.toml`")


class Calendars(Record):
    """Who works when: the workshop makes, the dispatch desk hands over, the carrier delivers."""

    workshop: WeekDays = table("who makes the pieces", WeekDays)
    dispatch: WeekDays = table("who hands them over", WeekDays)
    carrier: WeekDays = table("who delivers them", WeekDays)


class Closed(Record):
    """Days the store closes beyond public holidays, first and last day included."""

    from_: dt.date = day("the first closed day")
    to: dt.date = day("the last closed day")
    reason: str = text("why, as it is shown beside a date")
    calendars: tuple[str, ...] = some_of("which calendars close", *Calendars._fields)

    def contradictions(self) -> dict[str, str]:
        """The first day is not after the last, and a store that closes for longer than a year does not open again."""
        if self.from_.year not in CENTURY:
            return {"from": f"expected a day from {CENTURY[0]} to {CENTURY[-1]}"}
        if self.from_ > self.to:
            return {"to": f"expected {self.from_} (from) or a later day"}
        is_long = (self.to - self.from_).days >= LONGEST_CLOSURE
        return {"to": f"expected a day within a year of {self.from_} (from)"} if is_long else {}


class Orders(Record):
    """When an order still counts as today's."""

    cut_off: dt.time = clock("at or after this time an order counts as the next day's")


class Production(Record):
    """Working days in the workshop, design to quality check."""

    days: int = whole("working days in the workshop, design to quality check", 1, MOST_DAYS)
    range_percent: int = whole("how much longer the latest day is: at 40, of 7 days 7 to 10 are told", 0, 200)

    @property
    def latest_days(self) -> int:
        """The longest a customer is told, in working days."""
        return self.days + ceil_percent(self.days, self.range_percent)


class Carrier(Record):
    """Who delivers, and where a parcel is followed."""

    name: str = text("who delivers")
    tracking_url: str = web_address("where a parcel is followed; `{number}` is its number", "{number}")


class Shipping(Record):
    """Carrier days from hand-over to the doorstep."""

    days: int = whole("carrier days from the hand-over to the doorstep", 1, MOST_DAYS)
    range_percent: int = whole("how much longer the latest day is", 0, 200)
    free_reship: bool = flag("`true`: a parcel that came back is sent again free of charge")
    carriers: tuple[Carrier, ...] = tables("who delivers", Carrier)

    @property
    def latest_days(self) -> int:
        """The longest a customer is told, in carrier days."""
        return self.days + ceil_percent(self.days, self.range_percent)

    def contradictions(self) -> dict[str, str]:
        """A carrier is named once."""
        names = [carrier.name.casefold() for carrier in self.carriers]
        return {} if len(set(names)) == len(names) else {"carriers": "expected each carrier once"}


class Stages(Record):
    """How the production days are shared, by weight."""

    design: int = whole("its share of the production days, by weight", 1, 100)
    production: int = whole("its share", 1, 100)
    quality_check: int = keyed("quality-check", whole("its share", 1, 100))

    @property
    def weights(self) -> tuple[int, int, int]:
        """The weights in the order the stages follow each other."""
        return self.design, self.production, self.quality_check


class Rush(Record):
    """How a piece is made sooner; the carrier is never faster."""

    offered: bool = flag("whether a customer can have a piece made sooner")
    cut_percent: int = whole("what it takes off the production days; the carrier is never faster", 1, 90)
    surcharge: str = price_or_nothing("its price, such as `$25`")

    def contradictions(self) -> dict[str, str]:
        """What is offered has its price."""
        wrong = self.offered and not self.surcharge
        return {"surcharge": 'expected a price like "$25", because rush is offered'} if wrong else {}


class Product(Record):
    """One product with its own working days in the workshop, and the least percent of its price back once begun."""

    title: str = text('as in "your …"')
    process: str = text("how it is made, in a few words")
    making: str = text('completes "your piece is …" while it is in production')
    can_change: str = text("what may change until production starts")
    remake: str = text("a whole clause: how it is made again")
    production_days: int = whole("working days in the workshop, design to quality check", 1, MOST_DAYS)
    personalized: bool = flag("`false`: only sized or colored from preset options")
    refund_after_start_percent: int = whole("at least this much of the price goes back once it is being made", 0, 100)

    @property
    def refund_share(self) -> str:
        """What goes back at least once it is being made, in words."""
        return f"{self.refund_after_start_percent}%"
