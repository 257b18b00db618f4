"""A deployment takes the place of another: nobody reads, runs or keeps what is over, whatever headers a host sends."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.site.hosts import HEADERS, Host, deployment, hosted, redeploy
from tests.browser.waiting import let_pass, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from tests.browser.conftest import Profiles

OLD, NEW = "a01", "a02"
PAGE = "scenarios/order-status/"
NOTICE = ".version-bar:has-text('newer version') >> text=Load it"
STATE = """() => ({
  words: document.querySelector("h1").textContent.trim().split(" ").at(-1),
  script: document.documentElement.dataset.script,
  folders: [...new Set([...document.querySelectorAll("script[src], link[href]")]
    .map((found) => /assets-[0-9a-f]+/.exec(found.src || found.href)?.[0]).filter(Boolean))].length,
  says: document.querySelector(".version-bar")?.innerText ?? "",
})"""
NAMES = "caches.keys().then((names) => names.filter((name) => name.startsWith('visited-')))"
KEPT = f"{NAMES}.then((names) => Promise.all(names.map((name) => caches.open(name).then((found) => found.keys()))))"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def old(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return deployment(site, tmp_path_factory.mktemp("deployed"), OLD)


@pytest.fixture(scope="module")
def new(site: Path, old: Path) -> Path:
    return deployment(site, old.parent, NEW)


@pytest.fixture
def host(old: Path) -> Host:
    return Host(old)


@pytest.fixture(params=["allow", "block"], ids=["with a service worker", "without"])
def profile(host: Host, profiles: Profiles, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    with hosted(host) as address, profiles(base_url=address, service_workers=request.param) as opened:
        yield opened


def visit(page: Page, address: str, *, keeps: bool = False) -> None:
    page.goto(address)
    page.wait_for_selector("html[data-script]", state="attached")
    if keeps:
        page.wait_for_selector("html[data-offline=ready]", state="attached")
        until(page, "navigator.serviceWorker.ready.then(({active}) => active.state === 'activated')")


def is_new(page: Page) -> bool:
    """Whether the page comes to be of the new deployment in all its parts, by itself."""
    page.wait_for_selector(f"html[data-script='{NEW}']", state="attached")
    found = page.evaluate(STATE)
    return (found["words"], found["folders"], found["says"]) == (NEW, 1, "")


WAYS: dict[str, Callable[[Page], object]] = {
    "a link": lambda page: page.click(f"a[href*='{PAGE}'] >> visible=true"),
    "its address": lambda page: page.goto(PAGE),
    "reload": lambda page: page.reload(),
    "back": lambda page: page.evaluate("setTimeout(() => history.back())"),
    "forward": lambda page: page.evaluate("setTimeout(() => history.forward())"),
}


@pytest.mark.parametrize("kind", HEADERS)
@pytest.mark.parametrize("workers", ["allow", "block"])
def test_every_way_to_a_page_leads_to_the_new_one(
    kind: str, workers: Any, old: Path, new: Path, profiles: Profiles
) -> None:
    host = Host(old, HEADERS[kind])
    with hosted(host) as address, profiles(base_url=address, service_workers=workers) as profile:
        page, desk = profile.new_page(), profile.new_page()
        visit(desk, "desk/")
        desk.fill("#desk-message", "Where is it?")
        for visited in ("", PAGE, "desk/", ""):
            visit(page, visited)
        host.site = new
        for way, go in WAYS.items():
            go(page)
            assert is_new(page), way
        for other in ("desk/", "eta/"):
            tab = profile.new_page()
            tab.goto(other)
            assert is_new(tab), other
        says_so(desk)
        if workers == "allow":
            assert is_new_without_a_network(page)


def says_so(page: Page) -> None:
    """A page that stayed open says that a newer version is published, once somebody comes back to it."""
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    page.wait_for_selector(NOTICE)


def is_new_without_a_network(page: Page) -> bool:
    """Whether what was visited last of the new deployment is what opens then."""
    visit(page, PAGE, keeps=True)
    page.context.set_offline(True)
    visit(page, PAGE)
    page.wait_for_selector(".version-bar:has-text('No connection')")
    found = page.evaluate(STATE)
    return (found["words"], found["script"], found["folders"]) == (NEW, NEW, 1)


def test_an_open_page_that_is_used_says_so_and_keeps_what_was_typed(
    host: Host, profile: BrowserContext, new: Path
) -> None:
    page = profile.new_page()
    visit(page, "desk/")
    page.fill("#desk-message", "Where is my order?")
    page.wait_for_selector(".desk__reply .letter__body")
    host.site = new
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    page.click(NOTICE)
    assert is_new(page)
    assert page.input_value("#desk-message") == "Where is my order?"
    page.wait_for_selector(f".desk__reply .letter__body:has-text('{NEW}')")


def test_it_is_noticed_within_half_a_minute_of_use(host: Host, profile: BrowserContext, new: Path) -> None:
    page = profile.new_page()
    visit(page, PAGE)
    page.keyboard.press("Tab")
    host.site = new
    let_pass(page, seconds=28)
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)
    assert page.evaluate(STATE)["says"] == ""
    let_pass(page, seconds=2)
    page.keyboard.press("Tab")
    page.wait_for_selector(NOTICE)


def test_without_a_network_the_newest_copy_is_shown_and_says_of_which_day_it_is(
    host: Host, profiles: Profiles, new: Path
) -> None:
    with hosted(host) as address, profiles(base_url=address) as profile:
        page = profile.new_page()
        visit(page, f"{PAGE}?h=ring", keeps=True)
        host.site = new
        visit(page, PAGE, keeps=True)
        profile.set_offline(True)
        page.goto(f"{PAGE}?h=order")
        page.wait_for_selector(".version-bar")
        found = page.evaluate(STATE)
    assert (found["words"], found["script"]) == (NEW, NEW)
    today = f"{dt.datetime.now(dt.UTC):%A, %B %-d}"
    assert found["says"] == f"No connection. This is the playbook of {today}."


def test_a_page_whose_scripts_are_gone_is_loaded_again_and_then_says_so(
    host: Host, profiles: Profiles, old: Path
) -> None:
    """As when a browser kept a page from before, or when a deployment is half done."""
    with hosted(host) as address, profiles(base_url=address, service_workers="block") as profile:
        (folder,) = (path.name for path in old.glob("assets-*"))
        page = profile.new_page()
        page.route(f"**/{folder}/**", lambda route: route.abort())
        page.goto(PAGE)
        page.wait_for_selector("[data-half]")
        assert [path for path, _ in host.asked].count(f"/{PAGE}") == 2
        assert page.locator("[data-half]").count() == 1


def test_of_twenty_deployments_the_files_of_two_are_kept(profiles: Profiles, site: Path, tmp_path: Path) -> None:
    host = Host(deployment(site, tmp_path, OLD))
    with hosted(host) as address, profiles(base_url=address) as profile:
        page = profile.new_page()
        for mark in (f"b{at:02}" for at in range(20)):
            redeploy(host.site, mark)
            page.goto("tone/")
            page.wait_for_selector(f"html[data-script={mark}][data-offline=ready]", state="attached")
        until(page, f"{NAMES}.then((names) => names.length === 2)")
        kept = page.evaluate(KEPT)
    assert sum(map(len, kept)) < 150  # files; a page has about 30, and each worker may meet the next version
