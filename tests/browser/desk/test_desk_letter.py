"""The desk's letter: its blanks filled, its words edited, counted and copied; and what is typed there stays text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.desk.desk_steps import BROKEN, CHANGE, answered, clipboard, copied, letter, opened, tell
from tests.browser.engine_files import assets_of
from words.sms import length

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_a_blank_that_no_fact_fills_is_filled_under_the_letter(page: Page) -> None:
    opened(page)
    tell(page, message=BROKEN)
    left = page.locator(".letter__body [data-blank]").count()
    field = page.locator(".desk__blanks input").first
    field.press_sequentially("the clasp is bent", delay=30)
    answered(page)
    assert page.evaluate("document.activeElement === document.querySelector('.desk__blanks input')")
    assert field.input_value() == "the clasp is bent"
    assert "the clasp is bent" in letter(page).inner_text()
    assert page.locator(".letter__body [data-blank]").count() < left
    page.locator(".desk__blank[data-key='customer.first_name']").click()
    assert page.evaluate("document.activeElement.name") == "customer"


def test_the_segments_of_a_text_message_are_counted(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.locator("#desk-message").press("Escape")
    page.keyboard.press("2")
    page.wait_for_selector(".desk__count:has-text(' segment')")
    said = page.locator(".desk__count").inner_text()
    assert said.startswith(f"{length(copied(page))} · ")
    assert "blanks left" in said
    assert page.locator(".letter__body [data-blank]").count() > 0
    assert page.locator(".letter__subject").first.is_hidden()
    letter(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" 😀")
    page.wait_for_selector(".desk__count:has-text('outside the short alphabet')")


def test_an_edited_letter_is_copied_as_it_reads(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, customer="Maya")
    bold = letter(page).locator("strong").count()
    letter(page).locator("p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(" hello!")
    page.keyboard.press("Enter")
    page.keyboard.type("And thank you.")
    page.keyboard.press("Control+b")
    assert letter(page).locator("strong").count() == bold
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.wait_for_selector(".copy-notice:has-text('Copied')")
    assert clipboard(page).startswith("Hi Maya, hello!\nAnd thank you.\n\n")
    assert clipboard(page, "text/html").startswith("<p>Hi Maya, hello!<br>And thank you.</p>")
    assert "edited by you" in page.locator(".desk__count").inner_text()


def test_edits_stay_until_the_agent_takes_the_new_reply(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    letter(page).locator("p").last.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" P.S. Mine")
    assert not page.locator(".desk__changed").is_visible()
    tell(page, customer="Maya")
    assert page.locator(".desk__changed").is_visible()
    assert "P.S. Mine" in copied(page)
    page.get_by_role("button", name="Keep my edits").click()
    assert not page.locator(".desk__changed").is_visible()
    page.reload()
    answered(page)
    assert "P.S. Mine" in letter(page).inner_text()
    tell(page, customer="Priya")
    page.get_by_role("button", name="Take the new one").click()
    assert "P.S. Mine" not in copied(page)
    assert "Hi Priya," in clipboard(page)


def test_a_line_typed_after_a_name_outlasts_a_reload(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    letter(page).locator("[data-blank]").first.click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("and hello")
    before = copied(page)
    assert "\nand hello" in before
    page.reload()
    answered(page)
    assert copied(page) == before


def test_what_is_pasted_into_the_letter_enters_as_text(page: Page, visited: tuple[Page, list[str]]) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.evaluate("""navigator.clipboard.write([new ClipboardItem({
      'text/html': new Blob(['<img src=x onerror=alert(1)><b>rich</b>'], {type: 'text/html'}),
      'text/plain': new Blob(['<b>plain</b>'], {type: 'text/plain'})})])""")
    letter(page).locator("p").first.click()
    page.keyboard.press("End")
    page.keyboard.press("Control+v")
    assert "<b>plain</b>" in letter(page).inner_text()
    assert letter(page).locator("img, b").count() == 0
    the_policy_alone_complained(visited)


@pytest.mark.parametrize(
    "value", ["<img src=x onerror=alert(1)>", "</span><script>alert(1)</script>", "{{ order.item }}", "**b**"]
)
def test_whatever_is_typed_stays_text(value: str, page: Page) -> None:
    opened(page)
    tell(page, message=f"{CHANGE} {value}", customer=value, customization=value)
    assert value in letter(page).inner_text()
    assert page.locator(".desk__answer :is(img, script, b)").count() == 0
    assert value in copied(page)


def the_policy_alone_complained(visited: tuple[Page, list[str]]) -> None:
    """What would have run, had it got through, the browser refused already where it was read."""
    refused = [complaint for complaint in visited[1] if "Content Security Policy" in complaint]
    assert refused == visited[1] != []
    visited[1].clear()


def test_only_what_letters_are_made_of_gets_through(page: Page, site: Path, visited: tuple[Page, list[str]]) -> None:
    opened(page)
    address = page.evaluate(f"new URL('../{assets_of(site)}/desk/letter/sanitize.js', location.href).href")
    script = """(address) => import(address).then(({sanitize}) => {
      const holder = document.createElement('div');
      holder.append(sanitize(`<p onclick="x()">a <strong style="x">b</strong><script>x()</script><img src=x onerror=x()>
        <a href="javascript:x()">c</a><a href="https://d.example" onclick="x()">d</a>
        <span data-blank="order.number" class="x">e</span><span data-blank="x y">f</span><iframe src=x></iframe></p>
        <h1>g</h1>`));
      return holder.innerHTML.replace(/\\s+/g, ' ');
    })"""
    html: str = page.evaluate(script, address)
    assert html == (
        '<p>a <strong>b</strong> <a>c</a><a href="https://d.example" target="_blank" rel="noopener noreferrer">d</a>'
        ' <span data-blank="order.number" dir="auto">e</span><span>f</span></p> g'
    )
    the_policy_alone_complained(visited)
