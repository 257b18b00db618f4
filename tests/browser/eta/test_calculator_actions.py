"""What an agent takes along from the calculator: a link, the dates, a calendar file; by mouse and by key."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import icalendar
import pytest

from tests.browser.eta.test_calculator import ORDERED, PIECE, PRODUCT, clipboard, fill, opened, sentence

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser


def test_a_link_brings_the_entries_back_and_holds_them_in_its_fragment(page: Page) -> None:
    root = opened(page)
    fill(root, order_date=ORDERED, production_days="9")
    root.locator("[name=product]").select_option(PRODUCT)
    page.wait_for_selector(f"[data-eta=heading]:has-text('for one {PIECE.title}: 9 to ')")
    told = sentence(root)
    root.get_by_role("button", name="Copy link").click()
    page.wait_for_selector("text=opens these entries again")
    link = urlsplit(clipboard(page))
    assert (link.path, link.query) == ("/eta/", "")
    assert link.fragment == f"order-date={ORDERED}&product={PRODUCT}&production-days=9"
    page.goto("about:blank")
    again = opened(page, link.geturl())
    assert sentence(again) == told
    assert again.locator("[name=production-days]").input_value() == "9"


def test_another_link_on_the_same_page_replaces_all_entries(page: Page) -> None:
    root = opened(page, f"eta/#order-date={ORDERED}&production-days=9&closed={ORDERED}")
    assert root.locator(".eta__closure").count() == 1
    page.evaluate(f"location.hash = 'order-date={ORDERED}&shipping-days=3'")
    page.wait_for_selector("[data-eta=heading]:has-text('then 3 to ')")
    assert root.locator("[name=production-days]").input_value() == ""
    assert root.locator(".eta__closure").count() == 0


def test_the_dates_are_copied_as_lines(page: Page) -> None:
    root = opened(page)
    root.get_by_role("button", name="Copy dates").click()
    page.wait_for_selector("text=Copied the dates")
    lines = clipboard(page).splitlines()
    assert len(lines) == 9
    assert lines[6].startswith("Delivered: ")
    assert lines[8].startswith("Count on it by: ")


def test_the_calendar_file_is_one_that_calendars_read(page: Page) -> None:
    root = opened(page)
    files = [downloaded(page, root) for _ in range(2)]
    events = [icalendar.Calendar.from_ical(text).walk("VEVENT") for text in files]
    assert [event["UID"] for event in events[0]] == [event["UID"] for event in events[1]]
    assert len({event["UID"] for event in events[0]}) == 8
    for event in events[0]:
        assert type(event.decoded("DTSTART")) is type(event.decoded("DTEND")) is dt.date  # all day, in no time zone
        assert event.decoded("DTEND") > event.decoded("DTSTART")
        assert event.decoded("DTSTAMP").tzinfo is not None
    assert b"\r\n" in files[0]
    assert b"BEGIN:VTIMEZONE" not in files[0]


def downloaded(page: Page, root: Locator) -> bytes:
    with page.expect_download() as download:
        root.get_by_role("button", name="Download .ics").click()
    assert re.fullmatch(r"order-\d{4}-\d\d-\d\d\.ics", download.value.suggested_filename)
    return download.value.path().read_bytes()


def test_everything_can_be_done_with_the_keyboard(page: Page) -> None:
    root = opened(page)
    root.locator("[name=order-date]").focus()
    page.keyboard.press("Tab")  # through the parts of a date field
    while page.evaluate("document.activeElement.name") == "order-date":
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "product"
    page.keyboard.press("ArrowDown")
    page.wait_for_function(
        f"() => document.querySelector('[data-eta=sentence]').textContent.includes('Your {PIECE.title} ')"
    )
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("c")
    page.wait_for_selector("text=Paste it into your reply")
    assert clipboard(page) == sentence(root)
    page.keyboard.press("d")
    page.wait_for_selector("text=Copied the dates")


def test_a_key_typed_into_a_field_copies_nothing(page: Page) -> None:
    root = opened(page)
    page.evaluate("navigator.clipboard.writeText('as it was')")
    root.locator("[name=production-days]").focus()
    page.keyboard.press("c")
    page.keyboard.press("7")
    page.wait_for_selector("[data-eta=heading]:has-text('7 to ')")
    assert clipboard(page) == "as it was"
