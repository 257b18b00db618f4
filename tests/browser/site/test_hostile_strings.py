"""Whatever somebody types, pastes or brings in a link ends as text on the page and in what is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import complaints_about
from tests.hostile.places import PLACES
from tests.hostile.rounds import tried

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.browser


def test_each_hostile_string_ends_as_text_in_some_field_of_each_place(shared: BrowserContext, base: str) -> None:
    """`make hostile` tries each of them in each field."""
    page = shared.new_page()
    complaints = complaints_about(page, base)
    found = [tried(page, place, complaints, every=False) for place in PLACES]
    assert "\n".join(fault for result in found for fault in result.faults) == ""
