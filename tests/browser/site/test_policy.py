"""The pages' own policy: whatever gets into a page, the browser runs no text and tells no other host, where it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.site.ways_out import ADD, NOT_STOPPED, PRESS, STOPPED, TEXTS_THAT_RUN, elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

    from tests.browser.conftest import Profiles
    from tests.browser.site.ways_out import Elsewhere

pytestmark = pytest.mark.browser

PATIENCE_MS = 5000
MOMENT_MS = 400  # a request that is not refused is there long before
TRY = f"""([name, to]) => {{
  const [add, press] = [{ADD}, {PRESS}];
  globalThis.ran ??= [];
  setTimeout(() => {{ WAY }});
}}"""


@pytest.fixture
def other() -> Iterator[Elsewhere]:
    """A host that is not the site's."""
    with elsewhere() as host:
        yield host


def opened(context: BrowserContext) -> Page:
    """A tab whose pages have been loaded again already, so that none is for a script that is refused."""
    page = context.new_page()
    page.add_init_script("sessionStorage.setItem('loaded-again', location.pathname)")
    return page


def attempt(page: Page, other: Elsewhere, ways: dict[str, str]) -> None:
    """Try ways in a page, one after the other."""
    for name, way in ways.items():
        page.evaluate(TRY.replace("WAY", way), [name, other.address(name)])


def waited(page: Page, until: Callable[[], bool]) -> bool:
    """Whether something becomes true."""
    for _ in range(PATIENCE_MS // 50):
        if until():
            return True
        page.wait_for_timeout(50)
    return until()


def test_without_the_policy_each_of_these_ways_leads_out(profiles: Profiles, other: Elsewhere) -> None:
    with profiles(service_workers="block", bypass_csp=True) as profile:
        page = opened(profile)
        page.goto("policy/")
        attempt(page, other, STOPPED | TEXTS_THAT_RUN)
        waited(page, lambda: all(map(other.heard, STOPPED)))
        assert [way for way in STOPPED if not other.heard(way)] == []
        assert set(page.evaluate("ran")) == {*TEXTS_THAT_RUN}


def test_with_it_none_of_them_does(shared: BrowserContext, other: Elsewhere) -> None:
    page = opened(shared)
    for address in ("", "desk/", "scenarios/change-request/", "eta/"):
        page.goto(address or ".")
        attempt(page, other, STOPPED | TEXTS_THAT_RUN)
        page.wait_for_timeout(MOMENT_MS)
        assert page.evaluate("ran") == [], address
        # A browser may connect ahead of a frame that is then refused: nothing is said over that connection.
        assert [said for said in other.said if said] == [], address


def test_no_policy_stops_a_window_a_link_or_a_call(shared: BrowserContext) -> None:
    """Should one of them be stopped some day, `macros/theme/main.html` and the README say less than is true."""
    stopped, page = [], opened(shared)
    page.goto("policy/")
    for name, way in NOT_STOPPED.items():
        with elsewhere() as other:
            attempt(page, other, {name: way})
            stopped += [] if waited(page, lambda other=other: other.said != []) else [name]  # type: ignore[misc]
    assert stopped == []
