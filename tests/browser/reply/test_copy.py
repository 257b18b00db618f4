"""Copying a reply: rich and plain, by mouse and by key, and what happens when the browser refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.browser.shop import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

ENTRY = "scenarios/change-request/"
REPLY = '[data-template="scenarios/change-request/window-open"]'
READ = "navigator.clipboard.read().then(([item]) => item.getType(kind).then((blob) => blob.text()))"

pytestmark = pytest.mark.browser


def reply(page: Page, channel: str = "email") -> Locator:
    page.goto(ENTRY)
    page.locator(f"{REPLY} label[for=window-open-{channel}]").click()
    return page.locator(f"{REPLY} [data-channel={channel}]")


def clipboard(page: Page, kind: str) -> str:
    text: str = page.evaluate(f"(kind) => {READ}", kind)
    return text


def test_an_email_is_copied_as_rich_text_and_as_plain_text(page: Page) -> None:
    reply(page).get_by_text("Copy email").click()
    page.wait_for_selector("text=Fill the blanks before you send")
    plain, rich = clipboard(page, "text/plain"), clipboard(page, "text/html")
    assert "[ORDER NUMBER]" in plain
    assert "**" not in plain
    assert "<strong>[ORDER NUMBER]</strong>" in rich
    assert "data-slot" not in rich


@pytest.mark.parametrize("channel", ["email", "sms", "chat"])
def test_the_copied_text_is_the_published_text_with_visible_blanks(channel: str, page: Page, site: Path) -> None:
    reply(page, channel).locator("button[data-copy=body]").click()
    page.wait_for_selector("text=Fill the blanks before you send")
    published = json.loads((site / "catalogue.json").read_text(encoding="utf-8"))
    template = next(
        template
        for entry in published["entries"]
        for template in entry["templates"]
        if template["id"] == "scenarios/change-request/window-open"
    )
    expected = template["messages"][channel]["text"]
    for name in catalogue().slots:
        expected = expected.replace(f"{{{{ {name} }}}}", catalogue().slots[name].blank)
    assert clipboard(page, "text/plain") == expected


def test_a_text_message_is_copied_as_plain_text_only(page: Page) -> None:
    reply(page, "sms").get_by_text("Copy SMS").click()
    page.wait_for_selector("text=Fill the blanks before you send")
    assert page.evaluate("navigator.clipboard.read().then(([item]) => item.types)") == ["text/plain"]


def test_the_subject_line_has_its_own_button(page: Page) -> None:
    reply(page).get_by_text("Copy subject").click()
    page.wait_for_selector("text=Fill the blanks before you send")
    assert "\n" not in clipboard(page, "text/plain")
    assert "[ORDER NUMBER]" in clipboard(page, "text/plain")


def test_the_highlights_of_a_search_are_not_copied(page: Page) -> None:
    page.goto(f"{ENTRY}?h=order")
    letter = page.locator(f"{REPLY} [data-channel=email]")
    letter.locator("mark").first.wait_for()
    letter.get_by_text("Copy email").click()
    page.wait_for_selector("text=Fill the blanks before you send")
    assert "<mark" not in clipboard(page, "text/html")


def test_the_c_key_copies_the_reply_in_view_in_the_channel_shown(page: Page) -> None:
    reply(page, "chat").scroll_into_view_if_needed()
    page.evaluate(f"document.querySelector('{REPLY}').scrollIntoView()")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("c")
    page.wait_for_selector("text=Fill the blanks before you send")
    plain = page.locator(f"{REPLY} [data-channel=chat] .letter__body").get_attribute("data-plain") or ""
    assert clipboard(page, "text/plain").split("[")[0] == plain.split("{{")[0]


def test_the_c_key_is_a_letter_while_someone_types(page: Page) -> None:
    page.goto(ENTRY)
    page.evaluate("navigator.clipboard.writeText('untouched')")
    page.click(".md-search__input")
    page.keyboard.type("c")
    assert page.evaluate("navigator.clipboard.readText()") == "untouched"


def test_the_chosen_channel_is_kept_on_the_next_page(page: Page) -> None:
    reply(page, "sms")
    page.goto("scenarios/taking-too-long/")
    page.wait_for_selector("[data-channel=sms] >> visible=true")
    assert page.locator("[data-channel=email] >> visible=true").count() == 0


@pytest.mark.parametrize("never", ["Promise.reject(new Error('refused'))", "new Promise(() => {})"])
def test_a_refused_copy_selects_the_text_and_says_what_to_press(never: str, tab: Page) -> None:
    tab.add_init_script(f"navigator.clipboard.write = () => {never}")
    reply(tab).get_by_text("Copy email").click()
    tab.wait_for_selector("text=press Ctrl+C")
    assert tab.evaluate("getSelection().toString()").startswith("Hi ")


def test_the_whole_way_works_with_the_keyboard_alone(page: Page) -> None:
    page.goto(ENTRY)
    page.locator(f"{REPLY} input").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(f"{REPLY} [data-channel=sms]").is_visible()
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.activeElement.matches('button.copy')")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Fill the blanks before you send")
    assert "[FIRST NAME]" in clipboard(page, "text/plain")
