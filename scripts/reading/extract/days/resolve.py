"""Which day of the calendar a mention is, against the moment of writing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dates.in_words import DAY_MONTH
from reading.extract.days.holidays import holiday

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reading.extract.days.mention import Mention
    from reading.extract.found import Context
    from reading.extract.message.tables import Tables

WEEK = 7
SUNDAY = 6
MONTHS_TRIED = 13
FARTHEST = 330  # days from today within which a day without a year lies
SOON, FAR = 60, 120  # days from today
ONE_DAY = dt.timedelta(days=1)


def resolve(
    mention: Mention, context: Context, tables: Tables, places: Iterable[str], *, past: bool
) -> tuple[dt.date, ...]:
    """Give the day that is meant, several where that is not certain, none where there is no such day.

    A year that is not written is that of the last such day in the past, or the next one in the future; today is both.
    """
    today = context.asked.date()
    if mention.away is not None:
        return ((context.asked + dt.timedelta(days=mention.away, hours=mention.hours)).date(),)
    if mention.holiday:
        return holiday(tables.rules[mention.holiday], context, places, past=past)
    if mention.day:
        return _written(mention, context, places, past=past)
    days = _weekday_past(mention, today) if past else _weekday_to_come(mention, today)
    return tuple(sorted(days))


def _written(mention: Mention, context: Context, places: Iterable[str], *, past: bool) -> tuple[dt.date, ...]:
    today = context.asked.date()
    if not mention.month:
        return _by_day_of_month(mention, today, past=past)
    orders = [(mention.month, mention.day)]
    if mention.swapped:
        orders = _orders(mention, {context.region, *places})
    days = [day for month, of_month in orders if (day := _in_year(month, of_month, mention.year, today, past=past))]
    fitting = _likely([day for day in days if mention.weekday in (-1, day.weekday())], today)
    if days and not fitting:
        return _either(days[0], mention.weekday)
    if mention.swapped and context.date_style == DAY_MONTH:
        fitting.reverse()
    return tuple(dict.fromkeys(fitting))


def _likely(days: list[dt.date], today: dt.date) -> list[dt.date]:
    """Of two ways to read figures leave out one that lies far off, where the other is near."""
    near = [day for day in days if abs((day - today).days) <= SOON]
    return near if near and any(abs((day - today).days) > FAR for day in days) else days


def _orders(mention: Mention, places: set[str]) -> list[tuple[int, int]]:
    """Both ways to read figures, or the one of a customer who is known to live where it is the only one."""
    month_first, day_first = (mention.month, mention.day), (mention.day, mention.month)
    if places & {"us", "US"}:
        return [month_first]
    if places & {"uk", "eu", "au"}:
        return [day_first]
    return [month_first, day_first]


def _in_year(month: int, day: int, year: int, today: dt.date, *, past: bool) -> dt.date | None:
    if year:
        return _date(year, month, day)
    for other in (today.year, today.year - 1 if past else today.year + 1):
        found = _date(other, month, day)
        if found and (found <= today if past else found >= today):
            return found if abs((found - today).days) <= FARTHEST else None
    return None


def _by_day_of_month(mention: Mention, today: dt.date, *, past: bool) -> tuple[dt.date, ...]:
    """Find the next or last "21st", of which a day of the week must be right."""
    year, month, first = today.year, today.month, None
    for _ in range(MONTHS_TRIED):
        found = _date(year, month, mention.day)
        if found and (found <= today if past else found >= today):
            first = first or found
            if mention.weekday in (-1, found.weekday()):
                return (found,) if abs((found - today).days) <= FARTHEST else ()
        month += -1 if past else 1
        year, month = (year - 1, 12) if month == 0 else (year + month // 13, (month - 1) % 12 + 1)
    return _either(first, mention.weekday) if first else ()


def _either(day: dt.date, weekday: int) -> tuple[dt.date, ...]:
    """The day of the month or the day of the week is wrong: the day as written, and the nearest such weekday."""
    away = (weekday - day.weekday()) % WEEK
    return tuple(sorted((day, day + dt.timedelta(days=away if away <= WEEK // 2 else away - WEEK))))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _weekday_past(mention: Mention, today: dt.date) -> tuple[dt.date, ...]:
    """Find the last "Tuesday"; "last Tuesday" of a week that has had one may be either."""
    if mention.which in ("next", "next-week", "week"):
        return ()
    if mention.which == "last-week":
        return (today - (today.weekday() + WEEK - mention.weekday) * ONE_DAY,)
    back = (today.weekday() - mention.weekday) % WEEK
    latest = today - (back or WEEK) * ONE_DAY
    if not back:
        return (latest,) if mention.which == "last" else (latest, today)
    is_this_week = back <= today.weekday()
    return (latest, latest - WEEK * ONE_DAY) if mention.which == "last" and is_this_week else (latest,)


def _weekday_to_come(mention: Mention, today: dt.date) -> tuple[dt.date, ...]:
    """Find the coming "Saturday"; "next Saturday" of a week that still has one may be either."""
    if mention.which in ("last", "last-week"):
        return ()
    if mention.which == "next-week":
        return (today + (WEEK - today.weekday() + mention.weekday) * ONE_DAY,)
    ahead = (mention.weekday - today.weekday()) % WEEK
    coming = today + ahead * ONE_DAY
    later = coming + WEEK * ONE_DAY
    if mention.which == "week":
        return (later,)
    if not ahead:
        return (later,) if mention.which == "next" else (coming, later)
    is_this_week = today.weekday() + ahead < WEEK or today.weekday() == SUNDAY
    return (coming, later) if mention.which == "next" and is_this_week else (coming,)
