"""What is selected by hand in the letter of the desk, and in the box of the home page, and copied or cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.desk.desk_steps import CHANGE, clipboard, copied, letter, opened, tell

if TYPE_CHECKING:
    from playwright.sync_api import Page

KINDS = "navigator.clipboard.read().then(([item]) => item.types)"
LOOKS = ("style", "color", "class", "font", "span", "data-")

pytestmark = pytest.mark.browser


def answered(page: Page, **facts: str) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page)
    tell(page, message=CHANGE, **facts)
    page.evaluate("navigator.clipboard.writeText('untouched')")


def pressed(page: Page, keys: str) -> str:
    """Copy or cut with the keyboard; gives the plain text."""
    page.keyboard.press(keys)
    page.wait_for_function("navigator.clipboard.readText().then((text) => text !== 'untouched')")
    return clipboard(page)


def test_all_of_the_letter_is_what_the_button_gives(page: Page) -> None:
    answered(page, customer="Maya", stage="design")
    letter(page).click()
    page.keyboard.press("Control+a")
    by_hand = pressed(page, "Control+c"), clipboard(page, "text/html")
    assert by_hand == (copied(page), clipboard(page, "text/html").replace("\n", ""))


def test_what_was_typed_is_copied_as_it_stands(page: Page) -> None:
    answered(page, customer="Maya", stage="design")
    letter(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nA second line")
    page.keyboard.press("Control+a")
    by_hand = pressed(page, "Control+c"), clipboard(page, "text/html")
    assert by_hand[0].endswith("\nA second line")
    assert by_hand == (copied(page), clipboard(page, "text/html").replace("\n", ""))


def test_a_piece_of_the_letter_has_no_look(page: Page) -> None:
    answered(page, customer="Maya", stage="design")
    letter(page).locator("p").first.click(click_count=3)
    plain = pressed(page, "Control+c")
    assert plain == "Hi Maya,"
    assert not any(look in clipboard(page, "text/html") for look in LOOKS)


def test_what_is_cut_is_gone_and_comes_back_as_it_was(page: Page) -> None:
    answered(page, customer="Maya", stage="design")
    letter(page).click()
    page.keyboard.press("Control+Home")
    before = letter(page).inner_text()
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    assert pressed(page, "Control+x") == "Hi "
    assert letter(page).inner_text() == before.removeprefix("Hi ")
    assert "edited by you" in page.locator(".desk__count").inner_text()
    page.keyboard.press("Control+v")
    assert letter(page).inner_text() == before
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert letter(page).inner_text() == before


def test_a_blank_that_was_cut_is_no_longer_counted(page: Page) -> None:
    answered(page)
    blank = letter(page).locator("[data-blank='customer.first_name']")
    blank.evaluate("(blank) => getSelection().selectAllChildren(blank)")
    assert pressed(page, "Control+x") == "[FIRST NAME]"
    assert letter(page).locator("[data-blank='customer.first_name']").count() == 0


def test_a_text_message_and_a_subject_are_plain(page: Page) -> None:
    answered(page, customer="Maya", order="1234", stage="design")
    page.locator(".desk__reply .letter__line").click(click_count=3)
    assert pressed(page, "Control+c") == page.locator(".desk__reply .letter__line").inner_text()
    assert page.evaluate(KINDS) == ["text/plain"]
    page.locator("[name=desk-channel][value=sms]").check(force=True)
    page.evaluate("navigator.clipboard.writeText('untouched')")
    letter(page).click()
    page.keyboard.press("Control+a")
    assert pressed(page, "Control+c") == copied(page)
    assert page.evaluate(KINDS) == ["text/plain"]


def test_the_message_of_the_customer_is_copied_as_it_stands(page: Page) -> None:
    answered(page)
    page.locator("#desk-message").select_text()
    assert pressed(page, "Control+c") == CHANGE


def test_the_reply_in_the_box_of_the_home_page_has_no_look(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(".")
    page.locator(".box textarea").fill(CHANGE)
    lines = page.locator(".box__lines")
    lines.filter(has_text="Hi").wait_for()
    page.evaluate("navigator.clipboard.writeText('untouched')")
    lines.evaluate("(lines) => { document.activeElement.blur(); getSelection().selectAllChildren(lines) }")
    by_hand = pressed(page, "Control+c")
    assert page.evaluate(KINDS) == ["text/plain"]
    page.locator(".box__copy").click()
    page.wait_for_selector(".copy-notice:has-text('Copied')")
    assert by_hand == clipboard(page)
