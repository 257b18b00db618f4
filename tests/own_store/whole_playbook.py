"""Everything that is made of a playbook: answers to a case of each concern, all exports, all that the pages print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from answer.answer import answer, as_data
from case.case import read_case
from macros import exports
from macros.load import load
from macros.pages import entries as pages
from macros.pages import tables
from macros.pages.calculator import calculator
from macros.pages.desk import box, desk_page
from macros.pages.register import page_macros
from tests.scripts.answer.desk import NOW, days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from tests.own_store.own_playbook import Desk

OF_AN_ENTRY = re.compile(r"(?:stages|scenarios|milestones)/[a-z0-9#/-]+")
OF_THE_CHECKOUT = tuple(f"references/{name}.md" for name in ("policy", "faq", "law"))
LATE = {"order_date": days(-70), "region": "us"}
TOLD: list[dict[str, Any]] = [
    {},
    {"order_date": days(-1), "stage": "design", "needed_by": days(10)},
    {"order_date": days(-5), "stage": "production", "change": "address"},
    {"order_date": days(-8), "stage": "quality-check"},
    {"order_date": days(-12), "stage": "shipped", "tracking": "1Z999", "carrier": "UPS"},
    {"order_date": days(-20), "delivered": days(-3)},
    {**LATE, "stage": "production"},
    {**LATE, "stage": "production", "notices": 1},
    {"order_date": days(-20), "delivered": days(-9), "customization": "Luna", "made": "Lune", "region": "uk"},
]


def cases(found: Desk, messages: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
    """A case of each concern, with each piece and all that is told of it in turn, and some of a message alone."""
    products, served = list(found.store.products), found.store.place.regions
    told = [{**known, "region": known.get("region") if known.get("region") in served else ""} for known in TOLD]
    for at, concern in enumerate([*found.words.entries, *found.words.pages]):
        yield {"concern": concern, "product": products[at % len(products)], **told[at % len(told)]}
    yield from ({"message": "Where is my order?", **known} for known in told)
    yield from ({"message": message} for message in messages)


def answers(found: Desk, messages: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
    """The answers to the cases."""
    for known in cases(found, messages):
        case = read_case(known, found.store, found.words, NOW)
        yield as_data(answer(found.store, found.words, found.model, case, NOW), found.words)


def answered(found: Desk, messages: Iterable[str] = ()) -> None:
    """Answer the cases; nothing that is said may lead to an entry that is not there."""
    there = {entry.address for entry in found.words.entries.values()}
    led_to = {
        line["address"]
        for told in answers(found, messages)
        for section in told["sections"]
        for line in section["lines"]
        if OF_AN_ENTRY.match(line["address"])
    }
    assert led_to <= there


def printed(catalogue: Catalogue, store: Store) -> Iterator[str]:
    """All that the pages print."""
    macros = page_macros(catalogue, store)
    yield from (macros["entry"](found.id) for found in catalogue.entries if found.kind != "milestones")
    yield from (
        macros["milestone_entries"](),
        pages.home(catalogue, store),
        desk_page(catalogue, store, "../"),
        box(catalogue),
    )
    yield from (tables.milestones(catalogue, store), tables.eta(catalogue, store), tables.questions(catalogue))
    yield calculator(catalogue, store, "../")
    yield from (tables.counting_towards(catalogue, kpi) for kpi in catalogue.vocabulary.kpis)


def published(root: Path, dropped: Iterable[str] = ()) -> None:
    """Make all exports and pages; none of them leads to what was dropped."""
    catalogue, store = load(root)
    files = exports.all_files(catalogue, store)
    assert {name.partition("/")[0] for name in files} >= {tool.id for tool in exports.TOOLS}
    of_words = (page for name, page in exports.skill.pages(catalogue, store).items() if name not in OF_THE_CHECKOUT)
    text = "\n".join([*printed(catalogue, store), *of_words])
    assert [found for found in dropped if re.search(rf'{re.escape(found)}(/|\.md|")', text)] == []
