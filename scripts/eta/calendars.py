"""The calendars of a store: which days count for the workshop, the dispatch desk, the carrier, support and the law."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dates.workdays import WEEK, Calendar

if TYPE_CHECKING:
    from facts.holidays import Holidays
    from facts.schema import Store
    from facts.time import SupportHours, WeekDays

FIRST_YEAR, LAST_YEAR = 2000, 2099  # known without public holidays: the week and the store's own closed days are enough
CHOOSE = "choose another date"
RENEW = f"{CHOOSE}, or run `make holidays` to renew references/holidays.toml"
WORKING_WEEK = WEEK[:5]
EXTRA = "Closed for this estimate"

ClosedDays = tuple[tuple[dt.date, dt.date], ...]


class Calendars(NamedTuple):
    """The three calendars of a store."""

    workshop: Calendar
    dispatch: Calendar
    carrier: Calendar


@lru_cache(maxsize=16)
def calendars(store: Store, closed: ClosedDays = ()) -> Calendars:
    """Build the calendars of a store, with further closures of workshop and dispatch desk; the last few are kept."""
    return Calendars(
        _calendar(store, "workshop", store.calendars.workshop, closed),
        _calendar(store, "dispatch", store.calendars.dispatch, closed),
        _calendar(store, "carrier", store.calendars.carrier, ()),
    )


@lru_cache(maxsize=16)
def support_days(store: Store) -> Calendar:
    """Build the calendar of those who answer customers; the workshop's own closures are not theirs."""
    return _calendar(store, "support", store.support_hours, ())


@lru_cache(maxsize=16)
def legal_days(store: Store, region: str) -> Calendar:
    """Build the working days a law counts in: Monday to Friday, less the public holidays of the store's own region.

    Those of other regions are not known and count as working days, so that no day computed is too late.
    """
    holidays = store.holidays if store.place.home == region else None
    first, last = _known_days(holidays)
    return Calendar(WORKING_WEEK, holidays.days if holidays else {}, first, last, remedy=CHOOSE)


def _calendar(store: Store, name: str, week: WeekDays | SupportHours, extra: ClosedDays) -> Calendar:
    holidays = store.holidays if week.public_holidays else None
    first, last = _known_days(holidays)
    closures = [(item.from_, item.to, item.reason) for item in store.closed if name in item.calendars]
    closures += [(*ends, EXTRA) for ends in extra]
    closed = {
        dt.date.fromordinal(day): reason
        for start, end, reason in closures
        for day in range(max(start, first).toordinal(), min(end, last).toordinal() + 1)
    }
    if holidays:
        closed |= holidays.days
    return Calendar(week.days, closed, first, last, remedy=RENEW if holidays else CHOOSE)


def _known_days(holidays: Holidays | None) -> tuple[dt.date, dt.date]:
    years = (holidays.first_year, holidays.last_year) if holidays else (FIRST_YEAR, LAST_YEAR)
    return dt.date(years[0], 1, 1), dt.date(years[1], 12, 31)
