"""A deployment takes the place of another: however an agent comes to a page, its words and scripts are the new ones.

In each engine, at hosts that let a browser keep a page: for as long as it likes, or for ten minutes.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from tests.browser.site.hosts import HEADERS, Host, deployment, hosted, publish
from tests.built import sample
from tests.engines.agent import Agent
from tests.engines.situations import SITUATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ENGINES = [situation for situation in SITUATIONS if situation.name in {"Firefox", "WebKit"}]
MARKS = ("a01", "a02")
HOME, PAGE, DESK = "", "scenarios/order-status/", "desk/"
MESSAGE = "Where is my order?"
COME_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
IS_OF = """document.querySelector("h1")?.textContent.trim().endsWith(" MARK")
  && document.documentElement.dataset.script === "MARK" && !document.querySelector(".version-bar")"""


def link(agent: Agent) -> None:
    agent.clicks(f"a[href*='{PAGE}']")


def leave(script: str) -> Callable[[Agent], None]:
    """What leaves the page, once the answer to this is on its way."""
    return lambda agent: agent.tab.run(f"setTimeout(() => {script})")


def address(agent: Agent) -> None:
    agent.open(PAGE)


reload, back, forward = leave("location.reload()"), leave("history.back()"), leave("history.forward()")
# Each way, where it begins, what is done there before the deployment, and where it leads.
WAYS: dict[str, tuple[str, list[tuple[Callable[[Agent], None], str]], Callable[[Agent], None], str]] = {
    "a link": (HOME, [], link, PAGE),
    "its address": (HOME, [], address, PAGE),
    "reload": (PAGE, [], reload, PAGE),
    "back": (HOME, [(link, PAGE)], back, HOME),
    "forward": (HOME, [(link, PAGE), (back, HOME)], forward, PAGE),
}


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two deployments, by their marks."""
    folder = tmp_path_factory.mktemp("deployed")
    return {mark: deployment(sample() / "site", folder, mark) for mark in MARKS}


@pytest.fixture(params=["nginx or S3", "GitHub Pages"])
def host(request: pytest.FixtureRequest, sites: dict[str, Path]) -> Host:
    return Host(publish(sites[MARKS[0]]), HEADERS[request.param])


@pytest.fixture
def visitor(agent: Agent, host: Host) -> Iterator[Agent]:
    """An agent at that host."""
    with hosted(host) as site:
        yield Agent(agent.tab, agent.situation, site, "")
        agent.tab.go("about:blank")


def sees(agent: Agent, page: str, mark: str) -> None:
    """Wait until a page is there, of one deployment in all its parts."""
    agent.arrives(page)
    agent.sees(f"location.href === {agent.site + page!r} && {IS_OF.replace('MARK', mark)}")


@pytest.mark.parametrize("agent", ENGINES, indirect=True, ids=lambda engine: engine.name)
def test_every_way_to_a_page_leads_to_the_new_one(visitor: Agent, host: Host, sites: dict[str, Path]) -> None:
    published = itertools.pairwise(itertools.cycle(MARKS))
    for (begin, steps, go, end), (old, new) in zip(WAYS.values(), published, strict=False):
        visitor.open(begin)
        sees(visitor, begin, old)
        for step, to in steps:
            step(visitor)
            sees(visitor, to, old)
        host.site = publish(sites[new])
        visitor.tab.run("sessionStorage.clear()")  # that a page was loaded again for the one before
        go(visitor)
        sees(visitor, end, new)


@pytest.mark.parametrize("agent", ENGINES, indirect=True, ids=lambda engine: engine.name)
def test_an_open_page_says_so_and_what_was_typed_stays(visitor: Agent, host: Host, sites: dict[str, Path]) -> None:
    old, new = MARKS
    visitor.open(DESK)
    sees(visitor, DESK, old)
    visitor.fills("#desk-message", MESSAGE)
    host.site = publish(sites[new])
    visitor.tab.run(COME_BACK)
    visitor.clicks(".version-bar button")
    sees(visitor, DESK, new)
    visitor.sees(f"document.querySelector('#desk-message').value === {MESSAGE!r}")
    visitor.sees(f"document.querySelector('.desk__reply .letter__body')?.textContent.includes('{new}')")
