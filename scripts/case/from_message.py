"""What a case takes from the reading of its message: only what nobody entered, and nothing that cannot be true.

What the agent or the order record says wins; whatever differs, or may mean several things, is told and not used.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from case import contradictions
from case.case import Case
from reading.reading import NOTHING, read_message
from records.problem import Problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facts.schema import Store
    from reading.extract.found import Found
    from reading.reading import Reading
    from words.catalogue import Words

# The facts of a case that a message may fill. The order of the days: each is held against those before it.
FILLS = (
    *("order", "customer", "product", "order_date", "needed_by", "delivered", "change", "change_to"),
    *("customization", "made", "photos", "region", "tracking", "carrier"),
)
STATES = USED, OVERRULED, DROPPED, ASK, NOT_USED = ("used", "overruled", "dropped", "ask", "not-used")
ORIGINS = ENTERED, MESSAGE = ("entered", "message")
REASONS = ("entered", "dropped", "which", "machine", "other-change", "refused")
QUOTES = " \t\"'“”‘’"


class Told(NamedTuple):
    """A fact that the message tells, and what became of it.

    Attributes:
        found: The fact with its words; with choices, where several of them are told.
        state: One of `STATES`.
        reason: Why it is not used, one of `REASONS`; empty for one that is.
        problem: What the case would say against it, where that is the reason.
    """

    found: Found
    state: str = USED
    reason: str = ""
    problem: str = ""


class Taken(NamedTuple):
    """A case with what its message says.

    Attributes:
        case: Its facts, those of the message where nobody entered one.
        told: All facts of the message.
        origins: Where each fact of the case comes from: entered, message, or dropped, which says it is left empty.
    """

    case: Case
    told: tuple[Told, ...]
    origins: dict[str, str]


def reading_of(case: Case, store: Store, words: Words, now: dt.datetime) -> Reading:
    """Read the message of a case as of the moment it was written, or of answering."""
    return read_message(case.message, store, words, case.asked or now, case.region) if case.message else NOTHING


def take(case: Case, reading: Reading, store: Store, now: dt.datetime) -> Taken:
    """Take from a reading what the case leaves empty."""
    is_machine = bool(reading.machine) and not case.concern
    several, read = _several(reading.facts), list[str]()
    told: list[Told] = []
    for found in sorted(several, key=lambda found: FILLS.index(found.fact) if found.fact in FILLS else len(FILLS)):
        each = Told(found, NOT_USED, "machine") if is_machine else _judged(found, case, store, now, told)
        told.append(each)
        if each.state == USED and found.fact in FILLS and _is_missing(case, found.fact):
            case = _with(case, found)
            read.append(found.fact)
    origins = {name: ENTERED for name in Case._fields if not _is_missing(case, name)} | dict.fromkeys(read, MESSAGE)
    origins |= {name: DROPPED for name in case.dropped if name not in origins}
    return Taken(case, tuple(sorted(told, key=lambda each: several.index(each.found))), origins)


def _judged(found: Found, case: Case, store: Store, now: dt.datetime, before: Sequence[Told]) -> Told:
    """Say what becomes of a fact."""
    if found.fact in case.dropped:
        return Told(found, DROPPED, "dropped")
    if found.fact in FILLS and not _is_missing(case, found.fact):
        values = [_value(found.fact, value) for value in (found.choices or (found.value,))]
        agrees = any(_is_same(found.fact, getattr(case, found.fact), value) for value in values)
        return Told(found) if agrees else Told(found, OVERRULED, "entered")
    if found.choices:
        return Told(found, ASK, "which")
    if found.fact == "change_to" and any(each.found.fact == "change" and each.state != USED for each in before):
        return Told(found, NOT_USED, "other-change")
    problem = _problem(found, case, store, now) if found.fact in FILLS else ""
    return Told(found, NOT_USED, "refused", problem) if problem else Told(found)


def _several(facts: Sequence[Found]) -> list[Found]:
    """Make of several values for one fact of a case its choices, at the place of the first."""
    values: dict[str, list[str]] = {}
    for found in facts:
        if found.fact in FILLS:
            values.setdefault(found.fact, []).extend(found.choices or (found.value,))
    return [*_once(facts, {name: tuple(dict.fromkeys(said)) for name, said in values.items()})]


def _once(facts: Sequence[Found], values: dict[str, tuple[str, ...]]) -> Iterator[Found]:
    seen = set()
    for found in facts:
        if found.fact not in seen:
            said = values.get(found.fact, ())
            yield found if len(said) < 2 else found._replace(value="", choices=said)  # noqa: PLR2004
        if found.fact in FILLS:
            seen.add(found.fact)


def _is_missing(case: Case, name: str) -> bool:
    return bool(getattr(case, name) in (None, "", (), {}))


def _value(name: str, value: str) -> Any:
    """Read a value as the case's field does; None where it cannot be one."""
    problems = Problems("")
    read = Case._fields[name](value, (name,), problems)
    return None if problems else read


def _with(case: Case, found: Found) -> Case:
    return Case({**vars(case), found.fact: _value(found.fact, found.value)})


def _problem(found: Found, case: Case, store: Store, now: dt.datetime) -> str:
    """Give what the case would be refused for with this value; empty where it fits."""
    problems = Problems("")
    if Case._fields[found.fact](found.value, (found.fact,), problems) is None or problems:
        return problems[0].message if problems else "no value"
    filled = _with(case, found)
    contradictions.find_known(filled, store, problems)
    contradictions.find_days(filled, store, now, problems)
    first = next(iter(problems), None)
    if first is None:
        return ""
    return first.message if first.place == (found.fact,) else f"{first.field}: {first.message}"


def _is_same(name: str, entered: Any, read: Any) -> bool:
    """Whether what was read is what was entered, however it is written."""
    if isinstance(entered, dt.date) or isinstance(read, dt.date):
        return bool(_day(entered) == _day(read))
    one, other = (_plain(value) for value in (entered, read))
    if name == "customer":
        return one.split()[:1] == other.split()[:1]
    return one.lstrip("# ") == other.lstrip("# ")


def _plain(value: Any) -> str:
    return " ".join(str(value).casefold().split()).strip(QUOTES)


def _day(moment: Any) -> Any:
    return moment.date() if isinstance(moment, dt.datetime) else moment
