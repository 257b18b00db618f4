"""The calculator as an agent uses it: typing, copying, taking along, by keyboard, on a phone and without a network."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.scripts.answer.desk import STORE, TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

PRODUCT, PIECE = next(iter(STORE.products.items()))
ORDERED = TODAY.isoformat()
COMPACT = [
    "stages/design/",
    "stages/production/",
    "stages/quality-check/",
    "stages/shipped/",
    "scenarios/order-status/",
    "scenarios/taking-too-long/",
    "scenarios/rush-order/",
    "scenarios/needed-by-date/",
    "scenarios/delay-notice/",
]

# Change a field that has not the focus.
EDIT = "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})) }"

pytestmark = pytest.mark.browser


def opened(page: Page, address: str = "eta/") -> Locator:
    """Open a page and wait until its calculator has answered."""
    page.goto(address)
    root = page.locator(".eta")
    root.scroll_into_view_if_needed()
    answered(root)
    return root


def answered(root: Locator) -> None:
    root.locator(".eta__example").wait_for(state="hidden", timeout=20_000)


def sentence(root: Locator) -> str:
    return root.locator("[data-eta=sentence]").inner_text()


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def fill(root: Locator, **fields: str) -> None:
    for name, value in fields.items():
        root.locator(f"[name={name.replace('_', '-')}]").fill(value)


def test_from_a_fresh_browser_to_a_pasted_sentence(page: Page) -> None:
    root = opened(page)
    fill(root, order_date=ORDERED)
    root.locator("[name=product]").select_option(PRODUCT)
    page.wait_for_function(
        f"() => document.querySelector('[data-eta=sentence]').textContent.includes('Your {PIECE.title} ')"
    )
    root.get_by_role("button", name="Copy sentence").click()
    page.wait_for_selector("text=Paste it into your reply")
    assert clipboard(page) == sentence(root)
    assert re.search(r"should arrive .+\. If you plan around one day, count on it by \w+day", clipboard(page))
    rich = page.evaluate("navigator.clipboard.read().then(([i]) => i.getType('text/html')).then((blob) => blob.text())")
    assert "<strong>" in rich


@pytest.mark.parametrize("address", COMPACT)
def test_a_page_that_needs_dates_has_the_calculator(address: str, site: Path) -> None:
    text = (site / address / "index.html").read_text(encoding="utf-8")
    assert text.count('<section class="eta eta--compact"') == 1


def test_the_compact_form_reckons_when_it_comes_into_view(page: Page) -> None:
    root = opened(page, "scenarios/taking-too-long/")
    assert "count on it by" in sentence(root)


def test_an_answer_has_rows_a_picture_and_reasons(page: Page) -> None:
    root = opened(page)
    assert root.locator("[data-eta=rows] tr").count() == 8
    picture = root.get_by_role("img")
    assert "Delivered: " in (picture.text_content() or "")
    assert picture.locator(".bar").count() == 8
    assert picture.locator(".closed").count() > 0
    root.locator(".eta__skipped summary").click()
    assert root.locator("[data-eta=skipped] li").count() > 0


def test_rush_brings_its_surcharge_and_helps_a_needed_by_date(page: Page) -> None:
    root = opened(page)
    fill(root, order_date=ORDERED, needed_by=ORDERED)
    page.wait_for_selector("[data-eta=notes][data-verdict='does-not-fit']")
    root.locator("[name=rush]").check()
    page.wait_for_selector(f"[data-eta=notes] >> text=surcharge of {STORE.rush.surcharge}")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("production-days", "0", "'0' is not a number of days: write a whole number from 1 to 365"),
        ("shipping-days", "999", "'999' is not a number of days"),
        ("needed-by", "2020-01-01", "write a later day"),
        ("order-date", "1999-01-01", "choose another date"),
    ],
)
def test_what_the_engine_refuses_is_said_beside_the_field(field: str, value: str, said: str, page: Page) -> None:
    root = opened(page)
    before = sentence(root)
    fill(root, **{field.replace("-", "_"): value})
    page.wait_for_selector(f'#eta-{field}-error:has-text("{said}")')
    assert root.locator(f"[name={field}]").get_attribute("aria-invalid") == "true"
    assert root.locator(f"[name={field}]").get_attribute("aria-describedby") == f"eta-{field}-error"
    assert sentence(root) == before
    assert root.locator(".eta__stale").is_visible()
    fill(root, **{field.replace("-", "_"): ""})
    root.locator(".eta__stale").wait_for(state="hidden")
    assert root.locator(f"#eta-{field}-error").inner_text() == ""


def test_a_half_typed_date_is_refused_when_its_field_is_left_and_not_before(page: Page) -> None:
    root = opened(page)
    root.locator("[name=needed-by]").focus()
    page.keyboard.type("12")
    root.locator("[name=production-days]").evaluate(EDIT, "7")
    root.locator(".eta__stale").wait_for(state="visible")
    assert root.locator("#eta-needed-by-error").inner_text() == ""
    root.locator("[name=product]").focus()
    page.wait_for_selector("#eta-needed-by-error:has-text('is not a date: write it like 2026-03-01')")


def test_more_closed_days_move_the_dates_and_may_be_taken_away(page: Page) -> None:
    root = opened(page)
    fill(root, order_date=ORDERED, production_days="9")
    page.wait_for_selector("[data-eta=heading]:has-text('9 to ')")
    before = sentence(root)
    root.get_by_role("button", name="Add closed days").click()
    root.locator("[data-closed=from]").fill((TODAY + dt.timedelta(days=1)).isoformat())
    root.locator("[data-closed=to]").fill((TODAY + dt.timedelta(days=21)).isoformat())
    page.wait_for_function(
        "(before) => document.querySelector('[data-eta=sentence]').textContent !== before", arg=before
    )
    root.get_by_role("button", name="Remove").click()
    page.wait_for_function(
        "(before) => document.querySelector('[data-eta=sentence]').textContent === before", arg=before
    )


def test_a_phone_shows_the_answer_without_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size(PHONE)
    root = opened(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert root.locator(".eta__more").get_attribute("open") is None
    boxes = [button.bounding_box() for button in root.locator("button >> visible=true").all()]
    assert all(box and min(box["width"], box["height"]) >= 24 for box in boxes)


def test_dates_that_are_over_are_not_given_to_a_customer(page: Page) -> None:
    root = opened(page)
    fill(root, order_date=(TODAY - dt.timedelta(days=120)).isoformat())
    root.locator("[data-eta=late]").wait_for(state="visible")
    assert root.get_by_role("button", name="Copy sentence").is_disabled()


@pytest.mark.parametrize("address", ["eta/", "scenarios/order-status/"])
@pytest.mark.parametrize("fields", [{}, {"needed_by": "2020-01-01"}], ids=["answered", "refused"])
def test_axe_finds_nothing_to_mend(address: str, fields: dict[str, str], page: Page) -> None:
    root = opened(page, address)
    fill(root, **fields)
    root.locator(".eta__stale").wait_for(state="visible" if fields else "hidden")
    assert violations(page) == []


def test_on_paper_there_is_the_answer_and_no_form(page: Page) -> None:
    root = opened(page)
    page.emulate_media(media="print")
    assert root.locator(".eta__sentence").is_visible()
    assert root.get_by_role("img").is_visible()
    assert not root.locator(".eta__form").is_visible()
