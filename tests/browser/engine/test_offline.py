"""What is kept for a visit without a network: asked for once, there after a pause too, and not for ever."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.browser.engine_files import address_of, assets_of
from tests.browser.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from tests.browser.faulty import Faults

VISITED = "caches.open('visited-' + document.querySelector('meta[name=playbook-version]').content)"
KEPT = f"{VISITED}.then((cache) => cache.keys()).then((kept) => kept.map(({{ url }}) => url))"
FILLED = """async () => {
  const cache = await VISITED;
  for (let at = 0; at < 450; at++) await cache.put(`/of/an/earlier/version/${at}`, new Response("old"));
}"""
# From the network or from what was kept, but not out of the browser's own cache.
FETCHED = "(address) => fetch(address, { cache: 'reload' }).then(({ ok }) => ok, (error) => String(error))"

pytestmark = pytest.mark.browser


def visit(page: Page, address: str, site: Path) -> None:
    """Open a page, and wait until its engine runs and all is kept."""
    page.goto("about:blank")
    page.goto(address)
    page.locator("[name=order-date], [name=product]").first.focus()
    page.wait_for_selector("[data-state=ready]", timeout=20_000)
    page.wait_for_selector("html[data-offline=ready]", state="attached")
    until(page, f"caches.match('/{address_of(site)}pyodide.asm.js')")


def stop_service_worker(page: Page) -> None:
    """Do what the browser does when nothing was asked of it for half a minute."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()


@pytest.mark.parametrize("address", ["desk/", "scenarios/order-status/"])
def test_no_visit_asks_for_a_file_twice(address: str, bad_day: Page, faults: Faults, site: Path) -> None:
    for _ in range(2):
        faults.asked.clear()
        visit(bad_day, address, site)
        assert [(path, times) for path, times in Counter(faults.asked).items() if times > 1] == []


def test_without_a_network_all_that_was_visited_is_there_after_a_pause_too(
    first: Page, fresh: BrowserContext, site: Path
) -> None:
    visit(first, "eta/", site)
    kept = first.evaluate(KEPT)
    fresh.set_offline(True)
    visit(first, "eta/", site)
    stop_service_worker(first)
    assert {address: first.evaluate(FETCHED, address) for address in kept} == dict.fromkeys(kept, True)


def test_a_file_is_there_though_its_page_came_from_the_browsers_own_cache(
    first: Page, fresh: BrowserContext, site: Path
) -> None:
    visit(first, "eta/", site)
    visit(first, "eta/", site)
    fresh.set_offline(True)
    assert first.evaluate(FETCHED, f"../{assets_of(site)}/eta/widget.js") is True


def test_what_was_visited_long_ago_is_forgotten(first: Page, site: Path) -> None:
    first.goto("policy/")
    first.evaluate(FILLED.replace("VISITED", VISITED))
    visit(first, "eta/", site)
    first.goto("tone/")
    until(first, f"{KEPT}.then((kept) => kept.length <= 400)")
    kept = first.evaluate(KEPT)
    old = [int(address.rpartition("/")[2]) for address in kept if "/of/an/" in address]
    assert old == list(range(450 - len(old), 450))
    assert {first.url, first.url.replace("tone/", "eta/")} <= {*kept}


def test_a_page_is_kept_once_whatever_is_asked_of_it(first: Page, site: Path) -> None:
    visit(first, "eta/", site)
    for query in ("?h=ring", "?h=pet", "#command"):
        first.goto(f"eta/{query}")
    assert [address for address in first.evaluate(KEPT) if "/eta/?" in address or "/eta/#" in address] == []
