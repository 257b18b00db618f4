"""Waiting for what only a promise knows, and for time to pass."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

UNTIL = """async () => {
  const end = performance.now() + 30_000;
  while (!(await PROMISE)) {
    if (performance.now() > end) throw new Error("never came true");
    await new Promise((go) => setTimeout(go, 50));
  }
}"""


LATER = """(later) => {
  const Before = Date;
  const now = () => Before.now() + later;
  globalThis.Date = new Proxy(Before, {
    construct: (_, given, how) => Reflect.construct(Before, given.length ? given : [now()], how),
    get: (_, name) => (name === "now" ? now : Reflect.get(Before, name)),
  });
}"""


def let_pass(page: Page, **time: float) -> None:
    """Let time pass for the clock of a page, in the words of `datetime.timedelta`; none of its timers notices."""
    page.evaluate(LATER, dt.timedelta(**time).total_seconds() * 1000)


def until(page: Page, promise: str) -> None:
    """Wait until what a promise holds is true; `wait_for_function` would take the promise itself for a yes.

    Raises:
        playwright.sync_api.Error: when it is not within ten seconds.
    """
    page.evaluate(UNTIL.replace("PROMISE", promise))
