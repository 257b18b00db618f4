"""What a day in a message is: when they ordered, when it came, by when they need it, when it was promised."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reading.extract.days.resolve import ONE_DAY, resolve
from reading.extract.found import Found
from reading.extract.text import near

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from reading.extract.days.mentions import Mention
    from reading.extract.found import Context
    from reading.extract.tables import Tables
    from reading.extract.text import Hit, Text

FACTS = {"ordered": "order_date", "delivered": "delivered", "promised": "promised_by", "needed": "needed_by"}
FARTHEST = 14  # words between a day and what says what it is
BY_THEN = 15  # half the words between a day and "by then"
NEAR = 3  # words between a day and a "by" or "for"
ANOTHER_CLAUSE, AFTER = 3, 2  # words that a clause between, or a day before its word, counts as
DAY_BEFORE_IN = 2  # sentences after a day in which "the day before" still speaks of it
NO_PIECES = frozenset(
    ("email", "mail", "message", "label", "notice", "card", "invoice", "link", "text", "notification", "request")
)
VAGUE = ("around", "about", "approximately", "roughly", "circa", "sometime", "maybe")
LEADS_ON = ("thats", "that", "its", "it", "which", "this", "so", "is")


class Cue(NamedTuple):
    """A word that says what a day is, and how far it is from one."""

    distance: int
    role: str
    first: int


def read_days(
    text: Text,
    hits: dict[str, list[Hit]],
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
        cue = _cue_of(text, hits, mention)
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


def _cue_of(text: Text, hits: dict[str, list[Hit]], mention: Mention) -> Cue | None:
    """Find what is said nearest to a day, in its sentence; a holiday is a day one needs a thing by."""
    if mention.away is None and text.word(mention.first - 1) in VAGUE:
        return None
    cues = sorted(cue for cue in _cues(text, hits, mention) if _may_be(cue.role, mention))
    firm = next((cue for cue in cues if cue.role not in ("soft", "occasion")), None)
    soft = next((cue for cue in cues if cue.role == "soft" and cue.distance <= NEAR), None)
    occasion = next((cue for cue in cues if cue.role == "occasion"), None)
    if soft and not (firm and firm.role in ("promised", "other") and firm.distance <= soft.distance + NEAR * 3):
        return soft._replace(role="needed")
    if firm and firm.role == "other" and occasion and occasion.distance < firm.distance:
        firm = None
    if firm and not (occasion and occasion.distance + 1 < firm.distance):
        return None if firm.role == "other" else firm
    if occasion:
        return occasion._replace(role="needed", distance=occasion.distance + FARTHEST)
    by_then = near(hits.get("by_then", ()), mention.last + BY_THEN, BY_THEN)
    then = any(text.sentence[hit.first] == text.sentence[mention.first] for hit in by_then)
    if mention.holiday or then or _leads_on(text, hits, mention):
        return Cue(FARTHEST * 2, "needed", mention.first)
    return None


def _may_be(role: str, mention: Mention) -> bool:
    """Whether a day told from today, "yesterday" or "in two weeks", can be what a word says it is."""
    if mention.away is None or role in ("promised", "other"):
        return True
    if mention.away == 0 and not mention.hours:
        return True
    is_past = mention.away < 0 or mention.hours < 0
    return is_past == (role in ("ordered", "delivered"))


def _cues(text: Text, hits: dict[str, list[Hit]], mention: Mention) -> Iterator[Cue]:
    for hit in near(hits.get("cues", ()), mention.first, FARTHEST + NEAR):
        is_mail = hit.label == "delivered" and is_of_mail(text, hits, hit)
        yield from _cue(text, hit, "other" if is_mail else hit.label, mention)
    for hit in near(hits.get("occasions", ()), mention.first, FARTHEST + NEAR):
        yield from _cue(text, hit, "occasion", mention)


def is_of_mail(text: Text, hits: dict[str, list[Hit]], hit: Hit) -> bool:
    """Whether it was a preview, a label or a mail that came, and no piece."""
    if any(shown.first > hit.last for shown in near(hits.get("previews", ()), hit.last, NEAR + 1)):
        return True
    return not NO_PIECES.isdisjoint(text.words[hit.last + 1 : hit.last + 2 + NEAR])


def _cue(text: Text, hit: Hit, role: str, mention: Mention) -> Iterator[Cue]:
    if text.sentence[hit.first] != text.sentence[mention.first]:
        return
    if mention.first <= hit.first and hit.last <= mention.last:
        between = 0
    elif hit.last < mention.first:
        between = mention.first - hit.last + ANOTHER_CLAUSE * (text.clause[mention.first] - text.clause[hit.last])
    elif hit.first > mention.last and role != "soft":
        between = hit.first - mention.last + AFTER
        between += ANOTHER_CLAUSE * (text.clause[hit.first] - text.clause[mention.last])
    else:
        return
    if between <= FARTHEST:
        yield Cue(between, role, hit.first)


def _leads_on(text: Text, hits: dict[str, list[Hit]], mention: Mention) -> bool:
    """Whether "that's the 21st" speaks of an occasion or a holiday in the sentence before."""
    sentence = text.sentence[mention.first]
    begins = mention.first
    while begins and text.sentence[begins - 1] == sentence and mention.first - begins <= NEAR:
        begins -= 1
    if mention.first - begins > NEAR or (begins < mention.first and text.words[begins] not in LEADS_ON):
        return False
    spoken = [hit for kind in ("occasions", "holidays") for hit in near(hits.get(kind, ()), begins, FARTHEST * 2)]
    return any(text.sentence[hit.last] == sentence - 1 for hit in spoken)


def _note_just_ordered(
    text: Text, hits: dict[str, list[Hit]], context: Context, told: dict[str, list[tuple[int, Found]]]
) -> None:
    """Take "I just ordered" as today, where no other day is told."""
    if "order_date" in told:
        return
    for hit in hits.get("cues", ()):
        if hit.label == "ordered" and "just" in (text.word(hit.first - 1), text.words[hit.first]):
            day = context.asked.date().isoformat()
            told["order_date"] = [(0, Found("order_date", day, text.starts[hit.first], text.ends[hit.last]))]
            return


def _one(fact: str, days: list[tuple[int, Found]], text: Text, hits: dict[str, list[Hit]]) -> Found | None:
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


def _day_before(found: Found, text: Text, hits: dict[str, list[Hit]]) -> Found:
    """Count one day less where they leave, or must have it, "the day before"."""
    import datetime as dt  # noqa: PLC0415 - few messages say so

    at = text.at(found.start)
    for hit in hits.get("the_day_before", ()):
        is_near = abs(text.sentence[hit.first] - text.sentence[at]) <= DAY_BEFORE_IN
        if is_near and text.word(hit.last + 1) != "yesterday" and found.value:
            return found._replace(value=(dt.date.fromisoformat(found.value) - ONE_DAY).isoformat())
    return found
