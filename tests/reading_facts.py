"""Messages with the facts that stand in them, and what the product reads in them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from facts.store import load_store
from reading.extract.found import context_of
from reading.extract.read import read_facts
from words.catalogue import load_words

if TYPE_CHECKING:
    from reading.extract.found import Found

READINGS = Path(__file__).parent / "data" / "readings.yml"
ASKED = dt.datetime(2026, 5, 13, 10)  # noqa: DTZ001 - by the store's clock
SCORED = (
    *("order", "customer", "recipient", "product", "order_date", "needed_by", "occasion", "delivered", "change"),
    *("change_to", "customization", "made", "tracking", "carrier", "region", "photos", "wish"),
)


def readings() -> list[dict[str, Any]]:
    """Load the messages."""
    found: list[dict[str, Any]] = yaml.safe_load(READINGS.read_text(encoding="utf-8"))
    return found


@lru_cache
def found_in(own: str, asked: dt.datetime, region: str = "") -> tuple[Found, ...]:
    """Read a message with the store of the tests."""
    return read_facts(own, context_of(load_store(), asked, region), load_words().reading)


def read(reading: dict[str, Any]) -> dict[str, list[str]]:
    """Give what is read in a message: the values of each fact, or the choices."""
    facts: dict[str, list[str]] = {}
    for found in found_in(reading["own"], _moment(reading), reading.get("region", "")):
        facts.setdefault(found.fact, []).extend([found.value] if found.value else found.choices)
    return facts


def truth(reading: dict[str, Any]) -> dict[str, list[str]]:
    """Give what stands in a message, as `read` does."""
    return {
        fact: [str(one) for one in (value if isinstance(value, list) else [value])]
        for fact, value in reading["facts"].items()
        if value is not None
    }


def _moment(reading: dict[str, Any]) -> dt.datetime:
    return dt.datetime.fromisoformat(reading["asked"]) if "asked" in reading else ASKED
