"""The desk as these tests ask it: its real words, the sample facts, and a morning that never changes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from answer.answer import answer
from case.case import read_case
from facts.store import load_store
from reading.triage.model import load_model
from tests.scripts.facts_samples import FACTS
from words.catalogue import load_words

if TYPE_CHECKING:
    from answer.answer import Answer
    from facts.schema import Store

STORE = load_store(FACTS)
WORDS = load_words()
MODEL = load_model()
NOW = dt.datetime.fromisoformat("2026-03-17T10:00:00-04:00")  # a Tuesday, within business hours
TODAY = NOW.date()


def ask(store: Store = STORE, at: dt.datetime = NOW, /, **facts: Any) -> Answer:
    """Answer a case of which these facts are known."""
    return answer(store, WORDS, MODEL, read_case(facts, store, WORDS, at), at)


def days(count: int) -> str:
    """The day that is some days from today, as a form sends it."""
    return str(TODAY + dt.timedelta(days=count))


def ago(**time: int) -> str:
    """The moment some time before now, as a form sends it."""
    return (NOW - dt.timedelta(**time)).isoformat()
