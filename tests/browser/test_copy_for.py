"""The menu "Copy for": a reply as the file of a tool has it, with what the tool cannot fill said beside it."""

from __future__ import annotations

import csv
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from macros.derive import load
from macros.exports import TOOLS
from macros.exports.abbreviation import abbreviation
from macros.exports.chatwoot import short_code
from macros.exports.django_helpdesk import key
from macros.exports.reply import Dialect, Reply, replies
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.faulty import Faults, faulty
from tests.browser.test_face import AXE, RUN_AXE
from tests.browser.test_order_facts import ENTRY, REPLY, clipboard, fill, panel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from macros.exports import Tool

CATALOGUE, _ = load()
REPLIES = {reply.id: reply for reply in replies(CATALOGUE)}
PASTED = {tool.id: tool for tool in TOOLS if tool.form}
FETCHED = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('dialects.json')).length"
KEPT = "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('copy-for')))"
PAGES = sorted({entry.address.partition("#")[0] for entry in CATALOGUE.entries})
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
MARKDOWN = """async ([html, form]) => {
  const source = document.querySelector("script[src$='copy.js']").src.replace("copy.js", "tool-text.js");
  const { textsFor } = await import(source);
  const body = Object.assign(document.createElement("div"), { className: "letter__body", innerHTML: html });
  return textsFor(body, { title: "", tokens: {}, escape: {}, form }, true)[0];
}"""

pytestmark = pytest.mark.browser


def letter(page: Page, channel: str = "email", address: str = ENTRY) -> Locator:
    page.goto(address)
    page.locator(f"{REPLY} label[for=window-open-{channel}]").click()
    return page.locator(f"{REPLY} [data-channel={channel}]")


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
    written = tool.written(CATALOGUE)
    assert written
    return written if tool.fills_pasted else written._replace(tokens={})


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


def test_plain_and_filled_comes_first_and_no_tool_is_fetched_before_the_menu_is_opened(page: Page) -> None:
    menu = letter(page).get_by_label("Copy for")
    page.wait_for_load_state("networkidle")
    assert menu.locator("option").all_inner_texts() == ["plain (filled)"]
    assert page.evaluate(FETCHED) == 0
    choose(letter(page), "gorgias")
    assert page.evaluate(FETCHED) == 1


def test_the_menu_names_each_tool_that_a_reply_can_be_pasted_into(page: Page) -> None:
    choose(letter(page), "")
    shown = page.locator(f"{REPLY} [data-channel=email] option").all_inner_texts()
    assert shown == ["plain (filled)", *(tool.title for tool in PASTED.values())]


def test_every_letter_of_a_page_has_the_menu_and_all_show_the_choice(page: Page) -> None:
    choose(letter(page), "zendesk")
    menus = page.get_by_label("Copy for")
    assert menus.count() == page.locator(".reply .letter").count() > 3
    assert {menu.input_value() for menu in menus.all()} == {"zendesk"}


def test_the_choice_is_kept_for_the_next_page_and_nothing_but_its_name(page: Page) -> None:
    choose(letter(page), "helpscout")
    page.goto("stages/design/")
    page.locator(".copy-for__note >> visible=true").first.wait_for()
    assert page.get_by_label("Copy for").first.input_value() == "helpscout"
    assert page.evaluate(KEPT) == {"copy-for": "helpscout"}


def test_plain_and_filled_can_be_chosen_again(page: Page) -> None:
    choose(letter(page), "gorgias")
    choose(letter(page), "")
    assert page.locator(".copy-for__note >> visible=true").count() == 0
    assert "[FIRST NAME]" in copied(letter(page))


def test_a_tool_that_is_no_longer_offered_is_forgotten_in_peace(page: Page) -> None:
    page.add_init_script("localStorage.setItem('copy-for', 'gone')")
    opened = letter(page)
    page.wait_for_load_state("networkidle")
    assert opened.get_by_label("Copy for").input_value() == ""
    assert opened.locator(".copy-for__note").is_hidden()
    assert "[FIRST NAME]" in copied(opened)


@pytest.mark.parametrize("slot", ["order.number", "tracking.link", "preview.link"])
@pytest.mark.parametrize("tool", FILES)
def test_what_is_copied_is_what_the_tools_file_holds(tool: str, slot: str, page: Page, site: Path) -> None:
    reply = next(reply for reply in REPLIES.values() if slot in reply.message.body.slots and reply.channel == "email")
    page.add_init_script(f"localStorage.setItem('copy-for', '{tool}')")
    page.goto(reply.entry.address.partition("#")[0])
    opened = page.locator(f'[data-template="{reply.template.id}"] [data-channel=email]')
    opened.locator(".copy-for__note").wait_for()
    assert copied(opened) == FILES[tool](site, reply)


@pytest.mark.parametrize("address", PAGES)
def test_every_letter_reads_like_the_exports_in_every_tool(address: str, page: Page) -> None:
    page.goto(address)
    found: list[dict[str, Any]] = page.evaluate(TEXTS)
    here = {entry.id for entry in CATALOGUE.entries if entry.address.partition("#")[0] == address}
    letters = [reply.id for reply in REPLIES.values() if reply.entry.id in here]
    assert [(text["id"], text["tool"]) for text in found] == [(name, tool) for name in letters for tool in PASTED]
    wrong = []
    for text in found:
        plain, rich = expected(PASTED[text["tool"]], REPLIES[text["id"]])
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
    assert copied(opened, "subject") == REPLIES[f"{ENTRY}window-open/email"].subject(Dialect(tokens={}))
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
    assert text == REPLIES[f"{ENTRY}window-open/email"].plain(dialect(PASTED["gorgias"]))


def test_the_highlights_of_a_search_stay_out(page: Page) -> None:
    page.goto(f"{ENTRY}?h=order")
    opened = page.locator(f"{REPLY} [data-channel=email]")
    opened.locator("mark").first.wait_for()
    choose(opened, "gorgias")
    copied(opened)
    assert clipboard(page, "text/html") == REPLIES[f"{ENTRY}window-open/email"].html_line(dialect(PASTED["gorgias"]))


@pytest.mark.parametrize("tool", PASTED)
def test_what_a_tool_cannot_fill_is_named_beside_it(tool: str, page: Page) -> None:
    page.add_init_script(f"localStorage.setItem('copy-for', '{tool}')")
    page.goto(ENTRY)
    page.locator(".copy-for__note >> visible=true").first.wait_for()
    for channel in ("email", "sms", "chat"):
        reply = REPLIES[f"{ENTRY}window-open/{channel}"]
        tokens = dialect(PASTED[tool]).tokens
        left = [reply.slots[name].blank[1:-1] for name in reply.message.body.slots if name not in tokens]
        said = page.locator(f"{REPLY} [data-channel={channel}] .copy-for__note").text_content() or ""
        assert said.split(" ", 1)[0] == (str(len(left)) if left else PASTED[tool].title)
        assert said.partition("cannot fill: ")[2] == (f"{', '.join(left)}." if left else "")


def test_the_c_key_copies_for_the_tool_too(page: Page) -> None:
    choose(letter(page), "zendesk")
    page.evaluate(f"document.querySelector('{REPLY}').scrollIntoView()")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("c")
    page.locator("text=Copied for Zendesk").wait_for()
    assert "{{ticket.requester.first_name}}" in clipboard(page, "text/plain")


@pytest.fixture
def faults(site: Path, chromium: Browser) -> Iterator[tuple[Page, Faults]]:
    """A page whose files can fail, without the watch over its errors."""
    found = Faults()
    with faulty(site, found) as address, chromium.new_context(viewport=DESKTOP, base_url=address) as context:  # type: ignore[arg-type]
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield context.new_page(), found


def test_a_copy_in_the_first_moment_waits_for_the_tools(faults: tuple[Page, Faults]) -> None:
    page, found = faults
    found.slow.add("dialects.json")
    page.add_init_script("localStorage.setItem('copy-for', 'zendesk')")
    opened = letter(page)
    opened.locator("button[data-copy=body]").click()
    assert opened.locator(".copy-for__note").is_hidden()
    page.locator("text=Copied for Zendesk").wait_for()
    assert "{{ticket.requester.first_name}}" in clipboard(page, "text/plain")


@pytest.mark.parametrize("kind", ["missing", "spoiled"])
def test_tools_that_cannot_be_fetched_are_said_and_tried_again(kind: str, faults: tuple[Page, Faults]) -> None:
    page, found = faults
    getattr(found, kind).add("dialects.json")
    opened = letter(page)
    opened.get_by_label("Copy for").click()
    page.locator(".copy-notice", has_text="could not be loaded").wait_for()
    assert "could not be loaded" in opened.locator(".copy-for__note").inner_text()
    page.locator(".copy-notice:empty").wait_for(state="attached")
    assert "[FIRST NAME]" in copied(opened)
    getattr(found, kind).clear()
    choose(opened, "gorgias")
    assert "could not be loaded" not in opened.locator(".copy-for__note").inner_text()


def test_a_remembered_tool_that_cannot_be_fetched_is_said_before_anything_is_copied(
    faults: tuple[Page, Faults],
) -> None:
    page, found = faults
    found.missing.add("dialects.json")
    page.add_init_script("localStorage.setItem('copy-for', 'gorgias')")
    opened = letter(page)
    opened.locator(".copy-for__note", has_text="could not be loaded. Replies are copied plain and filled").wait_for()
    assert opened.get_by_label("Copy for").input_value() == ""
    assert "[FIRST NAME]" in copied(opened)


def test_a_browser_that_keeps_nothing_still_copies_for_a_tool(page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    opened = letter(page)
    choose(opened, "zendesk")
    assert "{{ticket.requester.first_name}}" in copied(opened)


def test_the_keyboard_alone_chooses_and_copies(page: Page) -> None:
    opened = letter(page)
    opened.locator("button[data-copy=body]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    menu = opened.get_by_label("Copy for")
    page.wait_for_function("(menu) => menu.options.length > 1", arg=menu.element_handle())
    assert menu.evaluate("(menu) => menu === document.activeElement")
    page.keyboard.type("Zen")
    page.keyboard.press("Enter")
    assert menu.input_value() == "zendesk"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.locator("text=Copied for Zendesk").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_mend_with_a_tool_chosen(scheme: Any, chromium: Browser, base: str) -> None:
    with chromium.new_context(viewport=DESKTOP, base_url=base, color_scheme=scheme, reduced_motion="reduce") as context:  # type: ignore[arg-type]
        page = context.new_page()
        choose(letter(page), "gorgias")
        page.add_script_tag(path=AXE)
        found = page.evaluate(RUN_AXE)
        assert [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]] == []


def test_the_menu_and_a_long_note_fit_on_a_phone(page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.add_init_script("localStorage.setItem('copy-for', 'django-helpdesk')")
    longest = max(REPLIES.values(), key=lambda reply: len(reply.message.body.slots))
    page.goto(longest.entry.address.partition("#")[0])
    page.locator(".copy-for__note >> visible=true").first.wait_for()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    boxes = [menu.bounding_box() for menu in page.locator(".copy-for select >> visible=true").all()]
    assert boxes
    assert all(box and min(box["width"], box["height"]) >= 24 for box in boxes)


def test_the_note_does_not_move_the_button_that_copies(page: Page) -> None:
    opened = letter(page)
    button = opened.locator("button[data-copy=body]")
    before = button.bounding_box()
    choose(opened, "gorgias")
    opened.locator(".copy-for__note").wait_for()
    assert button.bounding_box() == before


def test_on_paper_there_is_no_menu(page: Page) -> None:
    choose(letter(page), "gorgias")
    page.emulate_media(media="print")
    assert page.locator(".copy-for >> visible=true").count() == 0
    assert page.locator(".copy-for__note >> visible=true").count() == 0


def test_the_page_itself_holds_no_word_of_the_menu(page: Page) -> None:
    page.goto(ENTRY)
    assert "Copy for" not in page.evaluate("fetch(location.href).then((answer) => answer.text())")


def test_a_page_without_replies_asks_for_no_tools(page: Page) -> None:
    page.add_init_script("localStorage.setItem('copy-for', 'gorgias')")
    page.goto("policy/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(FETCHED) == 0


HTML = [
    "<p>One.</p><ul><li>two</li><li>three</li></ul>",
    "<ol><li>one</li><li>two</li></ol>",
    "<ul><li>one<ul><li>inside</li></ul></li><li>two</li></ul>",
    "<ul><li><p>one</p><p>more</p></li><li><p>two</p></li></ul>",
    "<p>One<br>two</p>",
    '<p>See <a href="https://example.com/a_b">the <strong>page</strong></a>.</p>',
    "<p># no heading</p><p>- no list</p><p>2. no list</p><p>&gt; no quotation</p>",
    "<p>*stars*, _lines_, `ticks`, [brackets](here), ~tilde~, a\\b and 2 &lt; 3</p>",
    "<p>&amp;amp; and Tom &amp; Jerry</p>",
]


@pytest.mark.parametrize("html", HTML)
def test_markdown_reads_as_the_letter_it_was_made_from(html: str, page: Page) -> None:
    page.goto(ENTRY)
    written = page.evaluate(MARKDOWN, [html, "markdown"])
    read = MarkdownIt("commonmark").render(written).replace("<br />", "<br>")
    assert read.replace(">\n", ">").replace("\n<", "<") == html
