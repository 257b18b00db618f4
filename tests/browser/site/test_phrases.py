"""What customers type, in words the catalogue does not have, leads to the right page among the first three."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.browser.shop import catalogue
from tests.browser.site.test_search import ready, results_for

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHRASES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).resolve().parent.parent.parent / "data" / "search_phrases.yml").read_text(encoding="utf-8")
)
SHARE = 0.85
FIRST = 3
HIDE = "(list) => { list.style.display = 'none'; }"

pytestmark = pytest.mark.browser


def test_every_scenario_and_stage_has_phrases_of_its_own() -> None:
    known = {phrase.lower() for entry in catalogue().entries for phrase in entry.written.phrases}
    assert {entry.id for kind in ("scenarios", "stages") for entry in catalogue().of_kind(kind)} == set(PHRASES)
    assert all(len(phrases) >= 6 for phrases in PHRASES.values())
    assert not known & {phrase.lower() for phrases in PHRASES.values() for phrase in phrases}


def test_the_right_page_is_among_the_first_three(page: Page) -> None:
    ready(page)
    page.eval_on_selector(".md-search-result__list", HIDE)  # nobody looks at hundreds of lists
    missed = [
        f"{phrase} -> {found}"
        for entry, phrases in PHRASES.items()
        for phrase in phrases
        if entry not in (found := results_for(page, phrase)[:FIRST])
    ]
    asked = sum(map(len, PHRASES.values()))
    assert len(missed) <= (1 - SHARE) * asked, "\n".join(missed)
