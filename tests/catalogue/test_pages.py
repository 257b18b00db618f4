"""The pages and files of the small world, against golden files: `pytest --renew-golden`, then read the diff."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.catalogue.references import render_reference
from macros.pages import entries, tables
from macros.publish import as_data
from macros.rules.words.links import page_text
from tests.product import WORLD

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.catalogue.facts import Store
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
    printed = [tables.eta(*small), tables.questions(catalogue), tables.slots(catalogue), tables.entry_fields()]
    golden("tables.md", "\n".join([*printed, tables.counting_towards(catalogue, "first-response-time")]))


def test_the_references(small: tuple[Catalogue, Store], golden: Golden) -> None:
    _, store = small
    names = ("policy", "faq")
    golden("references.md", "\n".join(render_reference(WORLD / f"references/{name}.md", store) for name in names))


def test_the_published_catalogue(small: tuple[Catalogue, Store], golden: Golden) -> None:
    golden("catalogue.json", json.dumps(as_data(small[0]), ensure_ascii=False, indent=1) + "\n")


def test_a_page_is_a_title_and_one_call() -> None:
    assert page_text("stages/design", "Design") == '# Design\n\n{{ entry("stages/design") }}\n'
