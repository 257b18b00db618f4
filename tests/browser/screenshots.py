"""`make screenshots`: take the README's pictures from the real site."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import ARGUMENTS, find
from tests.built import ROOT, build, served

FOLDER = ROOT / "docs" / "assets" / "screenshots"


class Picture(NamedTuple):
    """One picture: what it shows, how wide, in which colors."""

    name: str
    page: str
    width: int
    height: int
    scheme: Literal["light", "dark"]


TODAY = "2026-03-03T15:00:00Z"  # for words like "next Wednesday", and for a window that is not over
TICKET = (
    "order=1042&product=engraved-necklace&order_date=2026-03-02T13:30&customization=Luna&stage=design&customer=Maya"
    "&agent=June&message=Hi! Can you still change the engraving to Stella? I ordered yesterday."
)
PICTURES = (
    Picture("home.png", "", 1280, 1000, "light"),
    Picture("desk.png", f"desk/#{TICKET}", 1280, 1000, "light"),
    Picture("scenario.png", "scenarios/change-request/#window-open", 1280, 900, "light"),
    Picture("dates.png", "eta/#order-date=2026-03-02&product=pet-portrait&needed-by=2026-04-02", 1280, 1000, "light"),
    Picture("phone-dark.png", "scenarios/wrong-personalization/#misspelled", 360, 740, "dark"),
)


def main() -> None:
    """Build the site and take every picture."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        build(ROOT, Path(folder))
        with served(Path(folder)) as base, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS])
            for picture in PICTURES:
                _take(browser, base, picture)


def _take(browser: Browser, base: str, picture: Picture) -> None:
    size = {"width": picture.width, "height": picture.height}
    page = browser.new_page(viewport=size, color_scheme=picture.scheme, base_url=base)  # type: ignore[arg-type]
    page.clock.set_fixed_time(TODAY)
    page.goto(picture.page)
    page.wait_for_load_state()
    page.evaluate("document.fonts.ready")
    if page.locator(".eta[data-eager]").count():
        page.locator(".eta__example").wait_for(state="hidden")
    if page.locator(".desk").count():
        page.locator(".desk__answer[aria-busy=false] .desk__title").wait_for()
    page.screenshot(path=FOLDER / picture.name)
    page.close()


if __name__ == "__main__":
    main()
