"""The law where customers live, `references/regions.toml`: one row for each region, each boundary with its source."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from facts.countries import COUNTRY, is_country
from facts.files import PLAYBOOK, read_toml
from records.fields import named_tables, one_of, pattern, some_of, table, tables, text, whole
from records.kinds import Items, Scalar
from records.problem import FactsError, Problems, show
from records.record import Field, Record

if TYPE_CHECKING:
    from records.problem import Place

FILE = "references/regions.toml"
SOURCE = "where the law says so"


def codes(says: str) -> Any:
    """Describe a list of countries; a missing one is empty."""
    country = Scalar("", COUNTRY, lambda value: isinstance(value, str) and is_country(value))
    return Items(says, "a list of countries", country, optional=True)


class DelayRule(Record):
    """What a late hand-over asks of the store."""

    silence_days: int = whole("the longest first delay, in calendar days, for which silence may count as a yes", 0, 365)
    refund_working_days: int = whole("working days from the day the right to the refund arose", 1, 30)
    unnoticed: str = one_of("what an order is that got no notice before the promised hand-over", "canceled")
    source: str = text(SOURCE)


class Withdrawal(Record):
    """The right to withdraw without a reason from a piece with preset options only."""

    days: int = whole("calendar days after delivery of the last piece of the order", 1, 365)
    untold_months: int = whole("calendar months more where the customer was not told of the right", 0, 60)
    source: str = text(SOURCE)


class Reject(Record):
    """The right to reject a faulty piece for a full refund."""

    days: int = whole("calendar days from delivery", 1, 365)
    source: str = text(SOURCE)


class Longer(Record):
    """A country whose law on faults gives more than its region's."""

    country: str = text("its name")
    years: int = whole("at least, from delivery", 1, 30)
    presumed_months: int | None = whole("as in its region's own row", 0, 120, optional=True)
    source: str = text(SOURCE)


class Liability(Record):
    """The rights for a fault."""

    years: int | None = whole("at least, from delivery; left out where no number was read", 1, 30, optional=True)
    presumed_months: int = whole("a fault that shows within these calendar months is presumed to be ours", 0, 120)
    repair_adds_months: int | None = whole("what a repair adds to the years, once", 0, 120, optional=True)
    source: str = text(SOURCE)
    longer: tuple[Longer, ...] = tables("countries that give more", Longer, optional=True)


class Region(Record):
    """One region."""

    name: str = text("its name")
    countries: tuple[str, ...] = codes("the codes of its countries; a region without any has all that no other names")
    faults: str = pattern("what stands behind a claim, for the agent; may hold figures of the other tables in braces")
    refund_working_days: int = whole("the most that a store may take to send a refund, in working days", 1, 30)
    refund_source: str = text(SOURCE)
    stated_days: int | None = whole(
        "calendar days that count where no time was stated before the order; left out where the law names none",
        1,
        365,
        optional=True,
    )
    stated_until: str | None = one_of("what these days run to", "shipped", "delivered", optional=True)
    stated_source: str | None = text(SOURCE, optional=True)
    delay: DelayRule | None = table("what a late hand-over asks of the store", DelayRule, optional=True)
    withdrawal: Withdrawal | None = table("the right to withdraw without a reason", Withdrawal, optional=True)
    reject: Reject | None = table("the right to reject a faulty piece for a full refund", Reject, optional=True)
    liability: Liability | None = table("the rights for a fault", Liability, optional=True)

    def contradictions(self) -> dict[str, str]:
        """In braces stand figures that are known."""
        try:
            _ = self.says_of_faults
        except (LookupError, ValueError):
            return {"faults": "expected in braces only {years}, {longer}, {repair_adds} and {reject}"}
        return {}

    @property
    def says_of_faults(self) -> str:
        """What stands behind a claim, with its figures."""
        owed = self.liability
        return self.faults.format(
            years=owed.years if owed else "",
            longer=", ".join(f"{other.country} {other.years}" for other in owed.longer) if owed else "",
            repair_adds=owed.repair_adds_months if owed else "",
            reject=self.reject.days if self.reject else "",
        )


class Rows(Field):
    """A list of names of rows, each at most once."""

    __slots__ = ()

    def __init__(self, says: str) -> None:
        super().__init__(says, "a list of at least one row of `references/regions.toml`, each once")

    def __call__(self, value: Any, place: Place, problems: Problems) -> tuple[str, ...]:
        """Read the value."""
        found: tuple[str, ...] = some_of(self.says, *regions())(value, place, problems)
        return found


def rows(says: str) -> Any:
    """Describe a list of regions."""
    return Rows(says)


@lru_cache(maxsize=1)
def regions() -> dict[str, Region]:
    """Load the rows by name, in their order, once.

    Raises:
        FactsError: Anything is missing, unknown or wrong; the text has one line for each problem.
    """
    problems = Problems(FILE)
    found: dict[str, Region] = named_tables("the rows", Region)(read_toml(PLAYBOOK, FILE), (), problems)
    if not problems:
        _one_region_each(found, problems)
    if problems:
        raise FactsError(*problems)
    return found


def _one_region_each(found: dict[str, Region], problems: Problems) -> None:
    """No country is in two regions: a store there would not know its own law."""
    region_of: dict[str, str] = {}
    for name, region in found.items():
        for at, country in enumerate(region.countries):
            first = region_of.setdefault(country, f"{name}.countries[{at}]")
            if first != f"{name}.countries[{at}]":
                place = (name, "countries", at)
                problems.add(place, f"expected each country once; it stands at {first} too", show(country))
