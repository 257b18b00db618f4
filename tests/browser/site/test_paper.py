"""A page on paper: dark words on white, whatever the screen shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.desk.desk_steps import CHANGE, opened, tell

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, PdfMargins

KINDS = [
    "",
    "scenarios/change-request/",
    "stages/design/",
    "milestones/",
    "eta/",
    "first-day/",
    "policy/",
    "tone/",
    "metrics/",
    "law/",
    "facts-and-words/",
    "exports/",
    "exports/gorgias/",
    "exports/skill/",
]
ENTRY = "scenarios/change-request/"
MARGIN = "10mm"
SHEET = re.compile(rb"/Type\s*/Page\b")
LEGIBLE = 4.5  # WCAG 2, level AA
# Every color that words have on paper, and every one that lies under words, as contrast to white.
CONTRASTS = """() => {
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const contrast = (color, opacity) => {
    brush.globalAlpha = 1;
    brush.fillStyle = "white";
    brush.fillRect(0, 0, 1, 1);
    brush.globalAlpha = opacity;
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...brush.getImageData(0, 0, 1, 1).data].map((part) => linear(part / 255));
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  };
  const opacity = (element) => (element ? getComputedStyle(element).opacity * opacity(element.parentElement) : 1);
  const shown = { visibilityProperty: true, opacityProperty: true };
  const seen = (element) => element.checkVisibility(shown) && element.getClientRects().length > 0;
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const words = (element, pseudo) => {
    const { color, fill, content } = getComputedStyle(element, pseudo);
    const says = pseudo ? !["none", "normal", '""'].includes(content) : own(element);
    return says ? contrast(element.closest("svg") ? fill : color, opacity(element)) : 21;
  };
  const under = (element) => contrast(getComputedStyle(element).backgroundColor, opacity(element));
  const all = [...document.querySelectorAll("body, body *")].filter(seen);
  const named = (element, found) => [found, element.tagName + "." + element.getAttribute("class")];
  return {
    words: all.flatMap((one) => [null, "::before", "::after"].map((pseudo) => named(one, words(one, pseudo)))),
    under: all.map((one) => named(one, under(one))),
  };
}"""

pytestmark = pytest.mark.browser


def on_paper(page: Page) -> dict[str, list[tuple[float, str]]]:
    """The contrasts to white of what is printed in the dark scheme."""
    page.emulate_media(color_scheme="dark", media="print")
    page.wait_for_selector("[data-md-color-scheme=slate]")
    found: dict[str, Any] = page.evaluate(CONTRASTS)
    return found


def pale(page: Page) -> list[str]:
    """Words that are hard to read on white, and boxes that are not near to it."""
    found = on_paper(page)
    words = {f"{page.url} {name} {contrast:.2f}" for contrast, name in found["words"] if contrast < LEGIBLE}
    boxes = {f"{page.url} {name} dark {contrast:.2f}" for contrast, name in found["under"] if contrast > 1.3}
    return sorted(words | boxes)


def test_every_kind_of_page_prints_dark_on_white_in_the_dark_scheme(page: Page) -> None:
    found = []
    for address in KINDS:
        page.emulate_media(media="screen", color_scheme="dark", reduced_motion="reduce")
        page.goto(address or ".")
        found += pale(page)
    assert found == []


def test_the_browser_draws_nothing_dark_on_paper(page: Page) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    page.goto("policy/")
    schemes = "[document.documentElement, document.body].map((part) => getComputedStyle(part).colorScheme)"
    assert page.evaluate(schemes) == ["light only", "light only"]  # else the margins of a sheet are black


def test_the_desk_prints_dark_on_white_in_the_dark_scheme(page: Page) -> None:
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    opened(page)
    tell(page, message=CHANGE, stage="design")
    assert pale(page) == []


def test_the_calculator_prints_dark_on_white_in_the_dark_scheme(page: Page) -> None:
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.goto("eta/")
    page.locator(".eta__timeline svg").wait_for()
    assert pale(page) == []


def sheets(page: Page) -> int:
    """How many sheets of paper a page takes."""
    margin: PdfMargins = {"top": MARGIN, "right": MARGIN, "bottom": MARGIN, "left": MARGIN}
    return len(SHEET.findall(page.pdf(format="A4", margin=margin)))


def printed(page: Page, selector: str) -> list[str]:
    """The words of the parts that are printed."""
    page.emulate_media(media="print")
    return page.locator(f"{selector} >> visible=true").all_inner_texts()


def choose(page: Page, at: int) -> str:
    """Scroll to a reply of the page; gives its title."""
    page.goto(ENTRY)
    reply = page.locator(".reply").nth(at)
    reply.evaluate("(reply) => reply.scrollIntoView()")
    page.wait_for_function("(reply) => reply.classList.contains('is-current')", arg=reply.element_handle())
    return reply.get_attribute("aria-label") or ""


def test_no_page_of_an_entry_takes_more_than_two_sheets(page: Page, site: Path) -> None:
    pages = [path.parent for kind in ("scenarios", "stages") for path in sorted((site / kind).glob("*/index.html"))]
    thick = {}
    for path in pages:
        page.goto(path.relative_to(site).as_posix() + "/")
        thick[path.name] = sheets(page)
    assert len(thick) > 30
    assert {name: count for name, count in thick.items() if count > 2} == {}


@pytest.mark.parametrize("at", [0, 3])
def test_a_sheet_holds_the_chosen_reply_and_what_it_is_for(at: int, page: Page) -> None:
    title = choose(page, at)
    headings = printed(page, ".md-content h2")
    assert [heading.strip("¶") for heading in headings] == ["When to use", "When not to use", "Ask first", title]
    assert len(printed(page, "h1")) == len(printed(page, ".reply__next")) == len(printed(page, ".letter")) == 1
    assert printed(page, ".eta, .chooser, .letter__example, .entry__source") == []


def test_a_sheet_says_where_the_other_replies_are(page: Page) -> None:
    choose(page, 2)
    (said,) = printed(page, ".entry__others")
    assert said == f"One of {page.locator('.reply').count()} replies, in one channel. All of them: {page.url}"


def test_a_sheet_holds_the_channel_that_is_shown(page: Page) -> None:
    choose(page, 1)
    page.locator(".reply").nth(1).get_by_text("SMS", exact=True).click()
    page.emulate_media(media="print")
    assert page.locator(".letter >> visible=true").get_attribute("data-channel") == "sms"


def test_the_reply_with_the_focus_is_the_one_printed(page: Page) -> None:
    page.goto(ENTRY)
    reply = page.locator(".reply").nth(4)
    reply.locator("button[data-copy=body] >> visible=true").focus()
    page.emulate_media(media="print")
    assert reply.is_visible()


def test_all_replies_are_printed_when_that_is_asked_for(page: Page) -> None:
    choose(page, 1)
    every = page.locator(".reply").count()
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=f"Print all {every} replies").click()
    assert len(printed(page, ".letter")) == every
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(printed(page, ".letter")) == 1


def test_every_message_that_we_send_first_is_printed_in_one_channel(page: Page) -> None:
    page.goto("milestones/")
    assert len(printed(page, ".letter")) == page.locator(".reply").count()
