"""The panel "This order": which fields it has, how it looks and reads, and where it stays away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.reply.test_order_facts import ENTRY, OTHERS, REPLY, WITH_A_LINK, fill, panel
from tests.browser.shop import catalogue

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_the_fields_are_those_of_the_page_the_usual_ones_first(page: Page) -> None:
    page.goto("milestones/")
    slots: list[str] = page.locator("[data-fills]").evaluate_all("(all) => all.map((field) => field.dataset.fills)")
    used = json.loads(page.locator("script.slots").text_content() or "")
    assert slots[:3] == ["customer.first_name", "order.number", "order.item"]
    assert sorted(slots) == sorted(used)
    assert page.locator(".order-facts > .order-facts__fields [data-fills]").count() == 6
    assert page.locator(".order-facts details > summary").text_content() == f"More blanks ({len(slots) - 6})"
    for slot in slots:
        label, meaning = catalogue().slots[slot].label, catalogue().slots[slot].meaning
        field = page.locator(f'[data-fills="{slot}"]')
        assert field.evaluate("(field) => field.labels[0].textContent") == label
        assert meaning in (page.locator(f"#{field.get_attribute('aria-describedby')}").text_content() or "")


def test_the_panel_is_closed_until_there_are_facts(page: Page) -> None:
    page.goto(ENTRY)
    assert page.locator(".order-facts").get_attribute("open") is None
    fill(panel(page), "order.number", "#2207")
    page.reload()
    assert page.locator(".order-facts").get_attribute("open") is not None


def test_axe_finds_nothing_to_mend_in_the_open_panel(page: Page) -> None:
    opened = panel(page, WITH_A_LINK)
    fill(opened, "customer.first_name", "Priya")
    fill(opened, "order.number", "#2207")
    fill(opened, "preview.link", "https://studio.example/p/1")
    assert violations(page) == []


@pytest.mark.parametrize("address", [ENTRY, WITH_A_LINK, *OTHERS])
def test_the_panel_and_long_facts_fit_on_a_phone(address: str, page: Page) -> None:
    page.set_viewport_size(PHONE)
    opened = panel(page, address)
    for field in opened.locator("input").all():
        field.fill("W" * 300)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    outside = "(found) => found.getBoundingClientRect().left < found.closest('.letter').getBoundingClientRect().left"
    assert not any(filled.evaluate(outside) for filled in page.locator(".is-filled >> visible=true").all())
    boxes = [part.bounding_box() for part in opened.locator("summary, input, button, a").all()]
    assert all(box and min(box["width"], box["height"]) >= 24 for box in boxes)


def test_opening_the_panel_moves_what_is_below_by_its_height_and_nothing_else(page: Page) -> None:
    page.goto(ENTRY)
    parts = "[...document.querySelectorAll('.chooser, .order-facts, .reply')]"
    places = f"{parts}.map((found) => found.getBoundingClientRect().y + scrollY)"
    height = "document.querySelector('.order-facts').offsetHeight"
    before, low = page.evaluate(places), page.evaluate(height)
    page.locator(".order-facts > summary").click()
    after, high = page.evaluate(places), page.evaluate(height)
    assert after == pytest.approx([*before[:2], *(place + high - low for place in before[2:])], abs=1)


def test_everything_in_the_panel_is_reached_by_the_keyboard(page: Page) -> None:
    page.goto(ENTRY)
    page.locator(".order-facts > summary").focus()
    page.keyboard.press("Enter")
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        page.keyboard.type("c c")
        reached.append(page.evaluate("document.activeElement.value"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("d d")
    reached.append(page.evaluate("document.activeElement.value"))
    assert reached == ["c c"] * 6 + ["d d"]
    page.get_by_role("button", name="Clear customer").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href").endswith("/desk/")
    page.get_by_role("button", name="Clear customer").focus()
    page.keyboard.press("Enter")
    left = page.locator(".letter .is-filled").evaluate_all("(all) => all.map((slot) => slot.dataset.slot)")
    assert {*left} == {"agent.first_name"}  # the agent stays when a customer goes


def test_on_paper_there_are_the_facts_and_no_panel(page: Page) -> None:
    fill(panel(page), "customer.first_name", "Priya")
    page.emulate_media(media="print")
    assert not page.locator(".order-facts").is_visible()
    assert "Hi Priya," in page.locator(f"{REPLY} [data-channel=email] .letter__body").inner_text()


@pytest.mark.parametrize("address", ["", "eta/", "policy/", "first-day/"])
def test_a_page_without_templates_has_no_panel(address: str, page: Page) -> None:
    page.goto(address or ".")
    page.wait_for_load_state()
    assert page.locator(".order-facts").count() == 0


def test_the_page_itself_holds_no_word_of_the_panel(page: Page) -> None:
    page.goto(ENTRY)
    assert "Clear customer" not in page.evaluate("fetch(location.href).then((answer) => answer.text())")
