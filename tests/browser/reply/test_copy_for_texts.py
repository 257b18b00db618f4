"""What "Copy for" puts on the clipboard: a reply as the file of a tool has it."""

from __future__ import annotations

import csv
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from macros.exports.abbreviation import abbreviation
from macros.exports.reply import Dialect
from macros.exports.tools.chatwoot import short_code
from macros.exports.tools.django_helpdesk import key
from tests.browser.reply.copy_for_steps import PASTED, by_id, choose, copied, dialect, letter, remember
from tests.browser.reply.test_order_facts import ENTRY, REPLY, clipboard, fill, panel
from tests.browser.shop import catalogue
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from macros.exports import Tool
    from macros.exports.reply import Reply

# Every letter of the page in every tool's syntax, by the page's own modules.
TEXTS = """async () => {
  const module = (name) => import(document.querySelector("script[src$='copy.js']").src.replace("copy.js", name));
  const { textsFor } = await module("tool-text.js");
  const { tools } = await fetch(await module("copy-for.js").then(({ TOOLS }) => TOOLS)).then((answer) => answer.json());
  return [...document.querySelectorAll(".reply .letter")].flatMap((letter) => tools.map((tool) => {
    const { channel } = letter.dataset;
    const id = `${letter.closest(".reply").dataset.template}/${channel}`;
    return { id, tool: tool.id, texts: textsFor(letter.querySelector(".letter__body"), tool, channel !== "sms") };
  }));
}"""

pytestmark = pytest.mark.browser


def pages() -> list[str]:
    """The pages that have letters."""
    return sorted({entry.address.partition("#")[0] for entry in catalogue().entries})


def expected(tool: Tool, reply: Reply) -> tuple[str, str | None]:
    """A reply as the tool's file has it: as plain text or Markdown, and as HTML where the tool takes that."""
    written = dialect(tool)
    if tool.form == "markdown":
        return reply.markdown(written), None
    rich = reply.html_line(written) if tool.form == "html" and reply.channel != "sms" else None
    return reply.plain(written), rich


def same(html: str | None) -> str | None:
    """HTML as every parser reads it: a quotation mark is one, however it was written."""
    return html and html.replace("&quot;", '"').replace("&#x27;", "'")


@cache
def file(site: Path, name: str) -> str:
    return (site / "exports" / name).read_text(encoding="utf-8")


def of_gorgias(site: Path, reply: Reply) -> str:
    macros = map(json.loads, file(site, "gorgias/macros.jsonl").splitlines())
    macro = next(macro for macro in macros if macro["external_id"] == reply.id)
    return str(macro["actions"][0]["arguments"]["body_text"])


def of_chatwoot(site: Path, reply: Reply) -> str:
    canned = json.loads(file(site, "chatwoot/canned_responses.json"))
    return next(str(each["content"]) for each in canned if each["short_code"] == short_code(reply))


def of_raycast(site: Path, reply: Reply) -> str:
    snippets = json.loads(file(site, "raycast/snippets.json"))
    return next(str(snippet["text"]) for snippet in snippets if snippet["keyword"] == abbreviation(reply))


def of_textexpander(site: Path, reply: Reply) -> str:
    rows = csv.reader(file(site, "textexpander/custom-order-support.csv").splitlines(keepends=True))
    return next(text for code, text in rows if code == abbreviation(reply))


def of_django_helpdesk(site: Path, reply: Reply) -> str:
    fixture = json.loads(file(site, "django-helpdesk/preset_replies.json"))
    return next(str(row["fields"]["body"]) for row in fixture if row["pk"] == key(reply))


FILES: dict[str, Callable[[Path, Reply], str]] = {
    "gorgias": of_gorgias,
    "chatwoot": of_chatwoot,
    "raycast": of_raycast,
    "textexpander": of_textexpander,
    "django-helpdesk": of_django_helpdesk,
}


@pytest.mark.parametrize("slot", ["order.number", "tracking.link", "preview.link"])
@for_each("tool", FILES)
def test_what_is_copied_is_what_the_tools_file_holds(tool: str, slot: str, page: Page, site: Path) -> None:
    reply = next(reply for reply in by_id().values() if slot in reply.message.body.slots and reply.channel == "email")
    remember(page, tool, reply.entry.address.partition("#")[0])
    opened = page.locator(f'[data-template="{reply.template.id}"] [data-channel=email]')
    opened.locator(".copy-for__note").wait_for()
    assert copied(opened) == FILES[tool](site, reply)


@for_each("address", pages)
def test_every_letter_reads_like_the_exports_in_every_tool(address: str, page: Page) -> None:
    page.goto(address)
    found: list[dict[str, Any]] = page.evaluate(TEXTS)
    here = {entry.id for entry in catalogue().entries if entry.address.partition("#")[0] == address}
    letters = [reply.id for reply in by_id().values() if reply.entry.id in here]
    assert [(text["id"], text["tool"]) for text in found] == [(name, tool) for name in letters for tool in PASTED]
    wrong = []
    for text in found:
        plain, rich = expected(PASTED[text["tool"]], by_id()[text["id"]])
        if text["texts"][0] != plain or same(text["texts"][1]) != same(rich):
            wrong.append((text, plain, rich))
    assert wrong == []


def test_a_rich_editor_gets_bold_and_placeholders_too(page: Page) -> None:
    opened = letter(page)
    choose(opened, "gorgias")
    copied(opened)
    rich = clipboard(page, "text/html")
    assert "<strong>{{ticket.customer.integrations.shopify.orders[0].name}}</strong>" in rich
    assert "<strong>[PIECE]</strong>" in rich
    assert "data-slot" not in rich


@pytest.mark.parametrize(("tool", "channel"), [("raycast", "email"), ("chatwoot", "email"), ("zendesk", "sms")])
def test_where_plain_text_is_taken_there_is_nothing_else(tool: str, channel: str, page: Page) -> None:
    opened = letter(page, channel)
    choose(opened, tool)
    copied(opened)
    assert page.evaluate("navigator.clipboard.read().then(([item]) => item.types)") == ["text/plain"]


def test_a_subject_line_keeps_its_blanks(page: Page) -> None:
    opened = letter(page)
    choose(opened, "gorgias")
    assert copied(opened, "subject") == by_id()[f"{ENTRY}window-open/email"].subject(Dialect(tokens={}))
    assert page.locator(".copy-notice").inner_text() == "Copied for Gorgias. 1 blank it cannot fill."


def test_the_facts_of_an_order_stay_out(page: Page) -> None:
    facts = panel(page)
    fill(facts, "customer.first_name", "Priya")
    fill(facts, "order.item", "oak sign")
    opened = page.locator(f"{REPLY} [data-channel=email]")
    choose(opened, "gorgias")
    text = copied(opened)
    assert "Priya" not in text + clipboard(page, "text/html")
    assert "oak sign" not in text + clipboard(page, "text/html")
    assert text == by_id()[f"{ENTRY}window-open/email"].plain(dialect(PASTED["gorgias"]))


def test_the_highlights_of_a_search_stay_out(page: Page) -> None:
    page.goto(f"{ENTRY}?h=order")
    opened = page.locator(f"{REPLY} [data-channel=email]")
    opened.locator("mark").first.wait_for()
    choose(opened, "gorgias")
    copied(opened)
    assert clipboard(page, "text/html") == by_id()[f"{ENTRY}window-open/email"].html_line(dialect(PASTED["gorgias"]))
