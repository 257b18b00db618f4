"""Days with names: when Mother's Day, Easter or Diwali is, where the customer lives."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dates.workdays import WEEK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reading.extract.found import Context

ONE_DAY, WEEK_DAYS = dt.timedelta(days=1), 7
FARTHEST = 200  # days within which a holiday that is told without a date is meant
NEAR = 45  # days after the next one within which another country's day of the same name may be meant


def holiday(rules: Mapping[str, str], context: Context, places: Iterable[str], *, past: bool) -> tuple[dt.date, ...]:
    """Compute the next such day, or the last one; several where countries differ and none is known.

    Args:
        rules: The rules, by region or country in lower case, or "any".
        context: The store's facts and the moment of writing.
        places: The customer's region and country, where the message says them.
        past: Whether the last one is meant.
    """
    today = context.asked.date()
    known = [place.lower() for place in places if place.lower() in rules]
    named = known[-1:] or [name for name in rules if name == "any" or _is_served(name, context)]
    days = sorted({day for name in named if (day := _nearest(rules[name], today, past=past))}, reverse=past)
    if days and abs((days[0] - today).days) > FARTHEST:
        return ()
    return tuple(day for day in days if abs((day - days[0]).days) <= NEAR)


def day_of(rule: str, year: int) -> dt.date | None:
    """Compute the day of a rule in a year: "12-25", "easter-21", "4 thu 11", "4 thu 11 +1" or days of some years."""
    parts = rule.split()
    if len(parts[0]) == len("2026-01-01"):
        return next((dt.date.fromisoformat(day) for day in parts if day.startswith(str(year))), None)
    if rule.startswith("easter"):
        return easter(year) + dt.timedelta(days=int(rule.removeprefix("easter")))
    if len(parts) == 1:
        return dt.date(year, *map(int, rule.split("-")))
    day = _nth(int(parts[0]), WEEK.index(parts[1]), dt.date(year, int(parts[2]), 1))
    return day + dt.timedelta(days=int(parts[3])) if parts[3:] else day


def easter(year: int) -> dt.date:
    """Compute Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _nth(nth: int, weekday: int, first: dt.date) -> dt.date:
    if nth < 0:
        last = (first.replace(day=28) + 4 * ONE_DAY).replace(day=1) - ONE_DAY
        return last - dt.timedelta(days=(last.weekday() - weekday) % WEEK_DAYS)
    return first + dt.timedelta(days=(weekday - first.weekday()) % WEEK_DAYS + WEEK_DAYS * (nth - 1))


def _nearest(rule: str, today: dt.date, *, past: bool) -> dt.date | None:
    years = (today.year, today.year - 1) if past else (today.year, today.year + 1)
    days = [day for year in years if (day := day_of(rule, year))]
    told = rule.split()
    if len(told[0]) == len("2026-01-01"):
        days = [dt.date.fromisoformat(day) for day in told]
        days = days[::-1] if past else days
    return next((day for day in days if (day <= today if past else day >= today)), None)


def _is_served(name: str, context: Context) -> bool:
    return name in context.regions or any(name.upper() in codes for codes in context.regions.values())
