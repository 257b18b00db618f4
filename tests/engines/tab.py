"""A tab of any browser: as little of it as a journey needs, which both standards of driving a browser can do."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

CONTROL = "\ue009"  # as both standards write the key
CHOSEN = "data-chosen"
CHOOSE = f"""document.querySelector("[{CHOSEN}]")?.removeAttribute("{CHOSEN}");
const found = [...document.querySelectorAll(SELECTOR)].find((part) => part.getClientRects().length);
found?.setAttribute("{CHOSEN}", "");
found?.scrollIntoView({{ block: "center", behavior: "instant" }});
return Boolean(found);"""
START_S = 60.0  # for a browser to start, on a busy machine


class Tab(Protocol):
    """One tab, driven from outside as hands would, in the page or in its first frame."""

    def go(self, address: str) -> None:
        """Open an address, and wait until it has loaded."""

    def enter(self) -> None:
        """Go on in the first frame of the page, until the next address."""

    def run(self, script: str) -> Any:
        """What the body of a function returns there, as JSON can say it."""

    def element(self, selector: str) -> dict[str, Any] | None:
        """What a pointer needs to find the first element of a selector; None when there is none."""

    def act(self, actions: dict[str, Any]) -> None:
        """Do what one device does, a keyboard or a mouse; both standards describe it in the same words."""


def paste(tab: Tab) -> None:
    """Press Ctrl V."""
    keys = [("keyDown", CONTROL), ("keyDown", "v"), ("keyUp", "v"), ("keyUp", CONTROL)]
    tab.act({"type": "key", "id": "keys", "actions": [{"type": kind, "value": key} for kind, key in keys]})


def click(tab: Tab, selector: str) -> bool:
    """Press the mouse on the middle of the first element that is shown of a selector; gives whether there is one."""
    shown = tab.run(CHOOSE.replace("SELECTOR", json.dumps(selector)))
    if not shown or not (origin := tab.element(f"[{CHOSEN}]")):
        return False  # or no longer
    there = {"type": "pointerMove", "x": 0, "y": 0, "origin": origin}
    press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
    tab.act({"type": "pointer", "id": "mouse", "actions": [there, *press]})
    return True


def until[Found](look: Callable[[], Found], patience: float, pause: float = 0.1) -> Found:
    """What a look finds first, looking again and again; after so many seconds, whatever it finds."""
    end = time.monotonic() + patience
    while not (found := look()) and time.monotonic() < end:
        time.sleep(pause)
    return found
