"""Cases for tests, judged by the sample facts and a few words of their own; the desk's sentences are the product's."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from case.case import CHANNELS, CaseError, read_case
from case.situation import Situation
from dates.time_zones import in_zone
from facts.store import load_store
from macros.message.parse import parse
from macros.message.source import Name
from tests.scripts.facts_samples import FACTS
from words.catalogue import Entry, KnownCondition, Slot, Template, Words, load_words
from words.message import Body

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from case.case import Case
    from facts.schema import Store
    from verdicts.table import Table

SAMPLE = load_store(FACTS)  # New York; Monday to Friday, 9 to 5; 7 days to make, 5 to deliver, 40 % more at most
NOW = "2026-03-04T10:00"  # Wednesday morning
ORDERED = "2026-03-02T18:30"
# What is expected instead of a stage or a number that is none.
STAGES = "one of design, production, quality-check, shipped, unknown"
NOTICES = "a whole number from 0 to 9"
GAP = re.compile(r"None|[{}]|  | [.,;:]")  # nothing was known for a word, or a word was left out
WORDS = Words(
    channels={"email": "Email", "sms": "SMS", "chat": "Chat"},
    slots={
        "customer.first_name": Slot("customer.first_name", "First name", "As they sign.", link=False),
        "order.number": Slot("order.number", "Order number", "Order page.", link=False),
        "order.item": Slot("order.item", "Item", "Order page.", link=False),
        "delay.reason": Slot("delay.reason", "Reason of the delay", "Workshop.", link=False),
        "tracking.link": Slot("tracking.link", "Tracking link", "Carrier's page.", link=True),
    },
    conditions={
        "window": KnownCondition(
            "Is the change window open?",
            {
                "open": "It is open",
                "closed-by-time": "Over",
                "closed-by-production": "Begun",
                "ask-workshop": "Not known",
            },
            {},
            None,
            "ask-workshop",
        ),
        "reason": KnownCondition(
            "Why do they cancel?", {"plans-changed": "Other plans", "late": "It is late"}, {}, None, None
        ),
        "photos": KnownCondition("Do we have photos?", {"not-yet": "Not yet", "received": "Yes"}, {}, None, None),
        "rush": KnownCondition(
            "Can rush help?", {"offered": "Yes", "not-offered": "No"}, {"offered": "rush.offered"}, None, None
        ),
        "return": KnownCondition(
            "May it come back?",
            {
                "by-law": "By law",
                "by-policy": "By our policy",
                "over": "No longer",
                "check-told": "Perhaps",
                "never": "No",
            },
            {"by-law": "place.withdrawal_regions", "check-told": "place.withdrawal_regions"},
            None,
            "never",
        ),
        "region": KnownCondition(
            "Where do they live?", {"us": "United States", "eu": "European Union"}, {}, "place.regions", None
        ),
        "error": KnownCondition(
            "What is wrong?", {"misspelled": "Misspelled", "missing": "It is missing"}, {}, None, None
        ),
    },
    kpis={},
    pages={"references/faq": "Questions customers ask"},
    entries={},
    desk=load_words().desk,
    reading={},
)
RAISED = {
    "scenarios/address-change": ["address"],
    "scenarios/cancel-order": ["cancel"],
    "scenarios/change-of-mind": ["return"],
    "scenarios/change-request": ["change"],
    "scenarios/damaged-on-arrival": ["fault", "damage"],
    "scenarios/differs-from-preview": ["fault"],
    "scenarios/missing-item": ["fault"],
    "scenarios/needed-by-date": ["date"],
    "scenarios/own-typo": ["fault", "correction"],
    "scenarios/return-request": ["return"],
    "scenarios/rush-order": ["date"],
    "scenarios/wear-and-warranty": ["fault", "wear"],
    "scenarios/wrong-personalization": ["fault"],
}
FAULTS = [name for name, topics in RAISED.items() if "fault" in topics]


def template(name: str, title: str, when: Mapping[str, list[str]], text: str = "Hello.") -> Template:
    """A template with one text for each channel."""
    said = parse(text, lambda slot: (Name("slot", slot),))
    return Template(name, title, when, Body([{"p": [f"About {title}"]}]), dict.fromkeys(CHANNELS, said), ())


def entry(name: str, *templates: Template) -> Entry:
    """An entry with these templates."""
    return Entry(name, name.partition("/")[2].replace("-", " ").capitalize(), [], templates)


def with_entries(*entries: Entry) -> Words:
    """The sample words with these entries."""
    return WORDS._replace(entries={found.id: found for found in entries})


def read(store: Store = SAMPLE, /, now: str = NOW, **facts: Any) -> Case:
    """Read a case; the message does not matter."""
    return read_case({"message": "…", **facts}, store, WORDS, in_zone(dt.datetime.fromisoformat(now), ZONE))


def refusal(**facts: Any) -> str:
    """All that is said of a case that cannot be read."""
    with pytest.raises(CaseError) as refused:
        read(**facts)
    return str(refused.value)


def case_file(folder: Path, **facts: Any) -> str:
    """Write a case into a folder; gives the path of its file."""
    path = folder / "case.json"
    path.write_text(json.dumps({"message": "Where is my order?", **facts}), encoding="utf-8")
    return str(path)


def situation(store: Store = SAMPLE, /, now: str = NOW, concern: str = "", **facts: Any) -> Situation:
    """A case at a moment of answering, in the store's zone where no offset is given."""
    here = in_zone(dt.datetime.fromisoformat(now), store.place.time_zone)
    case = read(store, now=here.isoformat(), **facts)
    return Situation(store, case, here, concern, raised=frozenset(RAISED.get(concern, ())))


def value(table: Table, judged: Situation) -> str | None:
    """The verdict's word for a program; None where the case does not raise the question."""
    found = table.judge(judged)
    return found.value if found else None


def said(table: Table, judged: Situation) -> str:
    """The verdict as a person reads it."""
    found = table.verdict(judged, WORDS)
    assert found is not None
    return f"{found.says} {found.reason}"


def whole_sentences(table: Table, judged: Situation) -> bool:
    """Whether a verdict, where there is one, begins with a capital, ends with a period, and leaves no gap."""
    found = table.verdict(judged, WORDS)
    texts = (found.says, found.reason) if found else ()
    return all(text[0].isupper() and text.endswith(".") and not GAP.search(text) for text in texts)


ZONE = SAMPLE.place.time_zone
