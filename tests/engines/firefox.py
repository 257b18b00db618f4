"""Firefox as it is installed, without a window, by WebDriver BiDi: a standard that it speaks without a driver.

The commands stand in https://w3c.github.io/webdriver-bidi/.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from websockets.sync.client import connect

from tests.engines.installed import FIREFOX, find, running
from tests.engines.tab import START_S, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from websockets.sync.client import ClientConnection

ARGUMENTS = ("--headless", "--no-remote", "--remote-debugging-port=0")
ANSWER_S = 60.0
ADDRESS = "WebDriverBiDiServer.json"  # Firefox writes there where it listens


@contextlib.contextmanager
def firefox(preferences: dict[str, Any]) -> Iterator[FirefoxTab]:
    """A Firefox with a new profile and these preferences of about:config; gives its tab."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()]
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        command = [find(FIREFOX) or FIREFOX[0], *ARGUMENTS, "--profile", folder]
        with running(command), connect(_address(profile), max_size=None) as socket:
            yield FirefoxTab(socket)


def _address(profile: Path) -> str:
    """Where Firefox listens, once it does."""
    written = profile / ADDRESS
    until(lambda: written.exists() and written.read_text(encoding="utf-8"), START_S)
    said = json.loads(written.read_text(encoding="utf-8"))
    return f"ws://{said['ws_host']}:{said['ws_port']}/session"


class FirefoxTab:
    """A tab of a new profile."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._ids = itertools.count(1)
        self._do("session.new", capabilities={})
        # In the tab it starts with, the page never has the focus.
        self._top = self._here = self._do("browsingContext.create", type="tab")["context"]

    def go(self, address: str) -> None:
        """Open an address, and wait until it has loaded."""
        self._here = self._top
        self._do("browsingContext.navigate", context=self._top, url=address, wait="complete")

    def enter(self) -> None:
        """Go on in the first frame of the page, until the next address."""
        tree = self._do("browsingContext.getTree", root=self._top)["contexts"][0]
        self._here = tree["children"][0]["context"]

    def run(self, script: str) -> Any:
        """What the body of a function returns there, as JSON can say it."""
        said = self._evaluate(f"JSON.stringify((() => {{ {script} }})() ?? null)")
        return json.loads(said["value"])

    def element(self, selector: str) -> dict[str, Any] | None:
        """What a pointer needs to find the first element of a selector; None when there is none."""
        found = self._evaluate(f"document.querySelector({selector!r})").get("sharedId")
        return {"type": "element", "element": {"sharedId": found}} if found else None

    def act(self, actions: dict[str, Any]) -> None:
        """Do what one device does, a keyboard or a mouse."""
        self._do("input.performActions", context=self._here, actions=[actions])

    def _evaluate(self, expression: str) -> dict[str, Any]:
        told = self._do("script.evaluate", expression=expression, target={"context": self._here}, awaitPromise=False)
        if told["type"] == "exception":
            raise RuntimeError(told["exceptionDetails"]["text"])
        found: dict[str, Any] = told["result"]
        return found

    def _do(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command, and wait for its result."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (said := json.loads(self._socket.recv(ANSWER_S))).get("id") != number:
            pass  # an event, which nobody asked for
        if said["type"] == "error":
            raise RuntimeError(f"{method}: {said['error']}: {said['message']}")
        result: dict[str, Any] = said["result"]
        return result
