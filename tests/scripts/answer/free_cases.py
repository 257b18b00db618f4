"""Cases of any facts that can be told together, for properties that hold whatever is told."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from tests.scripts.answer.desk import NOW, STORE, WORDS, days

LATER = ("asked", "delivered", "last_parcel", "needed_by", "promise")  # never before the order
LATELY = st.timedeltas(dt.timedelta(), dt.timedelta(days=3)).map(lambda back: (NOW - back).isoformat())
FACTS: dict[str, st.SearchStrategy[Any]] = {
    "customer": st.sampled_from(["Ana", "María José"]),
    "agent": st.just("Jo"),
    "order": st.sampled_from(["#1042", "1042", "A-7"]),
    "order_date": st.integers(-200, 0).map(days) | LATELY,
    "product": st.sampled_from(sorted(STORE.products)),
    "customization": st.sampled_from(["Luna", "the photo of Biscuit"]),
    "change": st.sampled_from(["personalization", "options", "address"]),
    "change_to": st.sampled_from(["Stella", "12 Elm St, Apt 4"]),
    "stage": st.sampled_from(["design", "production", "quality-check", "shipped", "unknown"]),
    "asked": LATELY,
    "photos": st.booleans(),
    "needed_by": st.integers(-30, 60).map(days),
    "rush": st.booleans(),
    "region": st.sampled_from(STORE.place.regions),
    "delivered": st.integers(-60, 0).map(days),
    "last_parcel": st.integers(-60, 0).map(days),
    "told": st.booleans(),
    "promise": st.tuples(st.integers(-30, 30), st.integers(0, 10)).map(lambda n: f"{days(n[0])}..{days(sum(n))}"),
    "approved": st.sampled_from(["Luna", "“Luna”", "Lune"]),
    "made": st.sampled_from(["Luna", "Lune", " Luna "]),
    "notices": st.integers(0, 9),
    "tracking": st.sampled_from(["1Z999", "not yet"]),
    "carrier": st.sampled_from(["UPS", "a carrier nobody knows"]),
    "channel": st.sampled_from(["email", "sms", "chat"]),
    "slots": st.just({"delay.reason": "the kiln is cold"}),
}


def in_order(facts: dict[str, Any]) -> dict[str, Any]:
    """Leave out what would have been before the order."""
    ordered = str(facts.get("order_date", ""))
    return {name: told for name, told in facts.items() if name not in LATER or not _is_before(str(told), ordered)}


def _is_before(told: str, ordered: str) -> bool:
    return min(told.split("..")) < (ordered if "T" in told else ordered[:10])


CONCERNS = st.sampled_from(sorted([*WORDS.entries, *WORDS.pages]))
MESSAGES = st.text(min_size=1).filter(str.strip) | st.sampled_from(
    ["Where is it?", "It is late, cancel it. And is the clasp broken?", "I love it!"]
)
OF_ANY_CONCERN = st.fixed_dictionaries({"concern": CONCERNS}, optional={"message": MESSAGES, **FACTS}).map(in_order)
OF_A_MESSAGE = st.fixed_dictionaries({"message": MESSAGES}, optional=FACTS).map(in_order)
