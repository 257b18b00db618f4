"""How the desk starts, on good days and bad ones; how it looks and reads; and what it shares with the calculator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.desk.desk_steps import BROKEN, CHANGE, VAGUE, answered, letter, opened, tell
from tests.browser.engine_files import address_of, assets_of, words_of
from tests.browser.eta.test_calculator import opened as opened_calculator
from tests.browser.waiting import until
from tests.scripts.answer.desk import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from tests.browser.conftest import Profiles
    from tests.browser.faulty import Faults

SNAPSHOT, PLAIN = "desk/?engine=snapshot", "desk/?engine=plain"
PARTS = [f"desk__{name}" for name in ("case", "about", "reply", "steps", "questions", "verdicts", "sections")]
WITHIN = "(parts) => parts.find((part) => document.activeElement.closest(`.${part}`)) ?? ''"
pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("address", "path"), [(SNAPSHOT, "snapshot"), (PLAIN, "plain")])
def test_each_way_to_start_can_be_forced(address: str, path: str, page: Page) -> None:
    root = opened(page, address)
    assert root.get_attribute("data-started-by") == path
    tell(page, message=CHANGE, order_date=TODAY.isoformat(), stage="design")
    assert letter(page).is_visible()


@pytest.mark.parametrize("file", ["words.json", "triage.json", "pyodide.asm.wasm", "/engine/worker.js"])
def test_after_a_failed_load_what_was_typed_stays_and_trying_again_helps(
    file: str, bad_day: Page, faults: Faults
) -> None:
    faults.missing = {file}
    bad_day.goto("desk/")
    bad_day.locator("#desk-message").fill(CHANGE)
    answered(bad_day)
    bad_day.wait_for_selector(".desk[data-state=failed]")
    assert "could not answer" in bad_day.locator(".desk__state [role=status]").inner_text()
    assert bad_day.locator(".desk__instead a[href='#command']").is_visible()
    faults.missing = set()
    bad_day.get_by_role("button", name="Try again").click()
    bad_day.wait_for_selector(".desk__shown", state="visible")
    answered(bad_day)
    assert bad_day.locator("#desk-message").input_value() == CHANGE
    assert bad_day.locator(".desk__state").is_hidden()


def test_a_second_visit_needs_no_network(first: Page, fresh: BrowserContext, site: Path) -> None:
    opened(first, SNAPSHOT)
    tell(first, message=CHANGE)
    first.wait_for_selector("html[data-offline=ready]", state="attached")
    for script in ("pyodide.mjs", "pyodide.asm.js"):
        until(first, f"caches.match('/{address_of(site)}{script}')")
    first.goto("about:blank")
    fresh.set_offline(True)
    opened(first, SNAPSHOT)
    tell(first, message=BROKEN)
    assert letter(first).is_visible()


def test_words_are_kept_under_their_hash_and_old_ones_deleted(first: Page, site: Path) -> None:
    first.goto("policy/")
    first.evaluate("Promise.all([caches.open('desk-000000000000'), caches.open('engine-000000000000')])")
    opened(first, SNAPSHOT)
    tell(first, message=CHANGE)
    until(first, "caches.keys().then((names) => !names.includes('desk-000000000000'))")
    names = [name for name in first.evaluate("caches.keys()") if name.startswith("desk-")]
    assert names == [f"desk-{words_of(site).split('/')[-2]}"]


def test_the_calculator_loads_no_words_and_one_worker_answers_both(first: Page, site: Path) -> None:
    asked: list[str] = []
    first.on("request", lambda request: asked.append(request.url))
    opened_calculator(first, "eta/?engine=snapshot")
    assert [url for url in asked if "/assets/desk/" in url] == []
    script = """async ([client, words]) => {
      const { client: of } = await import(client);
      const { engine } = document.querySelector("[data-engine]").dataset;
      const asked = { message: "Where is my order?", now: "2026-03-02T10:00:00Z" };
      const answer = await of(engine).ask(asked, { of: "desk_form", words: new URL(words, location.href).href });
      return answer.concern.id;
    }"""
    base = first.url.split("eta/")[0]
    assert (
        first.evaluate(script, [f"{base}{assets_of(site)}/engine/client.js", f"../{words_of(site)}"])
        == "scenarios/order-status"
    )
    assert len(first.workers) == 1


def test_a_form_that_is_none_is_refused(page: Page, base: str, site: Path) -> None:
    opened(page, SNAPSHOT)
    script = """(address) => import(address).then(({ client }) => client("").ask({}, { of: "os" }).catch(String))"""
    assert "no form os" in page.evaluate(script, f"{base}{assets_of(site)}/engine/client.js")


def test_without_scripts_the_page_says_what_to_do_instead(profiles: Profiles) -> None:
    with profiles(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("desk/")
        assert not page.locator(".desk__case").is_visible()
        assert page.locator(".desk__instead a[href='#command']").is_visible()
        assert page.locator("#command").is_visible()


def test_a_phone_has_one_column_and_no_autofocus(page: Page) -> None:
    page.set_viewport_size(PHONE)
    opened(page)
    assert page.evaluate("document.activeElement === document.body")
    assert page.locator(".desk__facts").get_attribute("open") is None
    for message in (CHANGE, BROKEN, VAGUE):
        tell(page, message=message, customer="W" * 300)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tell(page, message=BROKEN)
    page.evaluate("document.querySelectorAll('.desk details').forEach((part) => { part.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    selector = ".desk :is(button, summary, select, textarea, input:not([type=radio])) >> visible=true"
    boxes = [
        (part.evaluate("(part) => part.outerHTML.slice(0, 80)"), part.bounding_box())
        for part in page.locator(selector).all()
    ]
    assert [said for said, box in boxes if not box or min(box["width"], box["height"]) < 23.9] == []


@pytest.mark.parametrize("message", ["", CHANGE, BROKEN, VAGUE], ids=["empty", "change", "broken", "unsure"])
def test_axe_finds_nothing_to_mend(message: str, page: Page) -> None:
    opened(page)
    tell(page, customer="Maya")
    if message:
        tell(page, message=message, notices="12" if message == BROKEN else "")
        page.evaluate("document.querySelectorAll('.desk details').forEach((part) => { part.open = true })")
    assert violations(page) == []


def test_the_tab_sequence_is_the_order_on_the_screen(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.locator("#desk-message").focus()
    seen = []
    for _ in range(90):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(WITHIN, PARTS))
    assert [name for name in dict.fromkeys(seen) if name] == PARTS


def test_on_paper_there_is_the_answer_and_no_form(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, order="2207", stage="design", order_date=TODAY.isoformat())
    page.emulate_media(media="print")
    for part in (".desk__reply .letter__body", ".desk__verdicts", ".desk__steps", ".desk__sections dl"):
        assert page.locator(part).first.is_visible()
    assert page.locator(".desk__section dl >> visible=true").count() == 6
    assert page.locator("article :is(button, textarea, select, input[type=text]) >> visible=true").count() == 0
    assert not page.locator("#helpdesk").is_visible()


def test_the_documented_links_name_only_facts_of_a_case(site: Path) -> None:
    from case.case import Case  # noqa: PLC0415

    text = (site / "desk/index.html").read_text(encoding="utf-8")
    links = re.findall(r"desk/#(\S+)", re.sub(r"<[^>]+>", "", text.replace("&amp;", "&")))
    named = {pair.split("=")[0] for link in links for pair in link.split("&")}
    assert len(links) > 4
    assert named <= {*Case._fields}
