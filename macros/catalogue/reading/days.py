"""The schema of `templates/reading/days.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalogue.fields import by_name, tables, words
from macros.catalogue.reading.facts import named, phrases
from records.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.catalogue.reading.facts import Named, Phrases


class Holiday(Record):
    """A day with a name."""

    name: str = words("its name")
    called: Phrases = phrases("what people call it")
    rules: Mapping[str, str] = by_name("when it is, by region or country; `any` for all of them", words())
    source: str = words("where the rule is from")


class Days(Record):
    """The words for days, and what a word near a day makes of it."""

    months: Named = named("months by number")
    weekdays: Named = named("days of the week, Monday is 0")
    which: Named = named("words beside a day of the week")
    relative: Named = named("days by their distance from the moment of writing")
    units: Named = named("lengths of time in days; those below a day are 0")
    counts: Named = named("small numbers")
    end_of: Phrases = phrases("what makes a month its last day")
    the_day_before: Phrases = phrases("one day sooner")
    by_then: Phrases = phrases("what says that a day told before is the one")
    no_deadline: Phrases = phrases("what says that nothing hangs on a day")
    cues: Named = named("what a word near a day makes of it")
    holidays: tuple[Holiday, ...] = tables("days with names", Holiday, least=1)
