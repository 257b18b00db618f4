"""The sections about what we owe: quality and returns, the plan of messages, the metrics."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from answer.section import Line, Section
from answer.slots import say_near
from case.topics import Topic
from dates.in_words import say_range
from dates.workdays import EtaError
from eta.estimate import FOLLOW_UP
from eta.opening_hours import due
from verdicts.delay import is_canceled, needs_a_yes
from verdicts.quality import is_open_case, offers_repair

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from case.situation import Situation
    from verdicts.table import Verdict
    from words.catalogue import Entry, Words

QUALITY = ("fault", "claim", "return")
FIRST_RESPONSE = "first-response-time"


def quality(situation: Situation, words: Words, by_id: Mapping[str, Verdict]) -> Section:
    """Say who is at fault, whether a claim or a return is in time, and what to offer."""
    return Section("quality", "Quality and returns", tuple(_quality(situation, words, by_id)))


def plan(situation: Situation, words: Words) -> Section:
    """Give each message that the store sends first, with the days of this order."""
    return Section("plan", "Proactive plan", tuple(_plan(situation, words)))


def metrics(situation: Situation, words: Words, entry: Entry | None) -> Section:
    """Name the metrics that this ticket counts towards, and by when the first reply is due."""
    return Section("metrics", "Metrics", tuple(_metrics(situation, words, entry)))


def _quality(situation: Situation, words: Words, by_id: Mapping[str, Verdict]) -> Iterator[Line]:
    if situation.raises(Topic.INJURY):
        says = "Somebody may be hurt: tell your lead now, before anything else."
        yield Line("First", says, words.address(situation.concern))
        return
    found = [by_id[name] for name in QUALITY if name in by_id]
    for verdict in found:
        yield Line(verdict.title, f"{verdict.says} {verdict.reason}", verdict.rests_on[0][1])
    if "fault" in by_id:
        repair = "A repair where the piece can be mended, a" if offers_repair(situation) else "A"
        says = f"{repair} free remake with rush priority, or a partial or full refund: they choose."
        yield Line("Offer", says, "policy/#defects")
    if not found:
        yield Line("Quality", "Nothing about a fault or a return in this case.", "policy/#defects")


def _plan(situation: Situation, words: Words) -> Iterator[Line]:
    style, today = situation.store.place.date_style, situation.today
    for entry in words.sent_first:
        is_sent = bool(entry.out_from) and situation.has_reached(entry.out_from)
        span = _days_of(situation, entry.step, is_sent=is_sent)
        if not is_sent and is_canceled(situation):
            yield Line(entry.title, "Not sent: the order counts as canceled.", entry.address)
            continue
        if span is None:
            yield Line(entry.title, "Its day depends on the order date and stage.", entry.address)
            continue
        if entry.step == FOLLOW_UP and is_open_case(situation):
            yield Line(entry.title, "Held while this is open.", entry.address)
            continue
        when = _provided(situation, say_range(*span, style, today), is_sent=is_sent)
        is_over = is_sent or span[1] < today
        yield Line(entry.title, f"{when} (check that it went out)" if is_over else when, entry.address)


def _provided(situation: Situation, when: str, *, is_sent: bool) -> str:
    """Say what a message that is still to go out depends on."""
    if is_sent:
        return when
    if situation.raises(Topic.CANCEL):
        return f"Only if the order goes on: {when}"
    return f"{when}, with their yes" if needs_a_yes(situation) else when


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


def _metrics(situation: Situation, words: Words, entry: Entry | None) -> Iterator[Line]:
    counts = entry.counts_towards if entry else [FIRST_RESPONSE]
    for kpi in counts:
        yield Line("Counts towards", words.kpis[kpi], f"metrics/#{kpi}")
    hours = situation.store.kpi.first_response_hours
    yield Line("First reply due by", _due(situation, hours), f"metrics/#{FIRST_RESPONSE}")


def _due(situation: Situation, hours: int) -> str:
    try:
        moment = due(situation.store, situation.asked, hours)
    except EtaError:
        return f"{hours} business hours after they wrote"
    late = " Overdue: answer it first." if moment < situation.now else ""
    return f"{say_near(situation, moment)} ({hours} business hours after they wrote).{late}"
