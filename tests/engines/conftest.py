"""A browser for each situation, on the site with the facts of the tests. The clock is the machine's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import sample, served
from tests.engines.agent import Agent
from tests.engines.situations import SITUATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the served site."""
    with served(sample() / "site") as address:
        yield address


@pytest.fixture(scope="session")
def helpdesk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty page on another site: for browsers this name is one, and the number is another."""
    folder = tmp_path_factory.mktemp("helpdesk")
    (folder / "index.html").write_text("<!doctype html><title>A helpdesk</title><body>", encoding="utf-8")
    with served(folder) as address:
        yield address.replace("127.0.0.1", "localhost")


@pytest.fixture(scope="module", params=SITUATIONS, ids=lambda situation: situation.name)
def agent(request: pytest.FixtureRequest, site: str, helpdesk: str) -> Iterator[Agent]:
    """An agent in each situation."""
    with request.param.opened() as tab:
        yield Agent(tab, request.param, site, helpdesk)
