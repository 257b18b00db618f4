"""What half a deployment may be, and what a page must come to: it works, or says what failed and can be tried again.

The host sends the headers that the site asks for, so that a browser keeps a spoiled file for a year if it may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import Error

from tests.browser.site.half import HalfHandler, HalfHost
from tests.browser.site.hosts import hosted

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Profiles

MESSAGE, TITLE = "Can you still change my engraving?", "Stage not known, workshop asked"
LETTER = ".letter__body >> visible=true"
WORKS = f".desk[data-state=ready] .desk__answer[aria-busy=false]:has-text('{TITLE}')"
SAYS = "[data-half]:has-text('did not load') >> text=Load it again"
FAILED = ".desk:has(.desk__answer[aria-busy=false]) .desk__state:has-text('could not answer') >> text=Try again"
QUICK = "const wait = setInterval; globalThis.setInterval = (what, time) => wait(what, time / 20);"


class Half(NamedTuple):
    """One file, how it is sent, and what the page comes to."""

    file: str
    state: str
    comes_to: str
    address: str = "desk/"


HALVES = [
    Half("/assets-", "missing", SAYS),  # the page is there before what it names
    Half("/desk/form.js", "missing", SAYS),
    Half("/desk/desk.js", "cut off", SAYS),
    Half("/desk/start.js", "empty", SAYS),
    Half("/engine/client.js", "a page", SAYS),
    Half("/engine/start-worker.js", "cut off", SAYS),
    Half("/desk/case.css", "of another type", SAYS),
    Half("/desk/answer/answer.css", "cut off", WORKS),
    Half("/engine/worker.js", "a page", FAILED),
    Half("/engine/worker.js", "empty", FAILED),
    Half("/engine/words.js", "cut off", FAILED),
    Half("snapshot.bin", "cut off", WORKS),
    Half("pyodide.asm.wasm", "lost on its way", FAILED),
    Half("pyodide.asm.js", "cut off", FAILED),
    Half("pyodide-lock.json", "empty", FAILED),
    Half("custom_order_reckoning", "cut off", FAILED, "desk/?engine=plain"),
    Half("facts.zip", "cut off", FAILED, "desk/?engine=plain"),
    Half("words.json", "cut off", FAILED),
    Half("triage.json", "refused", FAILED),
    Half("version.json", "a page", WORKS),
    Half("service-worker.js", "cut off", WORKS),
]


def what_is_wrong(half: Half, site: Path, profiles: Profiles) -> str:
    """What a page does otherwise than it should; nothing when all is well."""
    host = HalfHost(site, file=half.file, state=half.state)
    with hosted(host, HalfHandler) as address, profiles(base_url=address) as profile:
        page = profile.new_page()
        if half.state == "empty":
            page.add_init_script(QUICK)  # half a minute of silence is long enough, for an agent too
        try:
            return comes_and_recovers(page, half, host)
        except Error as error:
            return f"{error.message.splitlines()[0]} {page.locator('.desk__state, [data-half]').all_inner_texts()}"


def comes_and_recovers(page: Page, half: Half, host: HalfHost) -> str:
    """Open the page, and again when all is there."""
    page.goto(half.address)
    if half.comes_to != SAYS:
        page.fill("#desk-message", MESSAGE)
    page.wait_for_selector(half.comes_to)
    if half.comes_to != WORKS and page.locator(LETTER).count():
        return "shows a letter, and has no answer"
    host.file = ""
    page.reload() if half.comes_to == WORKS else page.click(half.comes_to)
    if half.comes_to == SAYS:
        page.fill("#desk-message", MESSAGE)
    page.wait_for_selector(WORKS)
    return "" if page.input_value("#desk-message") == MESSAGE and page.locator(LETTER).count() else "has no letter"
