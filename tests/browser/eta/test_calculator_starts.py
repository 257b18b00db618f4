"""How the calculator starts, on good days and bad ones. `?engine=` gives a page a worker of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.engine_files import address_of, assets_of, version_of
from tests.browser.eta.test_calculator import answered, opened, sentence
from tests.browser.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from tests.browser.conftest import Profiles
    from tests.browser.faulty import Faults

SNAPSHOT, PLAIN = "eta/?engine=snapshot", "eta/?engine=plain"
# A key every 50 ms for some time, and whether anything was kept for offline by then.
TYPE_ON = """([field, time]) => new Promise((resolve) => {
  let keys = 0;
  const timer = setInterval(() => {
    field.value = String(3 + (++keys % 9));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (keys * 50 < time) return;
    clearInterval(timer);
    resolve({ keys, kept: "offline" in document.documentElement.dataset });
  }, 50);
})"""

# Done when the page has been told which of its parts are in view.
SEEN = """() => new Promise((told) => new IntersectionObserver(told).observe(document.querySelector(".eta")))"""

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("address", "path"), [(SNAPSHOT, "snapshot"), (PLAIN, "plain")])
def test_each_way_to_start_can_be_forced_and_answers_alike(address: str, path: str, page: Page) -> None:
    root = opened(page, f"{address}#order-date=2026-03-02T10:00%2B01:00&product=")
    assert root.get_attribute("data-started-by") == path
    assert root.locator("[data-eta=rows] tr").count() == 8


def test_while_it_loads_it_says_so_and_shows_how_far_it_is(bad_day: Page, faults: Faults) -> None:
    faults.slow = {"snapshot.bin"}
    bad_day.goto(SNAPSHOT)
    status = bad_day.locator(".eta__state [role=status]")
    assert status.inner_text() == "Loading the calculator …"
    bad_day.wait_for_function("() => document.querySelector('.eta progress').value > 0")
    assert bad_day.locator(".eta__example").is_visible()
    answered(bad_day.locator(".eta"))
    assert not bad_day.locator(".eta__state").is_visible()


@pytest.mark.parametrize("address", ["eta/", SNAPSHOT])
def test_without_a_snapshot_it_starts_plainly_unless_told_not_to(address: str, bad_day: Page, faults: Faults) -> None:
    faults.spoiled = {"snapshot.bin"}
    bad_day.goto(address)
    if address == SNAPSHOT:
        bad_day.wait_for_selector(".eta[data-state=failed]")
    else:
        answered(bad_day.locator(".eta"))
        assert bad_day.locator(".eta").get_attribute("data-started-by") == "plain"


@pytest.mark.parametrize("address", ["eta/", SNAPSHOT])
@pytest.mark.parametrize("file", ["pyodide.asm.wasm", "pyodide.asm.js", "/engine/worker.js"])
def test_after_a_failed_load_the_example_stays_and_trying_again_helps(
    file: str, address: str, bad_day: Page, faults: Faults
) -> None:
    faults.missing = {file}
    bad_day.goto(address)
    bad_day.wait_for_selector(".eta[data-state=failed]")
    root = bad_day.locator(".eta")
    assert "could not be loaded" in root.locator(".eta__state [role=status]").inner_text()
    assert root.locator(".eta__example").is_visible()
    assert root.locator(".eta__instead a").get_attribute("href") == "../eta/#command"
    assert "count on it by" in sentence(root)
    assert root.get_by_role("button", name="Copy sentence").is_disabled()
    faults.missing = set()
    root.get_by_role("button", name="Try again").click()
    answered(root)


def test_spoiled_webassembly_is_a_failure_and_no_endless_wait(bad_day: Page, faults: Faults) -> None:
    faults.spoiled = {"pyodide.asm.wasm"}
    bad_day.goto("eta/")
    bad_day.wait_for_selector(".eta[data-state=failed]")


def test_without_webassembly_the_example_stays(tab: Page) -> None:
    tab.add_init_script("delete globalThis.WebAssembly")
    tab.goto("eta/")
    tab.wait_for_selector(".eta[data-state=failed]")
    assert "this browser cannot run it" in tab.locator(".eta__state [role=status]").inner_text()
    assert tab.locator(".eta__instead a").is_visible()


def test_without_scripts_there_are_an_example_and_the_command(profiles: Profiles) -> None:
    with profiles(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("eta/")
        assert not page.locator(".eta__form").is_visible()
        assert "count on it by" in page.locator(".eta__sentence").inner_text()
        assert page.locator("[data-eta=rows] tr").count() == 8
        assert page.locator("#command").is_visible()


def test_two_calculators_on_a_page_share_one_worker(tab: Page, site: Path) -> None:
    html = (site / "eta/index.html").read_text(encoding="utf-8")
    section = html[html.index('<section class="eta') : html.index("</section>") + len("</section>")]
    second = section.replace("eta-", "second-eta-").replace("second-eta--", "eta--")
    body = html.replace(section, section + re.sub("<script.*?</script>", "", second))
    tab.route("**/eta/?*", lambda route: route.fulfill(content_type="text/html", body=body))
    tab.goto(SNAPSHOT)
    assert tab.locator(".eta").count() == 2
    for root in tab.locator(".eta").all():
        answered(root)
    assert len(tab.workers) == 1


def test_a_browser_without_shared_module_workers_gives_the_page_its_own(tab: Page) -> None:
    tab.add_init_script("""
      globalThis.SharedWorker = class extends EventTarget {
        port = new MessageChannel().port1;
        constructor() { super(); setTimeout(() => this.onerror?.(new Event("error")), 50); }
      };""")
    opened(tab)
    assert len(tab.workers) == 1


def test_pages_share_one_worker_that_outlives_them(fresh: BrowserContext, site: Path) -> None:
    first = fresh.new_page()
    opened(first)
    assert first.workers == []  # none of its own
    first.close()
    second = fresh.new_page()
    second.goto("policy/")
    second.add_script_tag(url=f"../{assets_of(site)}/engine/start-worker.js")
    second.evaluate("(address) => { globalThis.joined = startWorker(address) }", f"../{address_of(site)}")
    second.wait_for_function("() => joined.said.length > 0")
    assert second.evaluate("joined.said[0].ready") == "snapshot"  # a new worker would say first how far it has loaded


def test_a_second_visit_needs_no_network(first: Page, fresh: BrowserContext, site: Path) -> None:
    opened(first, SNAPSHOT)
    first.wait_for_selector("html[data-offline=ready]", state="attached")
    for script in ("pyodide.mjs", "pyodide.asm.js"):
        until(first, f"caches.match('/{address_of(site)}{script}')")
    first.goto("about:blank")  # with another fragment alone the first would not be left
    fresh.set_offline(True)
    root = opened(first, f"{SNAPSHOT}#order-date=2026-03-02")
    assert root.get_attribute("data-started-by") == "snapshot"
    assert root.locator("[name=order-date]").input_value() == "2026-03-02"


def test_a_shared_worker_that_never_speaks_is_replaced_by_the_pages_own(tab: Page) -> None:
    """As when its script did not come and the browser does not say so."""
    tab.add_init_script("globalThis.SharedWorker = class extends EventTarget { port = new MessageChannel().port1 }")
    root = opened(tab)
    assert root.get_attribute("data-started-by") == "snapshot"
    assert len(tab.workers) == 1


def test_a_shared_worker_that_is_refused_is_replaced_by_the_pages_own(tab: Page) -> None:
    """As in a frame of another site, where a browser keeps nothing."""
    tab.add_init_script(
        "globalThis.SharedWorker = class { constructor() { throw new DOMException('', 'SecurityError') } }"
    )
    opened(tab)
    assert len(tab.workers) == 1


def test_a_part_that_did_not_load_is_said(tab: Page) -> None:
    tab.route("**/start-worker.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    tab.goto("eta/")
    tab.wait_for_selector(".eta[data-state=failed]")
    assert "a part of it did not load" in tab.locator(".eta__state [role=status]").inner_text()


def test_what_is_kept_for_another_visit_waits_until_nobody_types(first: Page) -> None:
    root = opened(first)
    field = root.locator("[name=production-days]").element_handle()
    found = first.evaluate(TYPE_ON, [field, 2500])
    assert found == {"keys": 50, "kept": False}
    first.wait_for_selector("html[data-offline=ready]", state="attached")


def test_runtime_files_are_kept_under_their_version_and_old_ones_deleted(first: Page, site: Path) -> None:
    first.goto("policy/")
    first.evaluate("caches.open('engine-000000000000')")
    opened(first, SNAPSHOT)
    until(first, "caches.keys().then((names) => !names.includes('engine-000000000000'))")
    names = first.evaluate("caches.keys()")
    assert [name for name in names if name.startswith("engine-")] == [f"engine-{version_of(site)}"]


def test_a_page_without_a_calculator_loads_nothing_of_it(tab: Page) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto("scenarios/change-request/")
    tab.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if "/engine/" in url] == []


def test_a_calculator_out_of_view_waits(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 120})
    page.goto("scenarios/order-status/?engine=snapshot")
    page.wait_for_load_state()
    page.evaluate(SEEN)
    assert page.workers == []
    page.locator("[name=order-date]").focus()
    answered(page.locator(".eta"))
