"""What the tests of pushing are given: a server of each helpdesk, and a push with a state file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.macros.push.push_helpdesks import SERVERS
from tests.macros.push.push_world import Pusher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.macros.push.push_servers import Server


@pytest.fixture(params=SERVERS, ids=lambda server: server.tool)
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server of each helpdesk on this machine."""
    with request.param() as started:
        yield started


@pytest.fixture
def push(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Pusher:
    """Pushes to one, with its state in a folder of the test."""
    return Pusher(capsys, tmp_path / "state")
