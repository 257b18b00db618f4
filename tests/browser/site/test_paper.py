"""A page on paper: dark words on white, whatever the screen shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.desk.desk_steps import CHANGE, opened, tell

if TYPE_CHECKING:
    from playwright.sync_api import Page

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
