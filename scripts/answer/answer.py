"""The structured answer to a case: six sections, the questions to ask, and the one reply that its verdicts select."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from answer.choices import Choice, choices, conditions_of, replying, template_for
from answer.order_sections import modification, situation_assessment, status
from answer.questions import Question, questions
from answer.reading import as_data as reading_data
from answer.reading import with_choices
from answer.service_sections import metrics, plan, quality
from answer.slots import OF_THE_MOMENT, expiry, fact_for, slot_values
from case.from_message import MESSAGE, Taken, take
from case.signs import signs_of, time_of
from case.situation import Situation
from dates.time_zones import in_zone
from reading.reading import NOTHING, Reading
from reading.triage import evidence
from reading.triage.ranking import Triage, triage
from verdicts.change import CHANGE_WINDOW
from verdicts.delay import DELAY_RULE
from verdicts.delivery import NEEDED_BY, PROMISE, RUSH
from verdicts.quality import CLAIM, FAULT
from verdicts.returns import RETURN
from words.filling import Filled, Filling

if TYPE_CHECKING:
    import datetime as dt

    from answer.section import Section
    from case.case import Case
    from facts.schema import Store
    from reading.triage.model import Model
    from verdicts.table import Verdict
    from words.catalogue import Template, Words

VERSION = 1
TABLES = (CHANGE_WINDOW, PROMISE, NEEDED_BY, RUSH, FAULT, CLAIM, RETURN, DELAY_RULE)


class Reply(NamedTuple):
    """A template filled for a case.

    Attributes:
        messages: One for each channel of the template.
        blanks: Slots that nothing fills yet, each once.
        next_steps: What the agent does, in order.
    """

    template: Template
    messages: tuple[Filled, ...]
    blanks: tuple[str, ...]
    next_steps: tuple[str, ...]


class Answer(NamedTuple):
    """Everything that is said about a case.

    Attributes:
        place: The entry or page that answers the customer; empty when the message does not say clearly enough.
        choices: The value of each condition that its templates differ by, and those of the entry that replies for it.
        reply: None for a page, and while nobody knows what the customer wants.
        values: The slots that the case fills.
        reading: What was read in the message.
        taken: What the case took from it.
    """

    situation: Situation
    triage: Triage
    place: str
    verdicts: tuple[Verdict, ...]
    choices: tuple[Choice, ...]
    questions: tuple[Question, ...]
    reply: Reply | None
    sections: tuple[Section, ...]
    values: dict[str, str]
    reading: Reading
    taken: Taken

    @property
    def machine(self) -> str:
        """The kind of a mail that no customer wrote and that gets no reply; empty where the agent wants one."""
        return "" if self.situation.case.concern else self.reading.machine

    @property
    def is_settled(self) -> bool:
        """Whether no open question could select another reply."""
        return not any(question.decides for question in self.questions)


def answer(
    store: Store, words: Words, model: Model, case: Case, now: dt.datetime, reading: Reading = NOTHING
) -> Answer:
    """Answer a case as of the moment `now`.

    Args:
        store: The facts.
        words: The words.
        model: What the triage has learned.
        case: What was entered.
        now: The moment of answering.
        reading: What the message says, `case.from_message.reading_of`; without one, only what was entered counts.
    """
    taken = take(case, reading, store, now)
    ranked = triage(model, case.message, evidence.known(words, time_of(taken.case), signs_of(taken)))
    place = _concern(case, ranked, reading)
    here = in_zone(now, store.place.time_zone)
    entry = words.entries.get(place)
    situation = Situation(
        store,
        taken.case,
        here,
        place,
        ranked.said(place),
        frozenset(entry.raises if entry else ()),
        frozenset(name for name, origin in taken.origins.items() if origin == MESSAGE),
    )
    verdicts = tuple(verdict for table in TABLES if (verdict := table.verdict(situation, words)))
    values = slot_values(situation, words)
    filling = Filling(store, words, values)
    chosen = choices(situation, words, entry) if entry else []
    known = {choice.condition: choice.value for choice in chosen}
    reply = filled(template_for(words, entry, known), words, filling) if entry else None
    shown = conditions_of(entry) | conditions_of(replying(words, entry, known)) if entry else set()
    asked = questions(situation, entry, chosen, words, reply.blanks) if entry and reply else []
    by_id = {verdict.id: verdict for verdict in verdicts}
    return Answer(
        situation,
        ranked,
        place,
        verdicts,
        tuple(choice for choice in chosen if choice.condition in shown),
        tuple(with_choices(asked, taken.told, situation, words)),
        reply,
        (
            situation_assessment(situation, words, verdicts),
            status(situation, words, filling, reply.template if reply else None),
            modification(situation, words, by_id["change-window"]),
            quality(situation, words, by_id),
            plan(situation, words),
            metrics(situation, words, entry),
        ),
        values,
        reading,
        taken,
    )


def _concern(case: Case, ranked: Triage, reading: Reading) -> str:
    """Give the place that answers: the agent's, else the likeliest; none for an unclear message or a machine's."""
    if case.concern or reading.machine or ranked.unsure or not ranked.ranking:
        return case.concern
    return ranked.ranking[0].id


def filled(template: Template, words: Words, filling: Filling) -> Reply:
    """Fill a template: every channel, and the next steps."""
    said = [*([template.subject] if template.subject else []), *template.messages.values()]
    return Reply(
        template,
        tuple(
            filling.message(name, template.subject, template.messages[name])
            for name in words.channels
            if name in template.messages
        ),
        tuple(filling.missing(said)),
        tuple(filling.plain(step) for step in template.next_steps),
    )


def as_data(found: Answer, words: Words) -> dict[str, Any]:
    """Lay an answer out as the data that `--json` prints; references/answer.schema.json describes it."""
    return {
        "version": VERSION,
        "triage": found.triage.as_data(),
        "concern": _place(found.place, words) if found.place else None,
        "others": [] if found.machine else [_place(other, words) for other in found.triage.others(found.place)],
        "verdicts": [_verdict(verdict) for verdict in found.verdicts],
        "conditions": [_choice(choice, words) for choice in found.choices],
        "questions": [_question(question) for question in found.questions],
        "reply": _reply(found.reply, words, found.situation) if found.reply else None,
        "is_settled": found.is_settled,
        "sections": [section.as_data() for section in found.sections],
        "slots": found.values,
        "expires": {
            "at": expiry(found.situation).isoformat(),
            "slots": [name for name in found.values if name in OF_THE_MOMENT],
        },
        "reading": reading_data(found, words),
    }


def _place(place: str, words: Words) -> dict[str, str]:
    return {"id": place, "title": words.title(place), "address": words.address(place)}


def _verdict(verdict: Verdict) -> dict[str, Any]:
    rests_on = [{"title": title, "address": address} for title, address in verdict.rests_on]
    return {**verdict._asdict(), "rests_on": rests_on}


def _choice(choice: Choice, words: Words) -> dict[str, Any]:
    known = words.conditions[choice.condition]
    return {
        "condition": choice.condition,
        "label": known.label,
        "value": choice.value,
        "says": known.values[choice.value],
        "is_known": choice.is_known,
    }


def _question(question: Question) -> dict[str, Any]:
    options = [{"value": value, "says": says} for value, says in question.options]
    return {**question._asdict(), "options": options}


def _reply(reply: Reply, words: Words, situation: Situation) -> dict[str, Any]:
    return {
        "id": reply.template.id,
        "title": reply.template.title,
        "address": reply.template.address,
        "messages": [{**message._asdict(), "label": words.channels[message.channel]} for message in reply.messages],
        "blanks": [_blank(name, words, situation) for name in reply.blanks],
        "next_steps": list(reply.next_steps),
    }


def _blank(name: str, words: Words, situation: Situation) -> dict[str, str | None]:
    slot = words.slots[name]
    return {
        "slot": name,
        "label": slot.label,
        "blank": slot.blank,
        "meaning": slot.meaning,
        "fact": fact_for(name, situation),
    }
