"""WebKitGTK as it is installed, on a screen in memory, by its own WebDriver.

The commands stand in https://www.w3.org/TR/webdriver2/.
"""

from __future__ import annotations

import contextlib
import os
import socket
from typing import TYPE_CHECKING, Any

import httpx

from tests.engines.installed import SCREEN, WEBKIT, find, running
from tests.engines.tab import START_S, until

if TYPE_CHECKING:
    from collections.abc import Iterator

ANSWER_S = 60.0


@contextlib.contextmanager
def webkit() -> Iterator[WebKitTab]:
    """A new WebKit; gives its tab."""
    with _screen() as display, _driver(display) as http:
        until(lambda: _listens(http), START_S)
        session = _value(http.post("/session", json={"capabilities": {}}))["sessionId"]
        yield WebKitTab(http, f"/session/{session}")
        http.delete(f"/session/{session}")


@contextlib.contextmanager
def _screen() -> Iterator[str]:
    """A screen in memory; gives its name."""
    told, tell = os.pipe()
    command = [find(SCREEN) or SCREEN[0], "-displayfd", str(tell), "-nolisten", "tcp", "-screen", "0", "1280x900x24"]
    with running(command, pass_fds=(tell,)), os.fdopen(told) as answer:
        os.close(tell)
        yield f":{answer.readline().strip()}"


@contextlib.contextmanager
def _driver(display: str) -> Iterator[httpx.Client]:
    """The driver, which starts a browser for each session; gives the way to it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # What the environment says of proxies is not for a driver on this machine.
    there = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=ANSWER_S, trust_env=False)
    with running([find(WEBKIT) or WEBKIT[0], f"--port={port}"], env={**os.environ, "DISPLAY": display}), there:
        yield there


def _listens(http: httpx.Client) -> bool:
    try:
        return http.get("/status").is_success
    except httpx.ConnectError:
        return False


def _value(response: httpx.Response) -> Any:
    value = response.json()["value"]
    if response.is_error:
        raise RuntimeError(f"{value['error']}: {value['message']}")
    return value


class WebKitTab:
    """The only tab of a new browser."""

    def __init__(self, http: httpx.Client, session: str) -> None:
        self._http = http
        self._session = session

    def go(self, address: str) -> None:
        """Open an address, and wait until it has loaded."""
        self._post("frame", {"id": None})
        self._post("url", {"url": address})

    def enter(self) -> None:
        """Go on in the first frame of the page, until the next address."""
        self._post("frame", {"id": 0})

    def run(self, script: str) -> Any:
        """What the body of a function returns there, as JSON can say it."""
        return self._post("execute/sync", {"script": script, "args": []})

    def element(self, selector: str) -> dict[str, Any] | None:
        """What a pointer needs to find the first element of a selector; None when there is none."""
        found: list[dict[str, Any]] = self._post("elements", {"using": "css selector", "value": selector})
        return found[0] if found else None

    def act(self, actions: dict[str, Any]) -> None:
        """Do what one device does, a keyboard or a mouse."""
        self._post("actions", {"actions": [actions]})

    def _post(self, command: str, body: dict[str, Any]) -> Any:
        return _value(self._http.post(f"{self._session}/{command}", json=body))
