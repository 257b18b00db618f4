"""A real Chromium on a site with the facts and the clock of the tests.

A page that asks another host for anything, or logs an error, fails its test. The tests of a module share a
page, so that the engine starts once for them, and what a visit leaves is cleared between two of them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, ViewportSize, sync_playwright

from tests.browser.chromium import ARGUMENTS, find
from tests.browser.faulty import Faults, faulty
from tests.built import sample, served
from tests.scripts.answer.desk import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}
PATIENCE_MS = 20_000
# The clock of the tests goes on from their moment. Playwright's own would replace timers and measurements as well.
CLOCK = """{
  const now = () => Real.now() - LATER;
  const Real = Date;
  globalThis.Date = new Proxy(Real, {
    construct: (_, given, how) => Reflect.construct(Real, given.length ? given : [now()], how),
    get: (_, name) => (name === "now" ? now : Reflect.get(Real, name)),
  });
}"""


class Profiles(Protocol):
    """Opens profiles of the browser."""

    def __call__(self, **options: Any) -> contextlib.AbstractContextManager[BrowserContext]:
        """A new one, with options of playwright's `new_context`, which may use the clipboard."""


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the site with the facts of the tests."""
    return sample() / "site"


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the served site."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def profiles(chromium: Browser, base: str) -> Profiles:
    """Profiles with the clock of the tests. The engine has none: each question of a page brings its moment."""
    later = round((dt.datetime.now(dt.UTC) - NOW).total_seconds() * 1000)

    @contextlib.contextmanager
    def opened(**options: Any) -> Iterator[BrowserContext]:
        with chromium.new_context(**{"viewport": DESKTOP, "base_url": base, **options}) as profile:
            profile.set_default_timeout(PATIENCE_MS)
            profile.grant_permissions(["clipboard-read", "clipboard-write"])
            profile.add_init_script(CLOCK.replace("LATER", str(later)))
            yield profile

    return opened


@pytest.fixture(scope="module")
def shared(profiles: Profiles) -> Iterator[BrowserContext]:
    """The profile of a module's tests; nothing is kept there for offline."""
    with profiles(service_workers="block") as profile:
        yield profile


@pytest.fixture(scope="module")
def visited(shared: BrowserContext, base: str) -> tuple[Page, list[str]]:
    """The page of a module's tests, and the complaints about it: a new tab costs more than a test."""
    page = shared.new_page()
    return page, complaints_about(page, base)


@pytest.fixture
def page(visited: tuple[Page, list[str]]) -> Iterator[Page]:
    """A page that must stay on its own host and log no error; the next test finds nothing of this one."""
    page, complaints = visited
    complaints.clear()
    yield page
    if page.url.startswith("http"):
        page.evaluate("sessionStorage.clear(); localStorage.clear()")
    page.goto("about:blank")
    page.set_viewport_size(DESKTOP)
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    assert complaints == []


@pytest.fixture
def tab(shared: BrowserContext, base: str) -> Iterator[Page]:
    """A page of its own in the module's profile, for a test that changes the page itself or listens to it."""
    with watched(shared, base) as page:
        yield page


@pytest.fixture
def fresh(profiles: Profiles) -> Iterator[BrowserContext]:
    """A profile of its own, where nothing has started and nothing is kept."""
    with profiles() as profile:
        yield profile


@pytest.fixture
def first(fresh: BrowserContext, base: str) -> Iterator[Page]:
    """The first page of a profile, likewise watched."""
    with watched(fresh, base) as page:
        yield page


@contextlib.contextmanager
def watched(context: BrowserContext, base: str) -> Iterator[Page]:
    """A new page; at its end there must be no complaint."""
    page = context.new_page()
    complaints = complaints_about(page, base)
    yield page
    page.close()
    assert complaints == []


def complaints_about(page: Page, base: str) -> list[str]:
    """What is wrong with a page, from now on: errors, dialogs, and addresses that it asks outside the site."""

    def refuse(dialog: Dialog) -> None:
        found.append(dialog.message)
        dialog.dismiss()

    found: list[str] = []
    page.on("dialog", refuse)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: found.append(asked.url) if not asked.url.startswith((base, "data:")) else None)
    return found


@pytest.fixture
def faults() -> Faults:
    """What goes wrong on a bad day: nothing, until a test says."""
    return Faults()


@pytest.fixture
def bad_day(site: Path, faults: Faults, profiles: Profiles) -> Iterator[Page]:
    """A page of a server with faults; it may log errors."""
    with faulty(site, faults) as address, profiles(base_url=address) as profile:
        yield profile.new_page()
