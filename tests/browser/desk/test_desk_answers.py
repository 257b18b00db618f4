"""What the desk answers to a pasted message, and what follows when the agent adds a fact or chooses for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reading.triage.features import words as words_of
from tests.browser.desk.desk_steps import (
    BROKEN,
    CHANGE,
    PIECE,
    PRODUCT,
    VAGUE,
    answered,
    clipboard,
    kept,
    letter,
    opened,
    reply,
    tell,
)
from tests.browser.waiting import until
from tests.scripts.answer.desk import TODAY, WORDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

DECIDE = """([name, value]) => {
  const select = document.querySelector(`select[data-key='${name}']`);
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}"""

pytestmark = pytest.mark.browser


def test_from_a_pasted_message_to_a_copied_reply_by_keyboard_only(page: Page) -> None:
    opened(page)
    assert page.evaluate("document.activeElement.id") == "desk-message"
    page.keyboard.insert_text(CHANGE)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".copy-notice:has-text('Copied. Fill the blanks before you send')")
    assert page.evaluate("document.activeElement.dataset.deskDo") == "body"
    assert clipboard(page).startswith("Hi [FIRST NAME],\n\n")
    assert "<p>" in clipboard(page, "text/html")
    assert "span" not in clipboard(page, "text/html")
    page.keyboard.press("u")
    until(
        page,
        "navigator.clipboard.readText().then((text) => text.includes('[ORDER NUMBER]') && !text.includes('\\n'))",
    )


def test_the_answer_follows_what_is_typed(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    first = reply(page)
    assert page.locator(".desk__choice[data-place=here]").get_attribute("data-key") == "scenarios/change-request"
    why = page.locator(".desk__choice[data-place=here] .desk__reason").inner_text()
    named = re.findall("“(.+?)”", why)
    assert named
    assert {*named} <= {*words_of(CHANGE)}
    tell(page, message=BROKEN)
    assert page.locator(".desk__choice[data-place=here]").get_attribute("data-key") == "scenarios/damaged-on-arrival"
    assert reply(page) != first
    tell(page, message="")
    assert not page.locator(".desk__shown").is_visible()
    assert page.locator(".desk__empty").is_visible()


def test_facts_change_verdict_reply_and_dates(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, order="2207", order_date=TODAY.isoformat(), product=PRODUCT, stage="design")
    verdicts = {item.get_attribute("data-value") for item in page.locator(".desk__verdicts li").all()}
    assert verdicts & {"open", "closing-soon"}  # by the time of day
    before = reply(page)
    tell(page, stage="production", customer="Zuleika")
    assert reply(page) != before
    assert "Hi Zuleika," in letter(page).inner_text()
    assert "#2207" in page.locator(".desk__reply .letter__line").inner_text()
    assert PIECE.title in letter(page).inner_text()
    verdict = page.locator(".desk__verdicts li[data-value^=closed]").first
    assert verdict.locator("a").first.get_attribute("href", timeout=1000)
    page.wait_for_selector(f".desk__spoken:has-text('Reply changed: {reply(page)}')", state="attached")


def test_unsure_is_said_and_a_choice_settles_it_and_can_be_undone(page: Page) -> None:
    opened(page)
    tell(page, message=VAGUE)
    assert page.locator(".desk__unsure").is_visible()
    assert not page.locator(".desk__reply").is_visible()
    choices = page.locator(".desk__choice")
    assert choices.count() == 3
    page.locator("#desk-message").press("Control+Enter")
    assert page.evaluate("document.activeElement.matches('.desk__choice')")
    wanted = choices.nth(1).get_attribute("data-key") or ""
    choices.nth(1).press("Enter")
    answered(page)
    assert page.locator(".desk__reply").is_visible()
    assert not page.locator(".desk__unsure").is_visible()
    assert page.locator("[aria-pressed=true]").get_attribute("data-key") == wanted
    assert page.evaluate("document.activeElement.dataset.key") == wanted
    assert kept(page, "case")["concern"] == wanted
    page.keyboard.press("Enter")
    answered(page)
    assert page.locator(".desk__unsure").is_visible()
    assert "concern" not in kept(page, "case")


def test_any_scenario_can_be_chosen(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.get_by_label("Another scenario").select_option("scenarios/goodwill")
    answered(page)
    assert page.locator("[aria-pressed=true] strong").inner_text() == WORDS.title("scenarios/goodwill")
    assert page.locator(".desk__title a").get_attribute("href", timeout=1000)


def test_a_second_concern_is_named_and_one_press_away(page: Page) -> None:
    opened(page)
    tell(page, message=f"{BROKEN} And can I get a refund for the second order, which I want to cancel?")
    other = page.locator(".desk__choice", has_text="They write about this too").first
    other.click()
    answered(page)
    assert page.locator("[aria-pressed=true][data-place=here]").count() == 1


def test_a_general_question_leads_to_the_page_that_answers_it(page: Page) -> None:
    opened(page)
    tell(page, message="What is your return policy?")
    link = page.locator(".desk__general a")
    assert link.inner_text() == WORDS.pages["references/policy"]
    assert not page.locator(".desk__reply").is_visible()
    link.click()
    page.wait_for_url("**/policy/")


def test_what_only_a_person_can_settle_is_settled_right_there_and_can_be_undone(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.get_by_label("Another scenario").select_option("scenarios/goodwill")
    answered(page)
    select = page.locator(".desk__questions select").first
    name = select.get_attribute("data-key") or ""
    before = reply(page)
    values = [str(option.get_attribute("value")) for option in select.locator("option").all()]
    for value in values[1:]:
        if reply(page) == before:
            page.evaluate(DECIDE, [name, value])
            answered(page)
    assert reply(page) != before
    assert kept(page, "case")[name] in values
    assert page.locator(f".desk__questions [data-key='{name}']").count() == 0
    page.locator(".desk__why summary").click()
    page.locator(f".desk__conditions [data-key='{name}']").select_option("")
    answered(page)
    assert reply(page) == before


def test_steps_that_are_done_stay_ticked(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.locator(".desk__steps input").nth(1).check()
    tell(page, customer="Maya")
    page.reload()
    answered(page)
    ticked = [box.is_checked() for box in page.locator(".desk__steps input").all()]
    assert ticked.index(True) == 1
    assert ticked.count(True) == 1


def test_the_sections_are_there_in_order_and_the_first_is_open(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, stage="design", order_date=TODAY.isoformat())
    sections = page.locator(".desk__section")
    assert sections.count() == 6
    assert [section.get_attribute("open") is not None for section in sections.all()] == [True, *[False] * 5]
    status = sections.nth(1)
    status.locator("summary").click()
    status.locator(".copy").click()
    page.wait_for_selector(".copy-notice:has-text('Copied')")
    assert clipboard(page).startswith("Hi [FIRST NAME],")
