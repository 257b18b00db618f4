"""What the tests of the desk type, press and read there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scripts.answer.desk import STORE

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PRODUCT, PIECE = next(iter(STORE.products.items()))
CHANGE = "Can you still change my engraving?"
BROKEN = "It arrived broken, the chain is in two pieces."
VAGUE = "Hi, quick thing about it, can you help?"
READ = "navigator.clipboard.read().then(([item]) => item.getType(kind).then((blob) => blob.text()))"


def opened(page: Page, address: str = "desk/") -> Locator:
    """Open the desk and wait until its engine runs."""
    page.goto(address)
    page.wait_for_selector(".desk[data-state=ready]", timeout=20_000)
    return page.locator(".desk")


def answered(page: Page) -> None:
    """Wait for the answer to what was typed last."""
    page.wait_for_selector(".desk__answer[aria-busy=false]", timeout=20_000)


def tell(page: Page, **facts: str) -> None:
    """Fill fields of the form, and wait for the answer."""
    for name, value in facts.items():
        field = page.locator(f"[name={name}]").first
        page.evaluate(
            "(field) => { const part = field.closest('details'); if (part) part.open = true }", field.element_handle()
        )
        if field.evaluate("(field) => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    answered(page)


def reply(page: Page) -> str:
    """The title of the reply."""
    return page.locator(".desk__title").inner_text()


def letter(page: Page) -> Locator:
    return page.locator(".desk__reply .letter__body")


def clipboard(page: Page, kind: str = "text/plain") -> str:
    text: str = page.evaluate(f"(kind) => {READ}", kind)
    return text


def copied(page: Page) -> str:
    """Press the copy button; gives the plain text on the clipboard."""
    page.locator("[data-desk-do=body]").click()
    page.wait_for_selector(".copy-notice:has-text('Copied')")
    return clipboard(page)


def kept(page: Page, key: str) -> dict[str, str]:
    facts: dict[str, str] = page.evaluate(
        "(key) => JSON.parse(sessionStorage.getItem('order-facts.' + key) ?? '{}')", key
    )
    return facts
