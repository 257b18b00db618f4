"""Days and moments in English words, in the store's date style, without the machine's locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dates.workdays import DAY_NAMES

if TYPE_CHECKING:
    import datetime as dt

MONTH_DAY, DAY_MONTH = "month-day", "day-month"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def say_day(day: dt.date, style: str, year_of: dt.date | None = None) -> str:
    """Say a day: "Wednesday, March 11", or "Wednesday 11 March" in day-month style.

    Args:
        day: The day.
        style: "month-day" or "day-month".
        year_of: The year is said when the day lies in another year than this one.
    """
    name, month = DAY_NAMES[day.weekday()], MONTHS[day.month - 1]
    year = day.year if year_of is not None and day.year != year_of.year else None
    if style == MONTH_DAY:
        return f"{name}, {month} {day.day}" + (f", {year}" if year else "")
    return f"{name} {day.day} {month}" + (f" {year}" if year else "")


def say_range(earliest: dt.date, latest: dt.date, style: str, year_of: dt.date | None = None) -> str:
    """Say a range of days, "Wednesday, March 11 – Friday, March 13", or the day alone when both are the same."""
    first = say_day(earliest, style, year_of)
    return first if earliest == latest else f"{first} – {say_day(latest, style, year_of)}"


def say_near_range(earliest: dt.date, latest: dt.date, style: str) -> str:
    """Say a range within one week: "Wednesday–Friday, March 11–13", or "Wednesday–Friday 11–13 March"."""
    if earliest == latest:
        return say_day(latest, style)
    names = f"{DAY_NAMES[earliest.weekday()]}–{DAY_NAMES[latest.weekday()]}"
    months = MONTHS[earliest.month - 1], MONTHS[latest.month - 1]
    if style == MONTH_DAY:
        return f"{names}, {months[0]} {earliest.day}–" + (f"{months[1]} " * (months[0] != months[1])) + f"{latest.day}"
    return f"{names} {earliest.day}" + (f" {months[0]}" * (months[0] != months[1])) + f"–{latest.day} {months[1]}"


def say_short(day: dt.date, style: str) -> str:
    """Say a day in as few letters as a picture has room for: "Mar 11", or "11 Mar"."""
    month = MONTHS[day.month - 1][:3]
    return f"{month} {day.day}" if style == MONTH_DAY else f"{day.day} {month}"


def say_moment(moment: dt.datetime, style: str) -> str:
    """Say a moment: "Tuesday, March 3, 10:30 AM", or "Tuesday 3 March, 10:30" in day-month style."""
    return f"{say_day(moment, style)}, {say_time(moment, style)}"


def say_time(moment: dt.datetime | dt.time, style: str) -> str:
    """Say a time of day, with 12 hours in month-day style and 24 hours in day-month style."""
    if style == MONTH_DAY:
        return f"{moment.hour % 12 or 12}:{moment.minute:02} {'AM' if moment.hour < 12 else 'PM'}"  # noqa: PLR2004 - noon
    return f"{moment.hour:02}:{moment.minute:02}"


def in_hours(time: dt.timedelta) -> str:
    """Say a length of time in whole hours and minutes: "3 hours 20 minutes"."""
    minutes = int(time.total_seconds()) // 60
    parts = [(minutes // 60, "hour"), (minutes % 60, "minute")]
    return " ".join(f"{n} {name}{'s' * (n != 1)}" for n, name in parts if n) or "less than a minute"
