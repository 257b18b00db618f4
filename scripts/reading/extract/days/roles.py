"""What a day in a message is: when they ordered, when it came, by when they need it, when it was promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading.extract.days.cues import cue_of
from reading.extract.days.resolve import ONE_DAY, resolve
from reading.extract.found import Found

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from reading.extract.days.cues import Cue
    from reading.extract.days.mention import Mention
    from reading.extract.found import Context
    from reading.extract.message.phrases import Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

FACTS = {"ordered": "order_date", "delivered": "delivered", "promised": "promised_by", "needed": "needed_by"}
DAY_BEFORE_IN = 2  # sentences after a day in which "the day before" still speaks of it


def read_days(
    text: Text,
    hits: Hits,
    context: Context,
    tables: Tables,
    places: Iterable[str],
    mentions: list[Mention],
) -> list[Found]:
    """Read the days of an order; one that is told with another purpose is left out.

    Args:
        text: The message.
        hits: The phrases in it.
        context: The store's facts and the moment of writing.
        tables: The words.
        places: The customer's region and country, where the message says them.
        mentions: The days in it that belong to no text.
    """
    told: dict[str, list[tuple[int, Found]]] = {}
    for mention in mentions:
        cue = cue_of(text, hits, mention, tables)
        found = cue and _read(text, mention, cue, context, tables, places)
        if cue and found:
            told.setdefault(found.fact, []).append((cue.distance, found))
    _note_just_ordered(text, hits, context, told)
    return [found for fact, days in told.items() if (found := _one(fact, days, text, hits))]


def _read(
    text: Text, mention: Mention, cue: Cue, context: Context, tables: Tables, places: Iterable[str]
) -> Found | None:
    past = cue.role in ("ordered", "delivered")
    days = resolve(mention, context, tables, places, past=past)
    if cue.role == "promised" and not mention.year:
        days = _nearer(days, resolve(mention, context, tables, places, past=True), context)
    today = context.asked.date()
    days = tuple(day for day in days if cue.role == "promised" or (day <= today if past else day >= today))
    if not days:
        return None
    values = tuple(day.isoformat() for day in days)
    start, end = text.starts[mention.first], text.ends[mention.last]
    if len(values) == 1:
        return Found(FACTS[cue.role], values[0], start, end)
    return Found(FACTS[cue.role], "", start, end, values)


def _nearer(ahead: tuple[dt.date, ...], behind: tuple[dt.date, ...], context: Context) -> tuple[dt.date, ...]:
    """Of a promise nobody knows whether it has passed: the nearer day is meant."""
    today = context.asked.date()
    return min((ahead, behind), key=lambda days: abs((days[0] - today).days) if days else 999)


def _note_just_ordered(text: Text, hits: Hits, context: Context, told: dict[str, list[tuple[int, Found]]]) -> None:
    """Take "I just ordered" as today, where no other day is told."""
    if "order_date" in told:
        return
    for hit in hits.get("cues", ()):
        if hit.label == "ordered" and "just" in (text.word(hit.first - 1), text.words[hit.first]):
            day = context.asked.date().isoformat()
            told["order_date"] = [(0, Found("order_date", day, text.starts[hit.first], text.ends[hit.last]))]
            return


def _one(fact: str, days: list[tuple[int, Found]], text: Text, hits: Hits) -> Found | None:
    """Of several days with one purpose take that which is told most plainly; of a needed one, the day before counts."""
    if fact == "needed_by" and "no_deadline" in hits:
        return None
    known = [found for _, found in sorted(days, key=lambda day: (bool(day[1].choices), day[0]))]
    best = known[0]
    if best.choices:
        narrowed = {*best.choices}.intersection(*({*other.choices} for other in known[1:])) or {*best.choices}
        best = best._replace(choices=tuple(sorted(narrowed)))
        if len(best.choices) == 1:
            best = best._replace(value=best.choices[0], choices=())
    return _day_before(best, text, hits) if fact == "needed_by" else best


def _day_before(found: Found, text: Text, hits: Hits) -> Found:
    """Count one day less where they leave, or must have it, "the day before"."""
    import datetime as dt  # noqa: PLC0415 - few messages say so

    at = text.at(found.start)
    for hit in hits.get("the_day_before", ()):
        is_near = abs(text.sentence[hit.first] - text.sentence[at]) <= DAY_BEFORE_IN
        if is_near and text.word(hit.last + 1) != "yesterday" and found.value:
            return found._replace(value=(dt.date.fromisoformat(found.value) - ONE_DAY).isoformat())
    return found
