"""The box on the home page: a pasted message finds its reply there, or the way to the search."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.desk.desk_steps import BROKEN, CHANGE, VAGUE, answered, clipboard, kept, reply
from tests.browser.engine_files import assets_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Profiles
    from tests.browser.faulty import Faults

RESULT = ".md-search-result__item > a.md-search-result__link"

pytestmark = pytest.mark.browser


def tell(page: Page, message: str) -> None:
    """Type a message into the box, and wait for its answer."""
    page.get_by_label("Paste what the customer wrote").fill(message)
    page.wait_for_selector(".box__answer[aria-busy=false]", state="attached", timeout=20_000)


def test_nothing_of_the_engine_is_loaded_until_somebody_is_about_to_type(first: Page, site: Path) -> None:
    asked: list[str] = []
    first.on("request", lambda request: asked.append(request.url))
    first.goto(".")
    first.wait_for_load_state("networkidle")
    rooms = [f"/{assets_of(site)}/{room}/" for room in ("engine", "desk/answer", "home")]
    loaded = [url for url in asked if any(room in url for room in rooms) and not url.endswith(".css")]
    assert [url.rpartition("/")[2] for url in loaded] == ["box.js"]
    first.get_by_label("Paste what the customer wrote").focus()
    first.wait_for_function(
        "() => performance.getEntriesByType('resource').some(({name}) => name.includes('/engine/start-worker.js'))"
    )


def test_a_message_finds_its_reply_and_a_key_copies_it(page: Page) -> None:
    page.goto(".")
    tell(page, CHANGE)
    places = page.locator(".box__places li")
    assert places.count() == 3
    assert places.first.locator("a").get_attribute("href", timeout=1000)
    assert "%" in places.first.inner_text()
    assert "“change”" in places.first.inner_text()
    assert page.locator(".box__title").inner_text()
    assert page.locator(".box__lines").inner_text().startswith("Hi [FIRST NAME],")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".copy-notice:has-text('Copied. Fill the blanks')")
    assert clipboard(page).startswith("Hi [FIRST NAME],\n\n")
    rich = clipboard(page, "text/html")
    assert "<strong>" in rich
    assert not re.search("<br>\\s*<(br|p|ul|li|/)", rich)  # a line end of the HTML is none of the letter
    assert page.evaluate("sessionStorage.length") == 0


def test_the_message_goes_along_to_the_desk_in_the_tab_and_not_in_the_address(page: Page) -> None:
    page.goto(".")
    page.evaluate("sessionStorage.setItem('order-facts.case', JSON.stringify({customer: 'Maya', agent: 'Jo'}))")
    tell(page, CHANGE)
    title = page.locator(".box__title").inner_text()
    page.get_by_role("link", name="Open in the desk").click()
    page.wait_for_url("**/desk/")
    answered(page)
    assert page.locator("#desk-message").input_value() == CHANGE
    assert reply(page) == title
    assert kept(page, "case") == {"agent": "Jo", "message": CHANGE}


def test_the_newest_message_is_answered(page: Page) -> None:
    page.goto(".")
    tell(page, CHANGE)
    first = page.locator(".box__title").inner_text()
    tell(page, BROKEN)
    assert page.locator(".box__title").inner_text() != first
    tell(page, " ")
    assert not page.locator(".box__answer").is_visible()


def test_words_that_do_not_say_it_clearly_go_to_the_search(page: Page) -> None:
    page.goto(".")
    tell(page, f"{VAGUE} bracelet")
    assert "do not say clearly" in page.locator(".box__says").inner_text()
    assert page.locator(".box__places li").count() == 3
    assert not page.locator(".box__reply").is_visible()
    page.get_by_role("button", name="Search the playbook for this").click()
    page.wait_for_selector(RESULT)
    assert page.locator(".md-search__input").input_value() == f"{VAGUE} bracelet"


def test_mail_of_a_machine_is_named_and_has_no_place(page: Page) -> None:
    page.goto(".")
    tell(page, "Undeliverable: Your message to jo@example.com could not be delivered. 550 5.1.1 user unknown")
    assert "came back undelivered" in page.locator(".box__says").inner_text()
    assert page.locator(".box__places li").count() == 0
    assert not page.locator(".box__reply").is_visible()


def test_on_a_phone_the_search_opens_with_the_words(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(".")
    tell(page, f"{VAGUE} bracelet")
    page.get_by_role("button", name="Search the playbook for this").click()
    page.wait_for_selector(RESULT)
    page.wait_for_function("() => document.documentElement.scrollWidth <= innerWidth")  # once the search has slid in


def test_where_the_engine_cannot_run_the_search_stays(tab: Page) -> None:
    tab.add_init_script("delete globalThis.WebAssembly")
    tab.goto(".")
    tell(tab, "engraving")
    assert "cannot answer" in tab.locator(".box__says").inner_text()
    tab.get_by_role("button", name="Search the playbook for this").click()
    tab.wait_for_selector(RESULT)


def test_after_a_failure_the_next_key_tries_again(bad_day: Page, faults: Faults) -> None:
    faults.missing = {"words.json"}
    bad_day.goto("")
    tell(bad_day, CHANGE)
    assert bad_day.locator(".box__search").is_visible()
    faults.missing = set()
    tell(bad_day, BROKEN)
    assert bad_day.locator(".box__reply").is_visible()
    assert not bad_day.locator(".box__search").is_visible()


def test_without_scripts_there_is_no_box_and_the_doors_are_there(profiles: Profiles) -> None:
    with profiles(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("")
        assert not page.locator(".box").is_visible()
        assert page.locator(".doors").is_visible()


@pytest.mark.parametrize("message", [CHANGE, VAGUE], ids=["sure", "unsure"])
def test_axe_finds_nothing_to_mend(message: str, page: Page) -> None:
    page.goto("")
    tell(page, message)
    assert violations(page) == []


def test_on_a_phone_the_box_fits_and_its_buttons_are_large_enough(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(".")
    tell(page, BROKEN)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    boxes = [part.bounding_box() for part in page.locator(".box :is(button, .copy) >> visible=true").all()]
    assert boxes
    assert all(box and min(box["width"], box["height"]) >= 24 for box in boxes)
