"""Facts that can meet in one order, in as few cases as let every two of them meet, and what the desk answers."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from covertable import make

from tests.scripts.answer.desk import NOW, STORE, ago, ask, days
from tests.scripts.facts_samples import PLAIN_WEEKS, store_with

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answer.answer import Answer
    from facts.schema import Store

type Told = dict[str, Any]

# A store where little is possible, and one that sells to the EU and the UK only and lets more change for longer.
FEWER = {
    "rush.offered": "false",
    "proofs.sent": "false",
    "place.regions": '["us"]',
    "may_change.personalization": '"never"',
    "may_change.address": '"window"',
}
OVERSEAS = {
    **PLAIN_WEEKS,
    "support_hours.public_holidays": "false",
    "place.country": '"DE"',
    "place.time_zone": '"Europe/Berlin"',
    "place.date_style": '"day-month"',
    "place.regions": '["eu", "uk"]',
    "may_change.personalization": '"shipped"',
    "shipping.free_reship": "false",
}

# Each fact with what may be told of it. The moment they asked stands with the day of the order.
TELLING: dict[str, list[Told]] = {
    "store": [{"store": "sample"}, {"store": "fewer"}, {"store": "overseas"}],
    "stage": [{}, *({"stage": name} for name in ("design", "production", "quality-check", "shipped", "unknown"))],
    "order_date": [
        {},
        {"order_date": ago(hours=2)},
        {"order_date": ago(hours=22)},
        {"order_date": ago(hours=24)},
        {"order_date": days(-1)},
        {"order_date": days(-5)},
        {"order_date": ago(days=5), "asked": ago(days=4, hours=9)},
        {"order_date": days(-14), "asked": ago(days=12)},
        {"order_date": days(-70)},
    ],
    "promise": [{}, {"promise": f"{days(-9)}..{days(-1)}"}, {"promise": f"{days(0)}..{days(4)}"}],
    "needed_by": [{}, {"needed_by": days(0)}, {"needed_by": days(10)}, {"needed_by": days(60)}],
    "delivered": [{}, {"delivered": days(0)}, {"delivered": days(-3)}, {"delivered": days(-40)}],
    "region": [{}, *({"region": name} for name in ("us", "eu", "uk", "au", "ca"))],
    "product": [{}, {"product": "engraved-necklace"}, {"product": "linen-dress"}],
    "texts": [
        {},
        {"customization": "Luna", "made": "Luna"},
        {"customization": "Luna", "made": "Lune"},
        {"approved": "Luna"},
        {"customization": "Luna", "approved": "Lune", "made": "Lune"},
        {"customization": "Luna", "approved": "Luna", "made": "Lune"},
    ],
    "change": [{}, *({"change": name, "change_to": "Stella"} for name in ("personalization", "options", "address"))],
    "rush": [{}, {"rush": True}, {"rush": False}],
    "photos": [{}, {"photos": True}, {"photos": False}],
    "notices": [{}, {"notices": 1}],
    "tracking": [{}, {"tracking": "1Z999", "carrier": "UPS"}],
    "at": [{"at": NOW}, {"at": NOW + dt.timedelta(hours=12)}],  # within business hours, and at night
}


class Meeting(NamedTuple):
    """What was told of a case, and what the desk answers."""

    told: Told
    store: Store
    answer: Answer

    def __str__(self) -> str:
        return f"{self.answer.reply.template.id if self.answer.reply else None} for {self.told}"

    @property
    def chosen(self) -> dict[str, str]:
        """The value of each condition, assumed or not."""
        return {choice.condition: choice.value for choice in self.answer.choices}

    @property
    def known(self) -> dict[str, str]:
        """The values that are not only assumed."""
        return {choice.condition: choice.value for choice in self.answer.choices if choice.is_known}


@cache
def stores() -> dict[str, Store]:
    """The stores that cases are told at."""
    with TemporaryDirectory() as folder:
        made = {name: store_with(Path(folder), facts) for name, facts in (("fewer", FEWER), ("overseas", OVERSEAS))}
    return {"sample": STORE, **made}


@cache
def tellings() -> list[Told]:
    """What is told of the cases: every two facts that can meet do so in one of them."""
    places = {name: list(range(len(kinds))) for name, kinds in TELLING.items()}
    rules = [
        {"operator": "fn", "requires": ["store", "region"], "evaluate": _is_served},
        {"operator": "fn", "requires": ["order_date", "delivered"], "evaluate": _arrives_after_the_order},
        {"operator": "fn", "requires": ["order_date", "promise"], "evaluate": _is_promised_after_the_order},
    ]
    return [_told(row) for row in make(places, constraints=rules)]


@cache
def meetings(entry_id: str) -> list[Meeting]:
    """The answers to all cases of one concern."""
    return [meeting(told, concern=entry_id) for told in tellings()]


def meeting(told: Told, **more: Any) -> Meeting:
    """The answer to a case of which some more is told."""
    facts = {**told, **more}
    store, at = stores()[facts.pop("store")], facts.pop("at", NOW)
    return Meeting({**told, **more}, store, ask(store, at, **facts))


def _told(row: Mapping[str, int]) -> Told:
    return {name: value for fact, at in row.items() for name, value in TELLING[fact][at].items()}


def _is_served(row: Mapping[str, int]) -> bool:
    told = _told({name: row[name] for name in ("store", "region")})
    return told.get("region") in (None, *stores()[told["store"]].place.regions)


def _arrives_after_the_order(row: Mapping[str, int]) -> bool:
    told = _told({name: row[name] for name in ("order_date", "delivered")})
    return "order_date" not in told or str(told.get("delivered", "9")) >= str(told["order_date"])[:10]


def _is_promised_after_the_order(row: Mapping[str, int]) -> bool:
    told = _told({name: row[name] for name in ("order_date", "promise")})
    return "order_date" not in told or str(told.get("promise", "9"))[-10:] >= str(told["order_date"])[:10]
