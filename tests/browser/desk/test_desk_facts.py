"""The facts of a case at the desk: asked for, refused, cleared, shared with other pages, and told to nobody else."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.browser.desk.desk_steps import CHANGE, PIECE, PRODUCT, answered, kept, letter, opened, tell
from tests.browser.eta.test_calculator import EDIT
from tests.scripts.answer.desk import STORE, TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
PRESET = [name for name, product in STORE.products.items() if not product.personalized]


def test_a_question_leads_to_the_field_that_answers_it(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    questions = page.locator(".desk__questions li")
    assert "may become" in questions.first.inner_text()
    asked = page.locator(".desk__questions button[data-key=stage]")
    asked.press("Enter")
    assert page.evaluate("document.activeElement.name") == "stage"
    tell(page, stage="production")
    assert asked.count() == 0


def test_a_blank_leads_to_the_field_of_the_fact_that_fills_it(page: Page) -> None:
    opened(page, "desk/#concern=delay-notice")
    blank = page.locator(".desk__blanks [data-key='delay.delivery_window']")
    blank.press("Enter")
    assert page.evaluate("document.activeElement.name") == "order_date"
    tell(page, order_date=TODAY.isoformat(), stage="production")
    assert blank.count() == 0


def test_a_late_return_leads_to_what_they_were_told_and_to_the_last_parcel(page: Page) -> None:
    opened(page)
    long_ago = TODAY - dt.timedelta(days=STORE.returns.preset_days + 1)
    facts = {"product": PRESET[0], "region": STORE.place.withdrawal_regions[0], "delivered": str(long_ago)}
    tell(page, message="I want to return my order.", **facts)
    asked = page.locator(".desk__questions button[data-key=told]")
    asked.press("Enter")
    assert page.evaluate("document.activeElement.name") == "told"
    tell(page, told="yes")
    assert asked.count() == 0
    tell(page, last_parcel=str(TODAY + dt.timedelta(days=1)))
    assert "not after today" in page.locator("#desk-last_parcel-error").inner_text()


def test_all_refusals_stand_beside_their_fields_and_the_last_answer_stays(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    before = letter(page).inner_text()
    later = (TODAY + dt.timedelta(days=9)).isoformat()
    tell(page, order_date=later, delivered=later)
    for field in ("order_date", "delivered"):
        assert "not after today" in page.locator(f"#desk-{field}-error").inner_text()
    assert page.locator("#desk-order_date").get_attribute("aria-invalid") == "true"
    assert letter(page).inner_text() == before
    assert page.locator(".desk__stale").is_visible()
    tell(page, order_date=TODAY.isoformat(), delivered="", notices="12")
    assert page.locator("#desk-notices-error").inner_text() != ""
    tell(page, notices="")
    assert page.locator("#desk-order_date-error").inner_text() == ""
    assert not page.locator(".desk__stale").is_visible()


def test_a_half_typed_date_is_no_refusal_until_its_field_is_left(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.locator("#desk-needed_by").focus()
    page.keyboard.type("12")
    page.locator("#desk-order").evaluate(EDIT, "2207")
    page.wait_for_selector(".desk__stale", state="visible")
    assert page.locator("#desk-needed_by-error").inner_text() == ""
    page.locator("#desk-message").focus()
    page.wait_for_selector("#desk-needed_by-error:not(:empty)")


def test_clear_customer_empties_all_but_the_agents_name(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, order="2207", customer="Zuleika", agent="Jo", change_to="Luna")
    page.keyboard.press("Alt+x")
    page.wait_for_selector("text=Cleared.")
    fields = page.locator(".desk__case [name]").evaluate_all("(all) => all.map(({name, value}) => [name, value])")
    assert [(name, value) for name, value in fields if value] == [("agent", "Jo")]
    assert not page.locator(".desk__shown").is_visible()
    assert page.evaluate("document.activeElement.id") == "desk-message"
    assert kept(page, "case") == {"agent": "Jo"}
    assert kept(page, "filled") == {"agent.first_name": "Jo"}
    assert "Zuleika" not in page.evaluate("JSON.stringify({...sessionStorage})")


def test_a_template_page_fills_from_the_case_and_gives_back_what_is_typed_there(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, order="2207", order_date=TODAY.isoformat(), product=PRODUCT, stage="design")
    page.goto("scenarios/change-request/")
    page.locator(".order-facts").wait_for()
    assert set(page.locator('.letter [data-slot="order.number"]').all_text_contents()) == {"#2207"}
    assert set(page.locator('.letter [data-slot="order.item"]').all_text_contents()) == {PIECE.title}
    page.evaluate(
        "document.querySelectorAll('.order-facts, .order-facts details').forEach((part) => { part.open = true })"
    )
    page.locator('[data-fills="customer.first_name"]').fill("Priya")
    page.locator('[data-fills="reply.by"]').fill("noon")
    opened(page)
    answered(page)
    assert page.locator("#desk-message").input_value() == CHANGE
    assert page.locator("#desk-customer").input_value() == "Priya"
    assert "Hi Priya," in letter(page).inner_text()
    assert kept(page, "typed") == {"reply.by": "noon"}


def test_nothing_of_a_customer_is_in_an_address_or_sent(tab: Page) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    opened(tab, f"desk/#order=2207&customer=Zuleika&message={CHANGE}")
    answered(tab)
    tab.goto("scenarios/change-request/")
    tab.wait_for_load_state("networkidle")
    assert not [address for address in asked if "Zuleika" in address or "2207" in address.split("#")[0]]
    assert tab.evaluate("JSON.stringify({...localStorage}) + document.cookie").find("Zuleika") == -1


def test_a_long_message_is_kept_whole(page: Page) -> None:
    opened(page)
    message = CHANGE + " Please." * 40_000
    page.locator("#desk-message").fill(message)
    answered(page)
    assert kept(page, "case")["message"] == message
    page.reload()
    answered(page)
    assert page.locator("#desk-message").input_value() == message
