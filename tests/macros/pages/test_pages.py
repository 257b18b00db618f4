"""The pages and files of the small world, against golden files: `pytest --renew-golden`, then read the diff."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from case.case import Case
from macros.catalogue.references import render_reference
from macros.pages import entries, fields, tables
from macros.publishing import as_data
from macros.rules.words.links import page_text
from records.record import Record
from tests.product import WORLD

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue

    type Golden = Callable[[str, str], None]


@pytest.mark.parametrize("entry_id", ["scenarios/change-request", "scenarios/order-status", "stages/design"])
def test_an_entry_page(entry_id: str, small: tuple[Catalogue, Store], golden: Golden) -> None:
    golden(f"{entry_id.replace('/', '-')}.md", entries.entry_page(*small, entry_id))


def test_the_messages_page(small: tuple[Catalogue, Store], golden: Golden) -> None:
    golden("milestones.md", tables.milestones(*small) + entries.milestones(*small))


def test_the_home_page(small: tuple[Catalogue, Store], golden: Golden) -> None:
    golden("home.md", entries.home(*small))


def test_the_tables(small: tuple[Catalogue, Store], golden: Golden) -> None:
    catalogue, _ = small
    printed = [tables.eta(*small), tables.questions(catalogue), tables.slots(catalogue), fields.entry_fields()]
    golden("tables.md", "\n".join([*printed, tables.counting_towards(catalogue, "first-response-time")]))


def test_the_references(small: tuple[Catalogue, Store], golden: Golden) -> None:
    _, store = small
    names = ("policy", "faq")
    golden("references.md", "\n".join(render_reference(WORLD / f"references/{name}.md", store) for name in names))


def test_the_published_catalogue(small: tuple[Catalogue, Store], golden: Golden) -> None:
    golden("catalogue.json", json.dumps(as_data(small[0]), ensure_ascii=False, indent=1) + "\n")


def test_a_page_is_a_title_and_one_call() -> None:
    assert page_text("stages/design", "Design") == '# Design\n\n{{ entry("stages/design") }}\n'


def test_every_key_of_a_file_says_what_it_holds() -> None:
    kinds = [kind for kind in Record.__subclasses__() if kind._fields]
    assert len(kinds) > 40
    assert [(kind.__name__, key) for kind in kinds for key, field in kind._fields.items() if not field.says] == []


def test_the_facts_on_the_page_are_those_of_the_file() -> None:
    printed = BeautifulSoup(fields.store_facts(), "html.parser")
    tables, keys = ([row.th.get_text() for row in table("tr")[1:]] for table in printed("table"))  # type: ignore[union-attr]
    assert [table for table in ("[brand]", "[calendars.…]", "[[closed]]", "[products.…]") if table not in tables] == []
    for key in (
        "calendars.workshop.days",
        "closed.from",
        "shipping.carriers.name",
        "products.….title",
        "place.regions",
    ):
        assert key in keys


def test_a_link_to_the_desk_may_hold_every_text_of_a_case() -> None:
    printed = BeautifulSoup(fields.case_fields(), "html.parser")
    named = [row.th.get_text() for row in printed("tr")[1:]]  # type: ignore[union-attr]
    assert named == [name for name in Case._fields if name not in ("decided", "slots", "dropped")]
