"""How the pages look and read: on a phone, in the dark, to a screen reader, on paper, without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Profiles

KINDS = [
    "",
    "scenarios/change-request/",
    "stages/design/",
    "milestones/",
    "eta/",
    "desk/",
    "first-day/",
    "policy/",
    "metrics/",
    "exports/",
    "exports/gorgias/",
]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing_to_mend(address: str, page: Page) -> None:
    page.goto(address)
    assert violations(page) == []


def test_without_scripts_the_reply_is_there_to_select(profiles: Profiles) -> None:
    with profiles(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("scenarios/change-request/")
        assert page.locator("[data-channel=email] .letter__body").first.is_visible()


def test_on_paper_there_are_letters_and_no_buttons(page: Page) -> None:
    page.goto("scenarios/change-request/")
    page.emulate_media(media="print")
    assert page.locator(".letter__body >> visible=true").count() > 0
    assert page.locator("button.copy >> visible=true").count() == 0


def test_every_thing_to_press_is_large_enough(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("scenarios/change-request/")
    boxes = [button.bounding_box() for button in page.locator("button.copy >> visible=true").all()]
    assert boxes
    assert all(box and min(box["width"], box["height"]) >= 24 for box in boxes)


@pytest.mark.parametrize(
    "door", ["Answer a customer", "Learn the job", "Policy: look it up", "Lead: set up your store"]
)
def test_every_door_of_the_home_page_opens(door: str, page: Page) -> None:
    page.goto(".")
    page.get_by_role("link", name=door).click()
    page.wait_for_load_state()
    assert page.locator("h1").is_visible()
