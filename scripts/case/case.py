"""A case: one order's facts and the customer's message, as a person or a form gives them.

What a fact says is said to whoever writes a case: the page of the desk and `references/case.schema.json` print it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from case import contradictions
from case.fields import (
    count,
    day,
    day_or_moment,
    days,
    line,
    line_or_number,
    moment,
    named,
    names,
    one_of,
    prose,
    yes_or_no,
)
from records.problem import Problems, RecordError
from records.record import Record, read_record

if TYPE_CHECKING:
    import datetime as dt

    from facts.schema import Store
    from words.catalogue import Words

STAGES = ("design", "production", "quality-check", "shipped", "unknown")
CHANGES = ("personalization", "options", "address")
CHANNELS = ("email", "sms", "chat")


class CaseError(RecordError):
    """The case cannot be read; the text has one line per problem, each with its path in the JSON."""


class Case(Record):
    """What is known of an order and what its customer wants; each fact may be missing."""

    message: str = prose(
        "The customer's words, with or without quoted history and signature. "
        "Only the first 20,000 characters are read.",
        "Hi, I ordered the necklace yesterday evening. Can you still change the engraving to 'Luna, forever'?",
    )
    concern: str = line(
        "The entry or page that answers them, when the agent knows it: its whole id or the last part of it. "
        "Without it, the message decides.",
        *("change-request", "scenarios/change-request", "faq"),
    )
    customer: str = line("The customer's first name, as they sign.", "Maya")
    agent: str = line("The first name that the reply is signed with.", "Jo")
    order: str = line_or_number("The order number. Digits alone are shown with a leading #.", "#1042", 1042)
    order_date: dt.date | None = day_or_moment(
        "When the order was placed: the day, or better the day and time. "
        "Without a UTC offset it is in the store's zone.",
        *("2026-03-02T18:30", "2026-03-02", "2026-03-02 18:30:00 -0500"),
    )
    product: str = line(
        "A product of references/store.toml, by its name or its title.",
        *("engraved-necklace", "engraved necklace"),
    )
    customization: str = line(
        "What was ordered to be put on the piece: text, photo, design, size.",
        *("Luna, always", "the photo of Biscuit on the sofa"),
    )
    change: str = one_of("What the customer wants changed. Options are size, color and material.", *CHANGES)
    change_to: str = line(
        "What it should be, exactly: copied from the message, not retyped.",
        *("Luna, forever", "12 Elm Street, Apt 4, Troy, NY 12180"),
    )
    stage: str = one_of("Where the order is, by the workshop board.", *STAGES)
    asked: dt.datetime | None = moment(
        "When the customer wrote, which decides whether a change is in time. "
        "The moment of answering when it is left out.",
        *("2026-03-03T09:10", "2026-03-03T09:10:00-05:00"),
    )
    photos: bool | None = yes_or_no("Whether we have a photo of what is wrong.", "yes", "no")
    needed_by: dt.date | None = day("The day the customer needs the piece in hand.", "2026-03-27")
    rush: bool | None = yes_or_no("Whether the order has rush.", "yes", "no")
    region: str = line(
        "Where the customer lives, by its name in references/regions.toml; the store has to serve it. "
        "The law differs by it.",
        "us",
        "eu",
    )
    delivered: dt.date | None = day(
        "The day the piece arrived; it counts as shipped then, whatever the stage says.", "2026-03-16"
    )
    last_parcel: dt.date | None = day(
        "The day the last parcel of the same order arrived, where it came in several: "
        "the law counts the days to withdraw from it.",
        "2026-03-17",
    )
    told: bool | None = yes_or_no(
        "Whether they were told of the right to withdraw, with the withdrawal button or form, before the order.",
        *("yes", "no"),
    )
    promise: tuple[dt.date, dt.date] | None = days(
        "First and last day of the delivery window that the customer was told first. "
        "Worked out from the order when it is left out.",
        "2026-03-18..2026-03-25",
    )
    approved: str = line("What the customer approved in the preview.", "Luna, always")
    made: str = line(
        "What the piece shows. Beside what was ordered and approved, it shows whose mistake it is.", "Luna, allways"
    )
    notices: int | None = count(
        "How many delay notices went out for this order, before the hand-over that was promised; "
        "0 when it is left out.",
        *(0, 1),
    )
    tracking: str = line("The tracking number.", "1Z999AA10123456784")
    carrier: str = line("Who delivers. A carrier of references/store.toml gives the tracking link.", "UPS")
    channel: str = one_of("Which message of the reply is shown; email when it is left out.", *CHANNELS)
    decided: dict[str, str] = named(
        "Conditions of templates/vocabulary.yml that the agent settles, with the value of each. "
        "They win over everything else.",
        {"finding": "fault"},
    )
    slots: dict[str, str] = named(
        "Blanks of templates/slots.yml that the agent fills, with the text of each. They win over what the facts give.",
        {"delay.reason": "the first pendant had a flaw and is being cast again"},
    )
    dropped: tuple[str, ...] = names(
        "Facts that are read in the message and that the agent does not accept, by their names.", ["order", "customer"]
    )


NOW: Any = moment(
    "The moment of answering, for a case that is assessed as of another time; now when it is left out.",
    "2026-03-03T10:00:00-05:00",
)


def read_case(raw: Any, store: Store, words: Words, now: dt.datetime, file: str = "case") -> Case:
    """Read what the JSON of a file holds as a case at a moment; a fact that is empty or null counts as missing.

    Raises:
        CaseError: Anything in it is wrong; the text has a line for every problem.
    """
    problems = Problems(file)
    given = {name: value for name, value in raw.items() if not _is_empty(value)} if isinstance(raw, dict) else raw
    case: Case | None = read_record(Case, given, (), problems)
    if case:
        contradictions.find(case, store, words, now, problems)
    if case is None or problems:
        raise CaseError(*problems)
    product, concern = contradictions.product_of(case, store), contradictions.concern_of(case, words)
    return Case({**vars(case), "product": product, "concern": concern})


def _is_empty(value: Any) -> bool:
    return value in (None, {}, []) or (isinstance(value, str) and not value.strip())
