"""In which browsers the playbook is open, and how: each line is a browser of its own for all journeys.

The preferences of Firefox are those that its settings write: `network.cookie.cookieBehavior` is 1 for no cookies of
other sites, and 2 for none at all, which takes away all storage and the shared workers with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tests.engines.firefox import firefox
from tests.engines.webkit import webkit

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tests.engines.tab import Tab

CLIPBOARD = "clipboard-write"


class Situation(NamedTuple):
    """A browser and what surrounds the page."""

    name: str
    preferences: dict[str, Any] | None = None
    """Of Firefox; None for WebKit."""
    framed: bool = False
    """In a frame of a page on another site, such as a helpdesk's sidebar."""
    allow: str = ""
    """What that page allows its frame."""

    def opened(self) -> AbstractContextManager[Tab]:
        """A new browser; gives its tab."""
        return webkit() if self.preferences is None else firefox(self.preferences)


SITUATIONS = (
    Situation("Firefox", {}),
    Situation("Firefox, private window", {"browser.privatebrowsing.autostart": True}),
    Situation("Firefox, cookies blocked", {"network.cookie.cookieBehavior": 2}),
    Situation("Firefox, no service workers", {"dom.serviceWorkers.enabled": False}),
    Situation("Firefox, frame, no cookies of others", {"network.cookie.cookieBehavior": 1}, framed=True),
    Situation("WebKit"),
    Situation("WebKit, frame that may copy", framed=True, allow=CLIPBOARD),
    Situation("WebKit, frame", framed=True),
)
