"""Every page of the site, opened once: what it asks for, what it says of itself, how wide it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.browser.conftest import PHONE, complaints_about

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.browser

WIDE = "document.documentElement.scrollWidth > innerWidth"
# It counts for what comes after it: https://www.w3.org/TR/CSP3/#meta-element
POLICIES = """[...document.querySelectorAll("head > meta[http-equiv=Content-Security-Policy], script")].findIndex(
  (found) => found.localName === "script"
)"""


class Visit(NamedTuple):
    """What a visit to a page has shown.

    Attributes:
        complaints: errors, and what it asked of another host.
        refused: what the site has not.
        policies: how many policies stand before the first script.
    """

    address: str
    complaints: list[str]
    refused: list[str]
    policies: int
    is_wide: bool


@pytest.fixture(scope="module")
def visits(shared: BrowserContext, base: str, site: Path) -> list[Visit]:
    """A visit to each page, on a phone."""
    page = shared.new_page()
    page.set_viewport_size(PHONE)
    complaints, refused, found = complaints_about(page, base), list[str](), []
    page.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html") or "."
        page.goto(address)
        found.append(Visit(address, [*complaints], [*refused], page.evaluate(POLICIES), page.evaluate(WIDE)))
        complaints.clear()
        refused.clear()
    return found


def test_no_page_asks_another_host_or_logs_an_error(visits: list[Visit]) -> None:
    assert [visit for visit in visits if visit.complaints or visit.refused] == []


def test_each_page_has_its_policy_before_its_first_script(visits: list[Visit]) -> None:
    assert [visit.address for visit in visits if visit.policies != 1] == []
    assert len(visits) > 50


def test_no_page_is_wider_than_a_phone(visits: list[Visit]) -> None:
    assert [visit.address for visit in visits if visit.is_wide] == []
