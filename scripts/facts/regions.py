"""The law where customers live, `references/regions.toml`: one row for each region, each boundary with its source."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from facts.fields import one_of, table, tables, text, texts, whole
from facts.files import PLAYBOOK, read_toml
from facts.record import Facts, FactsError, Problems, read_record

FILE = "references/regions.toml"


class DelayRule(Facts):
    """What a late hand-over asks of the store.

    Attributes:
        silence_days: The longest first delay, in calendar days, for which silence may count as a yes.
        refund_working_days: Working days from the day the right to the refund arose.
        unnoticed: What an order is that got no notice before the promised hand-over.
    """

    silence_days: int = whole(0, 365)
    refund_working_days: int = whole(1, 30)
    unnoticed: str = one_of("canceled")
    source: str = text()


class Withdrawal(Facts):
    """The right to withdraw without a reason from a piece with preset options only.

    Attributes:
        days: Calendar days after delivery of the last piece of the order.
        untold_months: Calendar months more where the customer was not told of the right.
    """

    days: int = whole(1, 365)
    untold_months: int = whole(0, 60)
    source: str = text()


class Reject(Facts):
    """The right to reject a faulty piece for a full refund, in calendar days from delivery."""

    days: int = whole(1, 365)
    source: str = text()


class Longer(Facts):
    """A country whose law on faults gives more than its region's."""

    country: str = text()
    years: int = whole(1, 30)
    presumed_months: int | None = whole(0, 120, optional=True)
    source: str = text()


class Liability(Facts):
    """The rights for a fault.

    Attributes:
        years: At least, from delivery; None where no number was read.
        presumed_months: A fault that shows within these calendar months is presumed to be ours.
        repair_adds_months: What a repair adds to the years, once.
        longer: Countries that give more.
    """

    years: int | None = whole(1, 30, optional=True)
    presumed_months: int = whole(0, 120)
    repair_adds_months: int | None = whole(0, 120, optional=True)
    source: str = text()
    longer: tuple[Longer, ...] = tables(Longer, optional=True)


class Region(Facts):
    """One region.

    Attributes:
        countries: The codes of the countries that are this region alone.
        faults: What stands behind a claim, for the agent; may hold figures of the other tables in braces.
        refund_working_days: The most that a store may take to send a refund, in working days.
        stated_days: Calendar days that count where no time was stated before the order; None where the law names none.
        stated_until: What these days run to: `shipped` or `delivered`.
    """

    name: str = text()
    countries: tuple[str, ...] = texts()
    faults: str = text()
    refund_working_days: int = whole(1, 30)
    refund_source: str = text()
    stated_days: int | None = whole(1, 365, optional=True)
    stated_until: str | None = one_of("shipped", "delivered", optional=True)
    stated_source: str | None = text(optional=True)
    delay: DelayRule | None = table(DelayRule, optional=True)
    withdrawal: Withdrawal | None = table(Withdrawal, optional=True)
    reject: Reject | None = table(Reject, optional=True)
    liability: Liability | None = table(Liability, optional=True)

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


class Regions(Facts):
    """All rows."""

    us: Region = table(Region)
    eu: Region = table(Region)
    uk: Region = table(Region)
    au: Region = table(Region)
    ca: Region = table(Region)


@lru_cache(maxsize=1)
def regions() -> dict[str, Region]:
    """Load the rows by name, once.

    Raises:
        FactsError: Anything is missing, unknown or wrong; the text has one line for each problem.
    """
    problems: Problems = []
    found: Any = read_record(Regions, read_toml(PLAYBOOK, FILE), f"{FILE}:", problems)
    if problems:
        raise FactsError("\n".join(problems))
    return dict(vars(found))
