"""A helpdesk's link brings a case to the desk, and leaves nothing of it in the address."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest

from tests.browser.desk.desk_steps import CHANGE, PIECE, PRODUCT, answered, kept, opened, tell

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def held(page: Page) -> dict[str, str]:
    """What the form holds, by the names of its fields; the parts of one fact together."""
    found: list[tuple[str, str]] = page.locator(".desk__case [name]").evaluate_all(
        "(all) => all.map(({name, value}) => [name, value])"
    )
    return {
        name: " ".join(value for known, value in found if known == name and value) for name, value in found if value
    }


def test_the_facts_of_a_link_fill_the_form_and_leave_the_address(tab: Page) -> None:
    facts = {
        "order": "1042",
        "order_date": "2026-03-02T10:30",
        "stage": "design",
        "product": PRODUCT,
        "message": CHANGE,
    }
    opened(tab, f"desk/#{urlencode(facts, quote_via=quote)}")
    answered(tab)
    assert held(tab) == {**facts, "order_date": "2026-03-02 10:30", "change": "personalization"}  # read in the message
    assert kept(tab, "case") == facts
    assert "#" not in tab.url
    assert tab.evaluate("history.length") == 2  # the blank tab and the desk
    tab.goto("policy/")
    tab.go_back()
    assert "#" not in tab.url


def test_names_that_are_no_facts_are_ignored(page: Page) -> None:
    opened(page, f"desk/#order=1042&password=x&decided.window=open&message={CHANGE}")
    answered(page)
    assert kept(page, "case") == {"order": "1042&password=x&decided.window=open", "message": CHANGE}


def test_a_heading_of_the_page_is_no_case(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, order="1042")
    page.evaluate("location.hash = 'helpdesk'")
    assert page.url.endswith("#helpdesk")
    assert kept(page, "case") == {"order": "1042", "message": CHANGE}


@pytest.mark.parametrize(
    ("written", "fact", "text"),
    [
        ("message=Where%20is%20it%3F%20100%25%20late", "message", "Where is it? 100% late"),
        ("message=Where+is+it%3F", "message", "Where is it?"),
        ("message=5+5 is ten", "message", "5+5 is ten"),
        ("message=a & b = c, 100% sure, order #7", "message", "a & b = c, 100% sure, order #7"),
        ("message=Ren%C3%A9e, %E4", "message", "Renée, %E4"),
        ("message=<div>One</div><div>Two &amp; <b>three</b></div>", "message", "One\nTwo & three"),
        ("message=<p style='color: red' title=\"a > b\">One<br class=x>Two</p>", "message", "One\nTwo"),
        ("message=x&order=%231042", "order", "#1042"),
        (f"message=x&product={PIECE.title.upper()}", "product", PIECE.title.upper()),
        ("message=x&asked=2026-03-02T10:30:00Z", "asked", "2026-03-02T10:30:00Z"),
        ("message=x&order_date=2026-03-02T10:30:00+01:00", "order_date", "2026-03-02T10:30:00+01:00"),
    ],
    ids=["encoded", "form", "plus", "raw", "bad-bytes", "html", "styled", "number", "title", "utc", "offset"],
)
def test_a_value_is_read_as_tools_write_it(written: str, fact: str, text: str, page: Page) -> None:
    page.goto("desk/")
    page.evaluate("(hash) => { location.hash = hash }", written)
    answered(page)
    assert kept(page, "case")[fact] == text
    assert "#" not in page.url
    assert page.locator(".desk__error:not(:empty)").count() == 0


@pytest.mark.parametrize("field", ["asked", "order_date"])
def test_a_moment_with_an_offset_is_shown_as_it_came(field: str, page: Page) -> None:
    opened(page, f"desk/#message={CHANGE}&{field}=2026-03-02T10:30:00Z")
    answered(page)
    shown = page.locator(f"#desk-{field}")
    assert (shown.get_attribute("type"), shown.input_value()) == ("text", "2026-03-02T10:30:00Z")
    shown.fill("")
    answered(page)
    assert shown.get_attribute("type") != "text"
    assert field not in kept(page, "case")


def test_another_order_clears_the_former_customer_and_the_same_adds_to_it(page: Page) -> None:
    opened(page, f"desk/#order=1042&customer=Maya&message={CHANGE}")
    tell(page, agent="Jo", customization="Luna")
    page.evaluate("location.hash = 'order=1042&stage=design'")
    page.wait_for_function("() => document.querySelector('#desk-stage').value === 'design'")
    before = {"order": "1042", "customer": "Maya", "message": CHANGE, "agent": "Jo", "customization": "Luna"}
    assert kept(page, "case") == {**before, "stage": "design"}
    page.evaluate("location.hash = 'order=2207&message=Where is it?'")
    page.wait_for_function("() => document.querySelector('#desk-order').value === '2207'")
    answered(page)
    assert held(page) == {"order": "2207", "message": "Where is it?", "agent": "Jo"}
    assert "Maya" not in page.evaluate("JSON.stringify({...sessionStorage})")


def test_another_message_without_an_order_is_another_customer(page: Page) -> None:
    opened(page, f"desk/#order=1042&customer=Maya&message={CHANGE}")
    answered(page)
    page.evaluate("location.hash = 'message=Where is it?'")
    page.wait_for_function("() => document.querySelector('#desk-message').value === 'Where is it?'")
    assert held(page) == {"message": "Where is it?"}


def test_what_is_typed_in_the_panel_of_a_page_is_gone_with_the_customer_too(page: Page) -> None:
    page.goto("policy/")
    page.evaluate("(typed) => sessionStorage.setItem('order-facts.typed', typed)", json.dumps({"reply.by": "noon"}))
    opened(page, f"desk/#order=2207&message={CHANGE}")
    answered(page)
    assert kept(page, "typed") == {}
