"""What to ask, or look up, next: the facts that are missing, the most decisive first, and what each would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from answer.choices import Choice, template_for
from verdicts.withdrawal import hangs_on_told
from words.selection import possible
from words.sentences import Phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from case.situation import Situation
    from words.catalogue import Entry, Words


class Question(NamedTuple):
    """A question to settle.

    Attributes:
        fact: The fact of the case, or `decided.<condition>` for what only a person can settle.
        changes: What the answer would change, in words.
        options: For a condition, its values and what they say.
        decides: Whether the answer may select another reply.
    """

    fact: str
    ask: str
    where: str
    changes: str
    options: tuple[tuple[str, str], ...]
    decides: bool


# What can be asked, with the conditions that the answer settles; the questions stand in `templates/desk/questions.yml`.
FACTS: Mapping[str, tuple[str, ...]] = {
    "stage": ("stage", "window", "progress", "parcel", "typo", "preview", "tracking", "delay", "notice", "rush"),
    "order_date": ("window", "progress", "promise", "transit", "date-fit", "rush", "reason", "delay", "notice"),
    "photos": ("photos",),
    "needed_by": ("date-fit", "rush"),
    "region": ("region", "delay", "notice", "withdrawal", "return"),
    "notices": ("delay", "notice"),
    "product": ("withdrawal", "return", "has-preview"),
    "delivered": ("typo", "withdrawal", "return"),
    "told": ("withdrawal", "return"),
    "order": (),
    "customization": (),
    "change_to": (),
    "made": ("compared",),
    "approved": ("compared", "preview"),
    "customer": (),
}
# Facts that are asked only of a case that they decide.
ASKED_WHERE: Mapping[str, Callable[[Situation], bool]] = {"told": hangs_on_told}
# Facts that our own record holds: where only the message says one, it is still to be looked up. What was ordered on the
# piece goes into one blank only, and is asked while that is left.
ON_RECORD = {"order_date": "", "customization": "order_personalization"}
BY_HAND_TOO = ("preview",)  # conditions that facts settle in part: without a yes there is more than one place to be
EVER = ("order", "customer")
MOST_NAMED = 2
LOOK_UP: Phrases[str] = Phrases("look-up", ("condition", "on-record"), str)
# About the title of the reply as it is now, and those that it may become.
CHANGES: Phrases[tuple[str, ...]] = Phrases(
    "changes",
    ("one-reply", "two-replies", "more-replies"),
    lambda titles: ("one-reply", "two-replies", "more-replies")[min(len(titles) - 2, MOST_NAMED)],
    {
        "now": lambda titles, _: titles[0],
        "first": lambda titles, _: titles[1],
        "second": lambda titles, _: titles[2],
        "more": lambda titles, _: str(len(titles) - 1 - MOST_NAMED),
    },
)


def questions(
    situation: Situation, entry: Entry, chosen: Sequence[Choice], words: Words, blanks: Sequence[str]
) -> list[Question]:
    """List what to settle next, by the values chosen for the entry's conditions and the blanks left in its reply."""
    found = [*_facts(situation, words, entry, chosen), *_conditions(situation, words, entry, chosen)]
    empty = {blank.replace(".", "_") for blank in blanks}
    unsure = {name for name, blank in ON_RECORD.items() if name in situation.read and (not blank or blank in empty)}
    wanted = {*EVER, *entry.wants, *(["product"] if "order_item" in empty else []), *unsure}
    rest = [
        _question(name, _rests_on(situation, name, words), words, decides=False)
        for name in FACTS
        if name in wanted
        and (name in unsure or _is_missing(situation, name))
        and name not in {question.fact for _, question in found}
    ]
    return [question for _, question in sorted(found, key=lambda pair: -pair[0])] + rest


def _facts(
    situation: Situation, words: Words, entry: Entry, chosen: Sequence[Choice]
) -> Iterator[tuple[int, Question]]:
    open_ones = {choice.condition for choice in chosen if not choice.is_known}
    for name, decides in FACTS.items():
        settles = open_ones & {*decides}
        if settles and _is_missing(situation, name):
            others = _others(situation, words, entry, chosen, settles)
            if others:
                yield len(others), _question(name, _between(words, entry, chosen, others), words, decides=True)


def _conditions(
    situation: Situation, words: Words, entry: Entry, chosen: Sequence[Choice]
) -> Iterator[tuple[int, Question]]:
    """Ask for a condition itself where no missing fact would settle it."""
    can_be = possible(words.conditions, situation.store)
    for choice in chosen:
        settled_by = [name for name, decides in FACTS.items() if choice.condition in decides]
        is_asked_by_fact = choice.condition not in BY_HAND_TOO and any(_is_missing(situation, n) for n in settled_by)
        if choice.is_known or is_asked_by_fact:
            continue
        others = _others(situation, words, entry, chosen, {choice.condition})
        if others:
            known = words.conditions[choice.condition]
            options = tuple((value, known.values[value]) for value in can_be[choice.condition])
            changes = _between(words, entry, chosen, others)
            fact = f"decided.{choice.condition}"
            yield (
                len(others),
                Question(fact, known.label, LOOK_UP.say("condition", words), changes, options, decides=True),
            )


def _others(
    situation: Situation, words: Words, entry: Entry, chosen: Sequence[Choice], open_ones: set[str]
) -> list[str]:
    """Give the titles of the other templates that other values of some conditions would select, one at a time."""
    can_be = possible(words.conditions, situation.store)
    values = {choice.condition: choice.value for choice in chosen}
    now = template_for(words, entry, values)
    found = [
        template_for(words, entry, {**values, name: value})
        for name in values
        if name in open_ones
        for value in can_be[name]
    ]
    return list(dict.fromkeys(template.title for template in found if template.id != now.id))


def _between(words: Words, entry: Entry, chosen: Sequence[Choice], others: Sequence[str]) -> str:
    """Say which replies an answer decides between."""
    now = template_for(words, entry, {choice.condition: choice.value for choice in chosen})
    return CHANGES.say((now.title, *others), words)


def _question(name: str, changes: str, words: Words, *, decides: bool) -> Question:
    known = words.desk.questions[name]
    return Question(name, known.ask, known.where, changes, (), decides)


def _rests_on(situation: Situation, name: str, words: Words) -> str:
    """Say what an answer would change, or that only the message gives it."""
    return LOOK_UP.say("on-record", words) if name in situation.read else words.desk.questions[name].changes


def _is_missing(situation: Situation, name: str) -> bool:
    if name in ASKED_WHERE and not ASKED_WHERE[name](situation):
        return False
    return situation.lacks(name)
