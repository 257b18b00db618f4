"""What is read in a message stands in its fields, visibly as read, until the agent accepts, drops or overrules it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.desk.desk_steps import answered, kept, letter, opened, tell

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
MESSAGE = "Hi, order 2041 here. Can you still change the text to “Luna, forever”? I need it by April 3.\n\nThanks, Maya"
BOUNCE = "Undeliverable: Your message to jo@example.com could not be delivered. 550 5.1.1 user unknown"
HOSTILE = "Order 2041: the text should say “&lt;img src=x onerror=alert(1)&gt;” instead, thanks, Maya"


def pasted(page: Page, message: str = MESSAGE) -> None:
    """Open the desk with this message, and all of the order form unfolded."""
    opened(page)
    page.locator("#desk-message").fill(message)
    answered(page)
    page.evaluate(
        "document.querySelectorAll('.desk__case > details:not(.desk__own)').forEach((part) => { part.open = true })"
    )


def note(page: Page, name: str) -> Locator:
    return page.locator(f"#desk-{name}-read")


def value(page: Page, name: str) -> str:
    return page.locator(f"#desk-{name}").input_value()


def test_pasting_fills_the_fields_with_what_was_read_and_nothing_of_it_is_kept(page: Page) -> None:
    pasted(page)
    assert (value(page, "order"), value(page, "customer"), value(page, "needed_by")) == ("#2041", "Maya", "2026-04-03")
    assert "from “2041”" in note(page, "order").inner_text()
    assert page.locator("#desk-order").get_attribute("data-read") == "yes"
    assert "desk-order-read" in (page.locator("#desk-order").get_attribute("aria-describedby") or "")
    assert "Hi Maya," in letter(page).inner_text()
    assert kept(page, "case") == {"message": MESSAGE}
    assert kept(page, "filled")["order.number"] == "#2041"
    assert page.locator(".desk__facts .desk__known").inner_text() == "3 read"


@pytest.mark.parametrize("key", ["Enter", "button"])
def test_one_key_makes_what_was_read_the_agents_own(page: Page, key: str) -> None:
    pasted(page)
    if key == "Enter":
        page.locator("#desk-order").press("Enter")
    else:
        note(page, "order").get_by_role("button", name="Accept Order number").click()
    answered(page)
    assert kept(page, "case")["order"] == "#2041"
    assert value(page, "order") == "#2041"
    assert page.locator("#desk-order").get_attribute("data-read") == ""
    assert note(page, "order").inner_text() == ""
    assert page.evaluate("document.activeElement.name") == "order"


@pytest.mark.parametrize("key", ["Escape", "Delete", "button"])
def test_one_key_drops_what_was_read_and_it_can_be_taken_back(page: Page, key: str) -> None:
    pasted(page)
    if key == "button":
        button = note(page, "order").get_by_role("button", name="Drop Order number")
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        button.click()
    else:
        page.locator("#desk-order").press(key)
    answered(page)
    page.wait_for_selector("#desk-order-read[data-state=dropped]")
    assert value(page, "order") == ""
    assert "2041" not in letter(page).inner_text()
    assert "order" not in kept(page, "case")
    note(page, "order").get_by_role("button", name="Use Order number").click()
    answered(page)
    page.wait_for_selector("#desk-order-read[data-state=used]")
    assert value(page, "order") == "#2041"


def test_what_is_dropped_is_dropped_of_this_message_only(page: Page) -> None:
    pasted(page)
    page.locator("#desk-order").press("Escape")
    answered(page)
    tell(page, message="Where is order 3055? Nora")
    assert value(page, "order") == "#3055"


def test_what_the_agent_types_wins_and_the_difference_is_shown(page: Page) -> None:
    pasted(page)
    tell(page, order="2042")
    page.wait_for_selector("#desk-order-read[data-state=overruled]")
    assert "#2041" in note(page, "order").inner_text()
    assert "#2042" in letter(page).inner_text()
    note(page, "order").get_by_role("button", name="Use Order number: #2041").click()
    answered(page)
    assert value(page, "order") == "#2041"
    assert "#2041" in letter(page).inner_text()


def test_a_field_that_is_emptied_is_dropped_and_can_be_typed_into_at_once(page: Page) -> None:
    pasted(page)
    field = page.locator("#desk-customer")
    field.fill("")
    field.press_sequentially("Nora")
    answered(page)
    assert value(page, "customer") == "Nora"
    assert "Hi Nora," in letter(page).inner_text()


def test_what_may_mean_two_things_is_offered_as_buttons(page: Page) -> None:
    pasted(page, "Can you make it by next Friday? It is order 2041.")
    assert value(page, "needed_by") == ""
    choices = note(page, "needed_by").locator("[data-read-do=choose]")
    assert choices.count() == 2
    last = choices.last.get_attribute("data-value")
    choices.last.click()
    answered(page)
    assert value(page, "needed_by") == last
    assert kept(page, "case")["needed_by"] == last


def test_the_message_is_shown_with_the_read_words_marked(page: Page) -> None:
    pasted(
        page,
        f"It is for our wedding. {MESSAGE}\n\nOn Mon, Mar 16, 2026 at 9:12 AM Hearth wrote:\n> order 1999 has shipped",
    )
    page.locator(".desk__own summary").click()
    assert "1999" not in page.locator(".desk__words").inner_text()
    marks = page.locator(".desk__words mark").all_text_contents()
    assert {"2041", "April 3", "Maya"} <= {*marks}
    assert page.locator(".desk__words mark", has_text="2041").get_attribute("title") == "Order number: #2041"
    assert "Occasion wedding" in page.locator(".desk__more-read").inner_text()


def test_hostile_words_stay_text(page: Page) -> None:
    pasted(page, HOSTILE)
    page.locator(".desk__own summary").click()
    assert page.locator(".desk img").count() == 0
    assert "img src=x" in page.locator(".desk__words").inner_text()
    assert "img src=x" in page.locator("#desk-change_to").input_value()


def test_mail_of_a_machine_is_named_and_gets_no_reply(page: Page) -> None:
    pasted(page, BOUNCE)
    assert "came back undelivered" in page.locator(".desk__machine").inner_text()
    for hidden in (".desk__reply", ".desk__ranking", ".desk__verdicts", ".desk__questions"):
        assert not page.locator(hidden).is_visible()
    page.locator("#desk-concern").select_option("scenarios/order-status")
    answered(page)
    assert page.locator(".desk__reply").is_visible()
    assert not page.locator(".desk__machine").is_visible()


def test_clear_customer_clears_what_was_read(page: Page) -> None:
    pasted(page)
    page.locator("#desk-order").press("Escape")
    answered(page)
    page.keyboard.press("Alt+x")
    page.wait_for_selector("text=Cleared.")
    fields = page.locator(".desk__case [name]").evaluate_all("(all) => all.map(({value}) => value).filter(Boolean)")
    assert fields == []
    assert kept(page, "case") == {}
    assert page.locator(".desk__read:not(:empty)").count() == 0
    assert not page.locator(".desk__own").is_visible()


def test_on_a_phone_all_of_it_fits_and_can_be_touched(page: Page) -> None:
    page.set_viewport_size(PHONE)
    pasted(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    boxes = [button.bounding_box() for button in page.locator(".desk__read-do").all()]
    sizes = [min(box["width"], box["height"]) for box in boxes if box]
    assert sizes
    assert min(sizes) >= 24
    assert [said for said in violations(page) if "desk" in said] == []
