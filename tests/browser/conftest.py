"""A real Chromium on the built site. A page that asks another host for anything, or logs an error, fails its test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, find
from tests.browser.faulty import Faults, faulty
from tests.built import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


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


@pytest.fixture
def context(chromium: Browser, base: str) -> Iterator[BrowserContext]:
    """A fresh profile that may use the clipboard."""
    fresh = chromium.new_context(viewport=DESKTOP, base_url=base)  # type: ignore[arg-type]
    fresh.grant_permissions(["clipboard-read", "clipboard-write"])
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext, base: str) -> Iterator[Page]:
    """A page that must stay on its own host and log no error."""
    complaints: list[str] = []
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    opened.on(
        "request", lambda asked: complaints.append(asked.url) if not asked.url.startswith((base, "data:")) else None
    )
    yield opened
    assert complaints == []


@pytest.fixture
def faults() -> Faults:
    """What goes wrong on a bad day: nothing, until a test says."""
    return Faults()


@pytest.fixture
def bad_day(site: Path, faults: Faults, chromium: Browser) -> Iterator[Page]:
    """A page of a server with faults; it may log errors."""
    with faulty(site, faults) as address, chromium.new_context(viewport=DESKTOP, base_url=address) as fresh:  # type: ignore[arg-type]
        opened = fresh.new_page()
        opened.set_default_timeout(20_000)
        yield opened
