"""A case's days and moments in words, in the store's date style; empty where nobody knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dates.in_words import say_day, say_moment, say_range, say_time

if TYPE_CHECKING:
    import datetime as dt

    from case.situation import Situation


def said_day(situation: Situation, day: dt.date | None) -> str:
    """Say a day, with its year where that is not this one."""
    return say_day(day, situation.store.place.date_style, situation.today) if day else ""


def said_days(situation: Situation, days: tuple[dt.date, dt.date] | None) -> str:
    """Say a range of days, from the first to the last."""
    return say_range(*days, situation.store.place.date_style, situation.today) if days else ""


def said_moment(situation: Situation, moment: dt.datetime | None) -> str:
    """Say a moment."""
    return say_moment(moment, situation.store.place.date_style) if moment else ""


def said_near(situation: Situation, moment: dt.datetime) -> str:
    """Say a moment, its day as "today" or "tomorrow" where it is."""
    away = (moment.date() - situation.today).days
    if away not in (0, 1):
        return said_moment(situation, moment)
    return f"{('today', 'tomorrow')[away]}, {say_time(moment, situation.store.place.date_style)}"
