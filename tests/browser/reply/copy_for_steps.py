"""What the tests of the menu "Copy for" choose and copy."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from macros.exports import TOOLS
from macros.exports.reply import Dialect, Reply, replies
from tests.browser.reply.test_order_facts import ENTRY, REPLY, clipboard
from tests.browser.shop import catalogue

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from macros.exports import Tool

PASTED = {tool.id: tool for tool in TOOLS if tool.form}


@cache
def by_id() -> dict[str, Reply]:
    """All replies by their ids."""
    return {reply.id: reply for reply in replies(catalogue())}


def letter(page: Page, channel: str = "email", address: str = ENTRY) -> Locator:
    page.goto(address)
    page.locator(f"{REPLY} label[for=window-open-{channel}]").click()
    return page.locator(f"{REPLY} [data-channel={channel}]")


def remember(page: Page, tool: str, address: str = ENTRY) -> None:
    """Open a page in a browser in which a tool was chosen before."""
    if not page.url.startswith("http"):
        page.goto(address)
    page.evaluate("(tool) => localStorage.setItem('copy-for', tool)", tool)
    page.goto(address)


def choose(letter: Locator, tool: str) -> None:
    """Open the menu as a person does, and choose from it."""
    menu = letter.get_by_label("Copy for")
    menu.click()
    letter.page.wait_for_function("(menu) => menu.options.length > 1", arg=menu.element_handle())
    menu.select_option(tool)


def copied(letter: Locator, part: str = "body") -> str:
    """What the button puts on the clipboard as plain text."""
    letter.locator(f"button[data-copy={part}]").click()
    letter.page.locator(".copy-notice:not(:empty)").wait_for()
    return clipboard(letter.page, "text/plain")


def dialect(tool: Tool) -> Dialect:
    """How a tool's text is written when it is pasted."""
    written = tool.written(catalogue())
    assert written
    return written if tool.fills_pasted else written._replace(tokens={})
