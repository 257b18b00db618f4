"""Hours and days in a letter are those of now when it is copied, however long the desk has stood open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.desk.desk_steps import copied, letter, opened, tell
from tests.browser.waiting import let_pass
from tests.scripts.answer.desk import TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

PERSON = "I would rather talk to a real person, please."
BACK = "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))"
PANEL = "scenarios/wants-a-person/"
FRESH_SECONDS = 55
COUNT_QUESTIONS = """
  globalThis.questions = 0;
  MessagePort.prototype.postMessage = (said) => { if (said?.asked) questions++; };
"""

pytestmark = pytest.mark.browser


def filled(page: Page) -> str:
    """Fill the desk in the morning of the tests, a little past ten; gives the letter."""
    opened(page)
    tell(page, message=PERSON, customer="Maya", order_date=TODAY.isoformat())
    return letter(page).inner_text()


def hour_in(text: str) -> str:
    """The hour by which a letter promises to be back."""
    (hour,) = re.findall(r"by (\w+, \d+:\d\d [AP]M)", text)
    return str(hour)


def test_an_untouched_desk_copies_the_hours_of_now(page: Page) -> None:
    assert hour_in(filled(page)) == "today, 2:30 PM"
    let_pass(page, hours=2)
    assert hour_in(copied(page)) == "today, 4:30 PM"


def test_a_letter_of_this_minute_is_copied_as_it_stands(page: Page) -> None:
    filled(page)
    let_pass(page, seconds=FRESH_SECONDS - 20)
    page.evaluate(COUNT_QUESTIONS)
    copied(page)
    assert page.evaluate("questions") == 0


def test_who_comes_back_after_days_sees_the_dates_of_now(page: Page) -> None:
    assert hour_in(filled(page)).startswith("today")
    before = letter(page).inner_text()
    let_pass(page, days=6, hours=4)
    page.evaluate(BACK)
    page.wait_for_function(
        "(old) => document.querySelector('.desk__reply .letter__body').innerText !== old", arg=before
    )
    assert hour_in(letter(page).inner_text()) == hour_in(copied(page)) == "tomorrow, 10:30 AM"


def test_what_this_order_carries_to_other_pages_is_over_with_its_moment(page: Page) -> None:
    filled(page)
    page.goto(PANEL)
    slots = page.locator(".letter [data-slot='reply.by']")
    slots.first.wait_for(state="attached")
    assert set(slots.all_text_contents()) == {"today, 2:30 PM"}
    let_pass(page, hours=4, minutes=40)
    page.evaluate(BACK)
    page.wait_for_function(
        "() => !document.querySelector(\".letter [data-slot='reply.by']\").textContent.includes('today')"
    )
    assert "Maya" in page.locator(".letter [data-slot='customer.first_name']").all_text_contents()


def test_what_is_over_is_not_copied_there_though_nobody_looked(page: Page) -> None:
    filled(page)
    page.goto(PANEL)
    page.locator(".letter .is-filled").first.wait_for(state="attached")
    let_pass(page, hours=5)
    page.locator("[data-channel=email] button[data-copy=body] >> visible=true").first.click()
    page.wait_for_selector(".copy-notice:has-text('Copied')")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "2:30 PM" not in text
    assert "Hi Maya" in text


def test_a_letter_that_was_edited_says_when_its_reply_has_changed(page: Page) -> None:
    filled(page)
    letter(page).click()
    page.keyboard.type("Dear ")
    let_pass(page, hours=2)
    page.locator("[data-desk-do=body]").click()
    page.wait_for_selector(".copy-notice:has-text('The reply has changed since')")


def test_what_does_not_answer_the_form_is_not_copied(page: Page) -> None:
    filled(page)
    page.evaluate("navigator.clipboard.writeText('before')")
    tell(page, order_date="2031-01-01")
    page.locator("[data-desk-do=body]").click()
    page.wait_for_selector(".copy-notice:has-text('Not copied')")
    assert page.evaluate("navigator.clipboard.readText()") == "before"


def test_when_the_shared_worker_dies_every_tab_gets_another(fresh: BrowserContext, chromium: Browser) -> None:
    first, second = fresh.new_page(), fresh.new_page()
    for page in (first, second):
        filled(page)
    session = chromium.new_browser_cdp_session()
    for target in session.send("Target.getTargets")["targetInfos"]:
        if target["type"] == "shared_worker":
            session.send("Target.closeTarget", {"targetId": target["targetId"]})
    for page in (first, second):
        page.locator("#desk-message").fill("It arrived broken, the chain is in two pieces.")
    for page in (first, second):
        page.wait_for_selector(".desk__answer[aria-busy=false]")
        assert "broken" in letter(page).inner_text().lower() or "sorry" in letter(page).inner_text().lower()
        assert "A person is writing" not in copied(page)
