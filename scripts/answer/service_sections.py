"""The sections about what we owe: quality and returns, the plan of messages, the metrics."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from answer.order_sections import verdict_line
from answer.section import LineRule, Lines, Section
from case.in_words import said_days, said_near
from case.topics import Topic
from eta.estimate import FOLLOW_UP
from verdicts.delay import is_canceled, needs_a_yes
from verdicts.quality import CLAIM, FAULT, is_open_case, offers_repair
from verdicts.returns import RETURN
from verdicts.table import always
from words.sentences import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from case.situation import Situation
    from verdicts.table import Verdict
    from words.catalogue import Entry, Words
    from words.desk import Line

QUALITY = (FAULT, CLAIM, RETURN)
FIRST_RESPONSE = "first-response-time"


class _Milestone(NamedTuple):
    """A message that the store sends first, with its days for this order."""

    situation: Situation
    entry: Entry
    days: tuple[dt.date, dt.date] | None
    is_sent: bool


def quality(situation: Situation, words: Words, by_id: Mapping[str, Verdict]) -> Section:
    """Say who is at fault, whether a claim or a return is in time, and what to offer."""
    found = [] if _is_hurt(situation) else [by_id[table.id] for table in QUALITY if table.id in by_id]
    lines = (*map(verdict_line, found), *OWED.say(situation, words))
    return Section("quality", words.desk.sections["quality"].title, lines)


def plan(situation: Situation, words: Words) -> Section:
    """Give each message that the store sends first, with the days of this order."""
    lines = tuple(_plan(situation, words)) or tuple(NO_PLAN.say(situation, words))
    return Section("plan", words.desk.sections["plan"].title, lines)


def metrics(situation: Situation, words: Words, entry: Entry | None) -> Section:
    """Name the metrics that this ticket counts towards, and by when the first reply is due."""
    counts = entry.counts_towards if entry else [FIRST_RESPONSE]
    lines = (*(line for kpi in counts for line in COUNTS.say(kpi, words)), *DUE.say(situation, words))
    return Section("metrics", words.desk.sections["metrics"].title, lines)


def _is_hurt(situation: Situation) -> bool:
    return situation.raises(Topic.INJURY)


def _owes(situation: Situation) -> bool:
    return FAULT.judge(situation) is not None and not _is_hurt(situation)


def _plan(situation: Situation, words: Words) -> Iterator[Line]:
    for entry in words.sent_first:
        is_sent = bool(entry.out_from) and situation.has_reached(entry.out_from)
        days = _days_of(situation, entry.step, is_sent=is_sent)
        yield from PLAN.say(_Milestone(situation, entry, days, is_sent), words)


def _milestone(told: _Milestone) -> str:
    situation = told.situation
    if is_canceled(situation) and not told.is_sent:
        return "canceled"
    if told.days is None:
        return "unknown"
    if told.entry.step == FOLLOW_UP and is_open_case(situation):
        return "held"
    return "over" if told.is_sent or told.days[1] < situation.today else "ahead"


def _depends(told: _Milestone) -> str:
    """Give what a message that is still to go out depends on."""
    if told.is_sent:
        return "nothing"
    if told.situation.raises(Topic.CANCEL):
        return "goes-on"
    return "with-yes" if needs_a_yes(told.situation) else "nothing"


def _days_of(situation: Situation, step: str, *, is_sent: bool) -> tuple[dt.date, dt.date] | None:
    """Work out when a message goes out; one that belongs to a stage that is over has the days of the first dates."""
    if step == FOLLOW_UP and situation.case.delivered:
        day = situation.case.delivered + dt.timedelta(days=situation.store.follow_up.days)
        return day, day
    found = situation.first if is_sent else situation.current
    if found is None:
        return None
    days = found.milestone(step)
    return days.earliest, days.latest


def _is_overdue(situation: Situation) -> bool:
    moment = situation.reply_due(situation.asked)
    return moment is not None and moment < situation.now


def _says_due(situation: Situation, _: Words) -> str:
    moment = situation.reply_due(situation.asked)
    return said_near(situation, moment) if moment else ""


OWED: Lines[Situation] = Lines(
    "quality",
    {},
    (
        LineRule("hurt", _is_hurt, lambda s, words: words.address(s.concern)),
        LineRule("offer-with-repair", lambda s: _owes(s) and offers_repair(s)),
        LineRule("offer", lambda s: _owes(s) and not offers_repair(s)),
        LineRule("nothing", lambda s: not (_is_hurt(s) or any(table.judge(s) for table in QUALITY))),
    ),
)
MILESTONE_DAYS: Phrases[_Milestone] = Phrases(
    "milestone-days",
    ("nothing", "goes-on", "with-yes"),
    _depends,
    {"days": lambda told, _: said_days(told.situation, told.days)},
)
WHEN: Phrases[_Milestone] = Phrases(
    "milestone",
    ("canceled", "unknown", "held", "over", "ahead"),
    _milestone,
    {"days": MILESTONE_DAYS.say},
)
PLAN: Lines[_Milestone] = Lines(
    "plan",
    {"milestone": lambda told, _: told.entry.title, "when": WHEN.say},
    (LineRule("milestone", lambda _: True, lambda told, _: told.entry.address),),
)
NO_PLAN: Lines[Situation] = Lines("plan", {}, (LineRule("nothing", always),))
COUNTS: Lines[str] = Lines(
    "metrics",
    {"kpi": lambda kpi, words: words.kpis[kpi]},
    (LineRule("counts-towards", lambda _: True, lambda kpi, _: f"metrics/#{kpi}"),),
)
DUE: Lines[Situation] = Lines(
    "metrics",
    {"hours": lambda s, _: str(s.store.kpi.first_response_hours), "moment": _says_due},
    (
        LineRule("due", lambda s: s.reply_due(s.asked) is not None and not _is_overdue(s)),
        LineRule("overdue", _is_overdue),
        LineRule("due-unknown", lambda s: s.reply_due(s.asked) is None),
    ),
)
