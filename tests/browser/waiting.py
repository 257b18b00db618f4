"""Waiting for what only a promise knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

UNTIL = """async () => {
  const end = performance.now() + 10_000;
  while (!(await PROMISE)) {
    if (performance.now() > end) throw new Error("never came true");
    await new Promise((go) => setTimeout(go, 50));
  }
}"""


def until(page: Page, promise: str) -> None:
    """Wait until what a promise holds is true; `wait_for_function` would take the promise itself for a yes.

    Raises:
        playwright.sync_api.Error: when it is not within ten seconds.
    """
    page.evaluate(UNTIL.replace("PROMISE", promise))
