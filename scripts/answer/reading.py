"""What was read in the message, told to the agent: each fact in words, what became of it, and what is to be asked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from answer.questions import Question
from case.from_message import ASK, FILLS, REASONS, USED
from case.in_words import said_day
from facts.regions import regions
from verdicts.change import KIND
from words.sentences import Phrases, capitalized
from words.signs import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answer.answer import Answer
    from case.from_message import Told
    from case.situation import Situation
    from reading.triage.asks import Ask
    from words.catalogue import Words

FACTS = (
    *FILLS,
    *("rush", "recipient", "occasion", "wish", "part", "damage", "contacts", "last_name", "old_text", "promised_by"),
    *("photos_offered", "country", "city", "language", "mood", "amount", "quantity"),
)
DAYS = ("order_date", "needed_by", "delivered", "promised_by")
MACHINES = (
    *("bounce", "out-of-office", "acknowledgement", "carrier-notice", "marketplace-notice", "newsletter", "invoice"),
    *("sales-pitch", "partner-request", "job-application", "survey", "spam"),
)
LABEL: Phrases[str] = Phrases("fact", tuple(name.replace("_", "-") for name in FACTS), lambda name: _key(name, FACTS))
MACHINE: Phrases[str] = Phrases("machine", (*MACHINES, "other"), lambda kind: kind if kind in MACHINES else "other")
YES: Phrases[str] = Phrases("read-value", ("yes",), str)
WHY: Phrases[tuple[Told, Situation]] = Phrases(
    "read-why",
    REASONS,
    lambda about: about[0].reason,
    {
        "entered": lambda about, words: _entered(about[0].found.fact, about[1], words),
        "shown": lambda about, words: shown(about[0].found.fact, about[0].found.value, about[1], words),
        "problem": lambda about, _: about[0].problem,
    },
)
WHICH: Phrases[tuple[str, str]] = Phrases(
    "which", ("ask", "where", "changes"), lambda about: about[0], {"fact": lambda about, words: label(about[1], words)}
)


def as_data(found: Answer, words: Words) -> dict[str, Any]:
    """Lay the reading of an answer's message out as the data that `--json` prints."""
    is_read = found.reading.own and not found.reading.machine
    return {
        "own": found.reading.own,
        "machine": found.reading.machine,
        "facts": [_fact(each, found.situation, words) for each in found.taken.told],
        "asks": [_ask(ask, words) for ask in found.triage.asks if is_read],
    }


def _ask(ask: Ask, words: Words) -> dict[str, str]:
    known = words.reading["asks"]["asks"]
    return {"id": ask.id, "label": known[ask.id]["label"] if ask.id in known else ask.id, "sentence": ask.sentence}


def label(name: str, words: Words) -> str:
    """Name a fact in words."""
    return LABEL.say(name, words) or capitalized(name.replace("_", " "))


def shown(name: str, value: str, situation: Situation, words: Words) -> str:
    """Say the value of a fact as people do: a day, a piece and a place by their names."""
    if name in DAYS and value:
        return said_day(situation, dt.date.fromisoformat(value[:10]))
    if name == "product" and value in situation.store.products:
        return situation.store.products[value].title
    if name == "region" and value in regions():
        return regions()[value].name
    if name == "change" and value in KIND.ids:
        return capitalized(words.desk.phrases[KIND.id][value])
    return YES.say("yes", words) if value == "yes" else one_line(value)


def with_choices(asked: Sequence[Question], told: Sequence[Told], situation: Situation, words: Words) -> list[Question]:
    """Give what a fact may be to the question for it, and ask for each that nothing asks for yet."""
    may_be = {each.found.fact: _options(each, situation, words) for each in told if each.state == ASK}
    may_be = {name: options for name, options in may_be.items() if name in FILLS}
    found = [question._replace(options=may_be.pop(question.fact, question.options)) for question in asked]
    return found + [_which(name, options, words) for name, options in may_be.items()]


def _which(name: str, options: tuple[tuple[str, str], ...], words: Words) -> Question:
    ask, where, changes = (WHICH.say((said, name), words) for said in WHICH.ids)
    return Question(name, ask, where, changes, options, decides=False)


def _fact(each: Told, situation: Situation, words: Words) -> dict[str, Any]:
    found = each.found
    options = [{"value": value, "says": says} for value, says in _options(each, situation, words)]
    return {
        "fact": found.fact,
        "label": label(found.fact, words),
        "value": found.value,
        "shown": shown(found.fact, found.value, situation, words),
        "start": found.start,
        "end": found.end,
        "choices": options,
        "state": each.state,
        "why": "" if each.state == USED else WHY.say((each, situation), words),
    }


def _options(each: Told, situation: Situation, words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((value, shown(each.found.fact, value, situation, words)) for value in each.found.choices)


def _entered(name: str, situation: Situation, words: Words) -> str:
    """Say what the agent entered instead."""
    value = getattr(situation.case, name)
    if isinstance(value, dt.date):
        return said_day(situation, value)
    return shown(name, {True: "yes", False: "no"}.get(value, str(value)), situation, words)


def _key(name: str, known: Sequence[str]) -> str:
    return name.replace("_", "-") if name in known else ""
