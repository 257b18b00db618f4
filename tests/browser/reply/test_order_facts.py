"""One customer's order facts: typed once, they fill every letter of the tab, and leave it nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.shop import catalogue
from words.signs import is_address, one_line
from words.sms import IN_SHORT_ALPHABET, REPLACED

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

    from tests.browser.conftest import Profiles

ENTRY = "scenarios/change-request/"
REPLY = '[data-template="scenarios/change-request/window-open"]'
OTHERS = ["scenarios/taking-too-long/", "stages/design/", "milestones/"]
WITH_A_LINK = "scenarios/proof-approval/"
READ = "navigator.clipboard.read().then(([item]) => item.getType(kind).then((blob) => blob.text()))"
KEEP = "([key, facts]) => sessionStorage.setItem('order-facts.' + key, JSON.stringify(facts))"
MODULE = "import(document.querySelector('script[src$=\"order-panel.js\"]').src.replace('order-panel', 'order-facts'))"

pytestmark = pytest.mark.browser


def panel(page: Page, address: str = ENTRY) -> Locator:
    """Open a page and the panel on it, with all its fields."""
    page.goto(address)
    page.locator(".order-facts").wait_for()
    page.evaluate(
        "for (const part of document.querySelectorAll('.order-facts, .order-facts details')) part.open = true"
    )
    return page.locator(".order-facts")


def fill(panel: Locator, slot: str, value: str) -> None:
    panel.locator(f'[data-fills="{slot}"]').fill(value)


def shown(page: Page, slot: str) -> set[str | None]:
    """The texts of a slot in all letters of the page."""
    return set(page.locator(f'.letter [data-slot="{slot}"]').all_text_contents())


def copied(page: Page, channel: str = "email", part: str = "body") -> tuple[str, str]:
    """What a button puts on the clipboard as plain text, and what is said about it."""
    page.locator(f"{REPLY} label[for=window-open-{channel}]").click()
    page.locator(f"{REPLY} [data-channel={channel}] button[data-copy={part}]").click()
    page.wait_for_selector(".copy-notice:not(:empty)")
    return clipboard(page, "text/plain"), page.locator(".copy-notice").inner_text()


def clipboard(page: Page, kind: str) -> str:
    text: str = page.evaluate(f"(kind) => {READ}", kind)
    return text


def letter_with_a_link(page: Page) -> Locator:
    return page.locator(".letter", has=page.locator("a[data-href]")).first


def written(page: Page, channel: str, known: dict[str, str]) -> str:
    """A reply's text with its slots filled where they are known, else with their visible blanks."""
    text = page.locator(f"{REPLY} [data-channel={channel}] .letter__body").get_attribute("data-plain") or ""
    return re.sub(
        r"\{\{ ([a-z_.0-9]+) \}\}", lambda token: known.get(token[1]) or catalogue().slots[token[1]].blank, text
    )


def test_what_is_typed_fills_every_letter_and_subject_at_once(page: Page) -> None:
    opened = panel(page)
    assert shown(page, "order.number") == {catalogue().slots["order.number"].label}
    fill(opened, "order.number", "#2207")
    assert shown(page, "order.number") == {"#2207"}
    assert "#2207" in page.locator(f"{REPLY} .letter__subject").first.inner_text()
    fill(opened, "order.number", "")
    assert shown(page, "order.number") == {catalogue().slots["order.number"].label}


def test_what_is_filled_looks_unlike_a_blank(page: Page) -> None:
    fill(panel(page), "customer.first_name", "Priya")
    look = "(found) => [getComputedStyle(found).fontStyle, getComputedStyle(found).borderBottomStyle]"
    letter = page.locator(f"{REPLY} [data-channel=email] .letter__body")
    assert letter.locator('[data-slot="customer.first_name"]').first.evaluate(look) == ["normal", "solid"]
    assert letter.locator('[data-slot="order.number"]').first.evaluate(look) == ["italic", "dashed"]


@pytest.mark.parametrize("channel", ["email", "sms", "chat"])
def test_a_copy_has_what_is_known_and_visible_blanks_for_the_rest(channel: str, page: Page) -> None:
    opened = panel(page)
    known = {"customer.first_name": "Priya", "order.number": "#2207"}
    for slot, value in known.items():
        fill(opened, slot, value)
    plain, said = copied(page, channel)
    expected = written(page, channel, known)
    left = {name for name in catalogue().slots if catalogue().slots[name].blank in expected}
    assert plain == expected
    assert said == f"Copied. Fill the blanks before you send: {len(left)} left."


def test_a_copy_without_a_blank_says_so(page: Page) -> None:
    fill(panel(page), "order.number", "#2207")
    plain, said = copied(page, part="subject")
    assert "#2207" in plain
    assert said == "Copied. No blank is left."


def test_a_rich_copy_has_the_same_facts_as_text(page: Page) -> None:
    opened = panel(page)
    fill(opened, "order.number", "<b>#2207</b>")
    copied(page)
    rich = clipboard(page, "text/html")
    assert "<strong>&lt;b&gt;#2207&lt;/b&gt;</strong>" in rich
    assert "[FIRST NAME]" in rich


def test_a_text_message_is_filled_with_characters_that_keep_its_segments_long(page: Page) -> None:
    typographic = one_line("a" + "".join(REPLACED) + "é€z")
    fill(panel(page), "order.number", typographic)
    assert typographic in copied(page, "email")[0]
    assert typographic.translate(IN_SHORT_ALPHABET) in copied(page, "sms")[0]
    assert shown(page, "order.number") == {typographic, typographic.translate(IN_SHORT_ALPHABET)}


def test_a_link_leads_somewhere_once_its_address_is_known(page: Page) -> None:
    opened = panel(page, WITH_A_LINK)
    letter = letter_with_a_link(page)
    link = letter.locator("a[data-href]")
    assert link.get_attribute("href") is None
    fill(opened, "preview.link", "https://studio.example/p/1?a=1&b=%22")
    assert link.get_attribute("href") == "https://studio.example/p/1?a=1&b=%22"
    letter.locator("button[data-copy=body]").click()
    page.wait_for_selector(".copy-notice:not(:empty)")
    assert '<a href="https://studio.example/p/1?a=1&amp;b=%22">' in clipboard(page, "text/html")
    assert "(https://studio.example/p/1?a=1&b=%22)" in clipboard(page, "text/plain")


@pytest.mark.parametrize(
    "value",
    ["javascript://x%0aalert(1)", "ftp://studio.example/p", "studio.example", "https://", "http://a b", "http://a'b"],
)
def test_what_is_no_address_leaves_the_link_blank(value: str, page: Page) -> None:
    assert not is_address(value)
    opened = panel(page, WITH_A_LINK)
    fill(opened, "preview.link", value)
    opened.locator('[data-fills="preview.link"]').blur()
    assert opened.locator('[data-fills="preview.link"]').get_attribute("aria-invalid") == "true"
    assert page.locator("a[data-href][href]").count() == 0
    letter_with_a_link(page).locator("button[data-copy=body]").click()
    page.wait_for_selector("text=Fill the blanks before you send")
    for kind in ("text/plain", "text/html"):
        assert "[PREVIEW LINK]" in clipboard(page, kind)
        assert value not in clipboard(page, kind)


@pytest.mark.parametrize("address", OTHERS)
def test_the_next_page_of_the_tab_knows_the_same_customer(address: str, page: Page) -> None:
    fill(panel(page), "customer.first_name", "Priya")
    page.goto(address)
    page.locator(".order-facts").wait_for()
    assert shown(page, "customer.first_name") == {"Priya"}
    assert page.get_by_label("First name", exact=True).input_value() == "Priya"


def test_a_page_that_comes_back_as_it_was_shows_the_customer_of_now(page: Page) -> None:
    fill(panel(page), "customer.first_name", "Priya")
    page.evaluate(KEEP, ["typed", {"customer.first_name": "Noor"}])
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert shown(page, "customer.first_name") == {"Noor"}


def test_a_new_tab_and_another_profile_know_nobody(page: Page, shared: BrowserContext, profiles: Profiles) -> None:
    fill(panel(page), "customer.first_name", "Priya")
    with profiles() as other:
        for new in (shared.new_page(), other.new_page()):
            new.goto(ENTRY)
            new.locator(".order-facts").wait_for()
            assert shown(new, "customer.first_name") == {"First name"}
            new.close()


def test_clear_customer_empties_all(page: Page) -> None:
    page.goto(ENTRY)
    for key in ("case", "filled"):
        page.evaluate(KEEP, [key, {"order.number": "#1"}])
    opened = panel(page)
    fill(opened, "customer.first_name", "Priya")
    opened.get_by_role("button", name="Clear customer").click()
    page.wait_for_selector("text=Cleared.")
    assert page.evaluate("sessionStorage.length") == 0
    assert page.locator(".letter .is-filled").count() == 0
    assert set(opened.locator("input").evaluate_all("(all) => all.map((field) => field.value)")) == {""}
    assert copied(page)[0] == written(page, "email", {})


def test_what_is_typed_counts_before_what_the_desk_filled(page: Page) -> None:
    page.goto(ENTRY)
    page.evaluate(KEEP, ["filled", {"window.closes": "Tuesday", "order.number": "#1"}])
    opened = panel(page)
    assert shown(page, "order.number") == {"#1"}
    fill(opened, "order.number", "#2")
    assert shown(page, "order.number") == {"#2"}
    fill(opened, "order.number", "")
    opened.locator('[data-fills="order.number"]').blur()
    assert shown(page, "order.number") == {"#1"}
    assert opened.locator('[data-fills="order.number"]').input_value() == "#1"
    fill(opened, "order.number", "#1")
    assert page.evaluate("sessionStorage.getItem('order-facts.typed')") == "{}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<img src=x onerror=alert(1)>", None),
        ("</span><script>alert(1)</script>", None),
        ("{{ 7*7 }} {{ order.item }}", None),
        ("**bold** $& $1", None),
        ("מאיה", None),
        ("\u202egnp.exe\u2066", "gnp.exe"),
        ("a\u0000\u0007b\u2028c\u200b", "a b c"),
        (" \u200b ", "First name"),
        ("x" * 1_000_000, "x" * 2000),
        ("😀" * 1001, "😀" * 1000),
        ("x" + "😀" * 1000, "x" + "😀" * 999),
    ],
    ids=["image", "script", "token", "markdown", "rtl", "override", "control", "unseen", "1-mb", "emoji", "half"],
)
def test_whatever_is_typed_ends_as_text(value: str, text: str | None, page: Page) -> None:
    opened = panel(page)
    opened.locator('[data-fills="customer.first_name"]').evaluate(
        "(field, value) => { field.value = value; field.dispatchEvent(new Event('input', {bubbles: true})); }", value
    )
    assert shown(page, "customer.first_name") == {text or value}
    slot = page.locator('.letter__body [data-slot="customer.first_name"]').first
    assert slot.evaluate("(slot) => [slot.children.length, getComputedStyle(slot).unicodeBidi]") == [0, "isolate"]
    plain = copied(page)[0]
    assert plain == written(page, "email", {} if text == "First name" else {"customer.first_name": text or value})
    assert page.locator("article img, article script:not([type])").count() == 0


@pytest.mark.parametrize(
    "value",
    [
        " a\u0000\u0007b\u2028c ",
        "two  spaces\u00a0and\ta tab",
        "\u202etxt\u2066",
        "\ue000x",
        "a\u200bb\u061cc",
        "👩\u200d👧\u200d",
    ],
)
def test_the_page_and_the_desk_make_the_same_line_of_a_value(value: str, page: Page) -> None:
    page.goto(ENTRY)
    page.evaluate(KEEP, ["filled", {"order.number": value}])
    assert page.evaluate(f"{MODULE}.then(({{values}}) => values()['order.number'])") == one_line(value)


def test_nothing_of_it_is_in_an_address_or_sent(tab: Page) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    fill(panel(tab), "customer.first_name", "Zuleika")
    tab.goto(OTHERS[0])
    tab.locator(".is-filled").first.wait_for(state="attached")
    assert "Zuleika" not in tab.url
    assert not [address for address in asked if "Zuleika" in address]
    assert tab.evaluate("JSON.stringify({...localStorage}) + document.cookie").find("Zuleika") == -1


@pytest.mark.parametrize("stored", ["", "{", "null", "[1, 2]", '"text"', '{"order.number": {"a": 1}}', '["#1"]'])
def test_what_cannot_be_read_is_taken_as_nothing(stored: str, page: Page) -> None:
    page.goto(ENTRY)
    page.evaluate("(text) => sessionStorage.setItem('order-facts.typed', text)", stored)
    opened = panel(page)
    assert page.evaluate(f"{MODULE}.then(({{read}}) => read('order-facts.typed'))") == {}
    fill(opened, "order.number", "#2207")
    assert shown(page, "order.number") == {"#2207"}


@pytest.mark.parametrize(
    "refused", ["Storage.prototype.setItem = no", "Object.defineProperty(window, 'sessionStorage', {get: no})"]
)
def test_a_browser_that_keeps_nothing_still_fills_the_page(refused: str, tab: Page) -> None:
    tab.add_init_script(f"const no = () => {{ throw new DOMException('no', 'QuotaExceededError'); }}; {refused}")
    opened = panel(tab)
    fill(opened, "customer.first_name", "Priya")
    fill(opened, "order.number", "#2207")
    assert "Hi Priya," in copied(tab)[0]
    opened.get_by_role("button", name="Clear customer").click()
    assert tab.locator(".letter .is-filled").count() == 0


def test_other_pages_share_the_facts_through_one_module(page: Page) -> None:
    page.goto(ENTRY)
    found: dict[str, Any] = page.evaluate(
        f"""async () => {{
          const facts = await {MODULE};
          let changes = 0;
          facts.orderFacts.addEventListener("change", () => changes++);
          facts.write("order-facts.case", {{message: "two\\nlines", product: 7, photos: null}});
          facts.write("order-facts.filled", {{"order.number": "#1", "order.item": "ring"}});
          facts.write("order-facts.typed", {{"order.number": " #2\\n"}});
          const [read, values] = [facts.read("order-facts.case"), facts.values()];
          facts.clear();
          return {{read, values, changes, left: facts.values()}};
        }}"""
    )
    assert found == {
        "read": {"message": "two\nlines", "product": "7"},
        "values": {"order.number": "#2", "order.item": "ring"},
        "changes": 4,
        "left": {},
    }
