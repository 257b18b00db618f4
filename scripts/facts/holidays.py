"""The public holidays of `references/holidays.toml`, which `make holidays` writes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from records.fields import matching, text_or_nothing, whole
from records.problem import show
from records.record import Field, Record

if TYPE_CHECKING:
    from records.problem import Place, Problems


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
            try:
                days[dt.date.fromisoformat(key)] = str(name)
            except ValueError:
                problems.add((*place, key), "expected a day like 2026-01-01")
        return days


class Holidays(Record):
    """Public holidays of one place, complete from the first to the last year."""

    country: str = matching("the country", "a country code like US", str.isupper)
    subdivision: str = text_or_nothing("its state or region")
    first_year: int = whole("the first year that is complete", 1900, 2200)
    last_year: int = whole("the last one", 1900, 2200)
    days: dict[dt.date, str] = HolidayNames("the days", "a table of days with their names")  # type: ignore[assignment]

    def contradictions(self) -> dict[str, str]:
        """The years run forward."""
        return {} if self.first_year <= self.last_year else {"last_year": f"expected {self.first_year} or later"}
