"""The public holidays of `references/holidays.toml`, which `make holidays` writes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

from facts.countries import COUNTRY, is_country
from records.fields import matching, text_or_nothing, whole
from records.problem import show
from records.record import Field, Record

if TYPE_CHECKING:
    from records.problem import Place, Problems


FEWEST = 2  # days in a year: no country has fewer than four


class HolidayNames(Field):
    """A table of days with the name of each: `2026-01-01 = "New Year's Day"`."""

    __slots__ = ()

    def __call__(self, value: Any, place: Place, problems: Problems) -> dict[dt.date, str]:
        """Read the days."""
        if not isinstance(value, dict) or not value:
            problems.add(place, f"expected {self.expected}", show(value))
            return {}
        days = {}
        for key, name in value.items():
            if not isinstance(name, str) or not name.isprintable():
                problems.add((*place, key), "expected the day's name, on one line", show(name))
                continue
            try:
                days[dt.date.fromisoformat(key)] = name
            except ValueError:
                problems.add((*place, key), "expected a day like 2026-01-01")
        return days


class Holidays(Record):
    """Public holidays of one place, complete from the first to the last year."""

    country: str = matching("the country", COUNTRY, is_country)
    subdivision: str = text_or_nothing("its state or region")
    first_year: int = whole("the first year that is complete", 1900, 2200)
    last_year: int = whole("the last one", 1900, 2200)
    days: dict[dt.date, str] = HolidayNames("the days", "a table of days with their names")  # type: ignore[assignment]

    def contradictions(self) -> dict[str, str]:
        """The years run forward, and each of them has its holidays: without, every date in it would be too early."""
        if self.first_year > self.last_year:
            return {"last_year": f"expected {self.first_year} or later"}
        known = Counter(day.year for day in self.days)
        bare = [year for year in range(self.first_year, self.last_year + 1) if known[year] < FEWEST]
        if not bare:
            return {}
        key = "last_year" if bare[0] > self.first_year else "first_year"
        least = f"expected {FEWEST} or more days of each year under [days], and {bare[0]} has {known[bare[0]]}"
        return {key: f"{least}: run `make holidays`"}
