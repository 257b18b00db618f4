"""What to ask, or look up, next: the facts that are missing, the most decisive first, and what each would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from answer.choices import Choice, template_for
from verdicts.withdrawal import hangs_on_told
from words.selection import possible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from case.situation import Situation
    from words.catalogue import Entry, Words


class Fact(NamedTuple):
    """A fact that a case may hold.

    Attributes:
        ask: The question.
        where: Where the answer is found before a customer is asked.
        decides: The conditions that it settles.
        gives: What else of the answer rests on it, to end "It …".
    """

    ask: str
    where: str
    decides: tuple[str, ...]
    gives: str


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


FACTS = {
    "stage": Fact(
        "Has production started, and which stage is it in?",
        "Workshop board; when it is silent, ask the workshop.",
        ("stage", "window", "progress", "parcel", "typo", "preview", "tracking", "delay", "notice", "rush"),
        "settles the change window and the dates",
    ),
    "ordered": Fact(
        "When was the order placed, day and time?",
        "Order page; else ask for the email used at checkout.",
        ("window", "progress", "promise", "transit", "date-fit", "rush", "reason", "delay", "notice"),
        "gives the change window and all dates",
    ),
    "photos": Fact(
        "Is there a photo of what is wrong?", "Attachments; else ask, kindly, for one.", ("photos",), "shows the fault"
    ),
    "needed_by": Fact(
        "Is there a day they need it by?",
        "Their message and the order note.",
        ("date-fit", "rush"),
        "says whether the dates fit",
    ),
    "region": Fact(
        "Where does the customer live?",
        "Delivery address of the order.",
        ("region", "delay", "notice", "withdrawal", "return"),
        "says which law stands behind the customer",
    ),
    "notices": Fact(
        "How many delay notices went out for it, before the promised hand-over?",
        "Order notes and sent mail; none is an answer too.",
        ("delay", "notice"),
        "says whether the order still stands",
    ),
    "product": Fact(
        "Which piece was ordered?",
        "Order page.",
        ("withdrawal", "return", "has-preview"),
        "gives its own lead time and words",
    ),
    "delivered": Fact(
        "Has it arrived, and on which day?",
        "Tracking page.",
        ("typo", "withdrawal", "return"),
        "says whether it has arrived",
    ),
    "told": Fact(
        "Were they told of the right to withdraw, with the withdrawal button or form, before the order?",
        "Checkout terms and confirmation email of their order; not sure: ask your lead.",
        ("withdrawal", "return"),
        "says how long the law lets them withdraw",
    ),
    "order": Fact("What is the order number?", "Order page; else ask for it.", (), "goes into the reply"),
    "customization": Fact(
        "What was asked for: text, image, size?", "Order page and the approved preview.", (), "goes into the reply"
    ),
    "change_to": Fact(
        "What should it be, exactly?", "Their message; copy it, do not retype it.", (), "goes into the reply"
    ),
    "made": Fact(
        "What does the piece show?", "Their photo.", ("compared",), "shows, beside the order, whose mistake it is"
    ),
    "approved": Fact(
        "What did they approve in the preview?", "The preview and their answer.", ("compared", "preview"), "is evidence"
    ),
    "customer": Fact("What is the customer's first name?", "How they sign.", (), "goes into the greeting"),
}
# Facts that are asked only of a case that they decide.
ASKED_WHERE: Mapping[str, Callable[[Situation], bool]] = {"told": hangs_on_told}
BY_HAND_TOO = ("preview",)  # conditions that facts settle in part: without a yes there is more than one place to be
EVER = ("order", "customer")
MOST_NAMED = 2


def questions(
    situation: Situation, entry: Entry, chosen: Sequence[Choice], words: Words, blanks: Sequence[str]
) -> list[Question]:
    """List what to settle next.

    Args:
        situation: The case.
        words: The words.
        entry: The entry that answers it.
        chosen: The value of each condition of the entry.
        blanks: Slots of the reply that are still empty.
    """
    found = [*_facts(situation, words, entry, chosen), *_conditions(situation, words, entry, chosen)]
    empty = {blank.replace(".", "_") for blank in blanks}
    wanted = {*EVER, *entry.wants, *(["product"] if "order_item" in empty else [])}
    rest = [
        _question(name, fact.gives and f"It {fact.gives}.", decides=False)
        for name, fact in FACTS.items()
        if name in wanted and _is_missing(situation, name) and name not in {question.fact for _, question in found}
    ]
    return [question for _, question in sorted(found, key=lambda pair: -pair[0])] + rest


def _facts(
    situation: Situation, words: Words, entry: Entry, chosen: Sequence[Choice]
) -> Iterator[tuple[int, Question]]:
    open_ones = {choice.condition for choice in chosen if not choice.is_known}
    for name, fact in FACTS.items():
        settles = open_ones & {*fact.decides}
        if settles and _is_missing(situation, name):
            others = _others(situation, words, entry, chosen, settles)
            if others:
                yield len(others), _question(name, _between(words, entry, chosen, others), decides=True)


def _conditions(
    situation: Situation, words: Words, entry: Entry, chosen: Sequence[Choice]
) -> Iterator[tuple[int, Question]]:
    """Ask for a condition itself where no missing fact would settle it."""
    can_be = possible(words.conditions, situation.store)
    for choice in chosen:
        settled_by = [name for name, fact in FACTS.items() if choice.condition in fact.decides]
        is_asked_by_fact = choice.condition not in BY_HAND_TOO and any(_is_missing(situation, n) for n in settled_by)
        if choice.is_known or is_asked_by_fact:
            continue
        others = _others(situation, words, entry, chosen, {choice.condition})
        if others:
            known = words.conditions[choice.condition]
            options = tuple((value, known.values[value]) for value in can_be[choice.condition])
            changes = _between(words, entry, chosen, others)
            fact = f"decided.{choice.condition}"
            yield len(others), Question(fact, known.label, "Look it up, or ask.", changes, options, decides=True)


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
    named = " or ".join(f"“{title}”" for title in others[:MOST_NAMED])
    more = f" or {len(others) - MOST_NAMED} more" if len(others) > MOST_NAMED else ""
    return f"The reply may become {named}{more}; now it is “{now.title}”."


def _question(name: str, changes: str, *, decides: bool) -> Question:
    fact = FACTS[name]
    return Question(name, fact.ask, fact.where, changes, (), decides)


def _is_missing(situation: Situation, name: str) -> bool:
    value = getattr(situation.case, name)
    if name in ASKED_WHERE and not ASKED_WHERE[name](situation):
        return False
    return value is None or value in ("", "unknown")
