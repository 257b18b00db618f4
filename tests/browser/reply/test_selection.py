"""What is selected in a letter by hand and copied: what its button gives for that part, nothing of the page's look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

ENTRY = "scenarios/change-request/"
LISTED = "scenarios/order-status/"
EMAIL = ".reply [data-channel=email] .letter__body"
KINDS = "navigator.clipboard.read().then(([item]) => item.types)"
READ = "(kind) => navigator.clipboard.read().then(([item]) => item.getType(kind).then((blob) => blob.text()))"
# From the first place where one text stands to the end of another; with parts of a word, as a mouse does.
SELECT = """([selector, from, to]) => {
  const letter = document.querySelector(selector);
  const walker = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT);
  const range = new Range();
  let isBegun = false;
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    if (!isBegun && data.includes(from)) {
      range.setStart(walker.currentNode, data.indexOf(from));
      isBegun = true;
    }
    if (isBegun && data.includes(to)) {
      range.setEnd(walker.currentNode, data.indexOf(to, from === to ? range.startOffset : 0) + to.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return;
    }
  }
  throw new Error("not found");
}"""
# For each letter of a page: what a selection of its whole body gives, and what its button gives.
BOTH = """async () => {
  const source = document.querySelector('script[src$="reply/copy.js"]').src;
  const { fill, fillings, inChannel, richText, addressOf } = await import(source.replace("copy.js", "slots.js"));
  await import(source.replace("copy.js", "selection.js"));
  const squeezed = (html) => html.replace(/\\n/g, "");
  return [...document.querySelectorAll(".reply .letter__body")].map((body) => {
    const { channel } = body.closest(".letter").dataset;
    const known = inChannel(fillings(), channel);
    const rich = richText(body, (text) => fill(text, known), (address) => addressOf(address, known) !== null);
    getSelection().selectAllChildren(body);
    const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    body.dispatchEvent(event);
    const given = ["text/plain", "text/html"].map((kind) => squeezed(event.clipboardData.getData(kind)));
    const plain = event.clipboardData.getData("text/plain");
    return [[plain, given[1]], [fill(body.dataset.plain, known), channel === "sms" ? "" : squeezed(rich)]];
  });
}"""

pytestmark = pytest.mark.browser


def opened(page: Page, address: str = ENTRY) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")


def copied(page: Page) -> tuple[str, str]:
    """Press Ctrl+C; gives the plain text and the HTML, empty where there is none."""
    page.evaluate("navigator.clipboard.writeText('untouched')")
    page.keyboard.press("Control+c")
    page.wait_for_function("navigator.clipboard.readText().then((text) => text !== 'untouched')")
    kinds = page.evaluate(KINDS)
    return page.evaluate(READ, "text/plain"), page.evaluate(READ, "text/html") if "text/html" in kinds else ""


def taken(page: Page, begin: str, end: str, selector: str = EMAIL) -> tuple[str, str]:
    """Select from a text to another in a letter, and copy it."""
    page.evaluate(SELECT, [selector, begin, end])
    return copied(page)


@pytest.mark.parametrize(
    "facts", [{}, {"customer.first_name": "Zoë & Co", "tracking.link": "https://t.example/?a=1&b=2"}]
)
def test_a_whole_letter_is_what_its_button_gives(facts: dict[str, str], page: Page, site: Path) -> None:
    pages = [path.parent for kind in ("scenarios", "stages") for path in sorted((site / kind).glob("*/index.html"))]
    differ = []
    for path in [*pages, site / "milestones"]:
        page.goto(path.relative_to(site).as_posix() + "/")
        page.evaluate("(facts) => sessionStorage.setItem('order-facts.typed', JSON.stringify(facts))", facts)
        page.reload()
        differ += [(path.name, given, wanted) for given, wanted in page.evaluate(BOTH) if given != wanted]
    assert differ == []


def test_blanks_have_brackets_and_the_look_stays_behind(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page)
    plain, rich = taken(page, "Hi ", "Order number")
    assert plain.startswith("Hi [FIRST NAME],\n\n")
    assert plain.endswith("[ORDER NUMBER]")
    assert "<p>Hi [FIRST NAME],</p>" in rich
    assert "<strong>[ORDER NUMBER]</strong>" in rich
    assert not any(word in rich for word in ("style", "color", "class", "span", "font"))


def test_a_piece_of_a_paragraph_is_that_piece(page: Page) -> None:
    opened(page, LISTED)
    assert taken(page, "looked it up", " for you") == ("looked it up for you", "looked it up for you")


def test_a_piece_of_a_blank_is_the_blank(page: Page) -> None:
    opened(page)
    assert taken(page, "irst na", "irst na") == ("[FIRST NAME]", "[FIRST NAME]")
    assert taken(page, "der nu", "der nu") == ("[ORDER NUMBER]", "<strong>[ORDER NUMBER]</strong>")


def test_a_piece_of_what_fills_a_blank_is_that_piece(page: Page) -> None:
    opened(page)
    page.evaluate("sessionStorage.setItem('order-facts.typed', JSON.stringify({'customer.first_name': 'Annemarie'}))")
    opened(page)
    assert taken(page, "marie", "marie") == ("marie", "marie")
    assert taken(page, "Hi", "Anne")[0] == "Hi Anne"


def test_items_of_a_list_have_their_marks(page: Page) -> None:
    opened(page, LISTED)
    plain, rich = taken(page, "to your door", "With you")
    lines = plain.split("\n")
    assert lines[:2] == ["to your door:", ""]
    assert [line[:2] for line in lines[2:]] == ["- ", "- "]
    assert lines[-1] == "- With you"
    assert rich.count("<li>") == 2
    within = taken(page, "handed to", "the carrier")
    assert within == ("handed to the carrier", "handed to the carrier")


def test_a_selection_from_item_to_item_is_a_list(page: Page) -> None:
    opened(page, LISTED)
    plain, rich = taken(page, "handed to", "With you")
    assert plain.startswith("- handed to the carrier: [SHIPPING WINDOW]")
    assert rich.startswith("<ul><li>handed to the carrier: <strong>[SHIPPING WINDOW]</strong>")


def test_three_clicks_take_a_paragraph_and_nothing_after_it(page: Page) -> None:
    opened(page)
    first = page.locator(f"{EMAIL} >> nth=0")
    first.locator("p").first.click(click_count=3, position={"x": 5, "y": 8})
    assert copied(page)[0] == "Hi [FIRST NAME],"
    first.locator("p").last.click(click_count=3, position={"x": 5, "y": 8})
    assert copied(page)[0] == "Warmly,"


def test_a_subject_line_is_plain_and_without_its_name(page: Page) -> None:
    opened(page)
    page.locator(".reply [data-channel=email] .letter__line >> nth=0").click(click_count=3)
    plain, rich = copied(page)
    assert "[ORDER NUMBER]" in plain
    assert not plain.startswith("Subject")
    assert "\n" not in plain
    assert rich == ""


def test_a_text_message_is_plain(page: Page) -> None:
    opened(page)
    page.locator(".reply label >> text=SMS").first.click()
    plain, rich = taken(page, "Order number", "Order number", ".reply [data-channel=sms] .letter__body")
    assert (plain, rich) == ("[ORDER NUMBER]", "")


def test_a_link_keeps_its_address_in_a_piece_around_it(page: Page) -> None:
    opened(page, LISTED)
    page.evaluate(
        "sessionStorage.setItem('order-facts.typed', JSON.stringify({'tracking.link': 'https://t.example/1'}))"
    )
    opened(page, LISTED)
    letter = '[data-template$="/shipped"] [data-channel=email] .letter__body'
    plain, rich = taken(page, "here:", "We expect", letter)
    assert "Track parcel [TRACKING NUMBER] (https://t.example/1)" in plain
    assert '<a href="https://t.example/1">Track parcel [TRACKING NUMBER]</a>' in rich
    assert taken(page, "Track parcel", "Track parcel", letter) == (
        "Track parcel",
        '<a href="https://t.example/1">Track parcel</a>',
    )


def test_a_selection_with_more_than_a_letter_is_the_browsers(page: Page) -> None:
    opened(page)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.reply'))")
    assert "Next steps" in copied(page)[0]
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.entry__summary'))")
    assert copied(page)[0] == page.locator(".entry__summary").inner_text()


def test_a_selection_in_a_field_is_the_browsers(page: Page) -> None:
    opened(page)
    page.evaluate(SELECT, [EMAIL, "Hi ", "Hi "])
    field = page.locator(".md-search__input")
    field.fill("my own words")
    field.select_text()
    assert copied(page) == ("my own words", "")


def test_a_selection_in_a_filled_example_has_no_look(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page, LISTED)
    page.locator("summary >> text=Filled example").first.click()
    plain, rich = taken(page, "From here", "Finished", ".letter__filled")
    assert plain == "From here to your door:\n\n- Finished"
    assert rich == "<p>From here to your door:</p><ul><li>Finished</li></ul>"
