"""What a visit asks for, the first time and the second; and how soon an open page says that a newer one is there.

Bytes are those of the files as they stand; a host that compresses sends about a third. A request that is answered with
"not modified" counts as a request of no bytes.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.bench.figures import Figure
from tests.browser.chromium import ARGUMENTS, find
from tests.browser.site.hosts import Host, deployment, hosted, redeploy
from tests.built import ROOT, build

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = {"a reply": "scenarios/change-request/", "the desk": "desk/"}
KEPT = "html[data-offline=ready]"
USE_SECONDS = 5  # between two keys of somebody who works on the page


def main() -> int:
    """Print the figures; 1 when one misses its target."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(ROOT, Path(folder) / "site")
        site = deployment(Path(folder) / "site", Path(folder), "a01")
        browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS])
        figures = [figure for name, address in PAGES.items() for figure in visits(browser, Host(site), name, address)]
        figures.append(notice(browser, Host(site)))
        browser.close()
    print(*figures, sep="\n")
    return 0 if all(figure.good for figure in figures) else 1


def visits(browser: Browser, host: Host, name: str, address: str) -> list[Figure]:
    """Requests and kilobytes of a first and of a second visit to a page."""
    found = []
    with hosted(host) as base, browser.new_context(base_url=base) as profile:
        for _ in range(2):
            host.asked.clear()
            page = profile.new_page()
            visit(page, address)
            found.append((len(host.asked), sum(size for _, size in host.asked) / 1024))
            page.close()
    (first, loaded), (second, loaded_again) = found
    return [
        Figure(f"{name}, first visit: requests, {loaded:.0f} KB", first, 90),
        Figure(f"{name}, second visit: requests, {loaded_again:.0f} KB", second, 5),
    ]


def visit(page: Page, address: str) -> None:
    """Open a page, and let it come to rest."""
    page.goto(address)
    page.wait_for_selector(KEPT, state="attached")
    page.wait_for_timeout(2000)


def notice(browser: Browser, host: Host) -> Figure:
    """Seconds from a deployment until a page that is worked on says so."""
    with hosted(host) as base, browser.new_context(base_url=base) as profile:
        page = profile.new_page()
        visit(page, PAGES["a reply"])
        redeploy(host.site, "a02")
        began = time.monotonic()
        while not page.locator(".version-bar").count() and time.monotonic() - began < 120:
            page.keyboard.press("Tab")
            page.wait_for_timeout(USE_SECONDS * 1000)
        return Figure("from a deployment to the notice on a page in use, seconds", time.monotonic() - began, 60)


if __name__ == "__main__":
    raise SystemExit(main())
