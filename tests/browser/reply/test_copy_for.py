"""The menu "Copy for": the choice, what is said beside it, and what happens when something fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.faulty import Faults, faulty
from tests.browser.reply.copy_for_steps import PASTED, by_id, choose, copied, dialect, letter, remember
from tests.browser.reply.test_order_facts import ENTRY, REPLY, clipboard
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Profiles


FETCHED = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('dialects.json')).length"
KEPT = "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('copy-for')))"
pytestmark = pytest.mark.browser


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
    remember(page, "gone")
    opened = letter(page)
    page.wait_for_load_state("networkidle")
    assert opened.get_by_label("Copy for").input_value() == ""
    assert opened.locator(".copy-for__note").is_hidden()
    assert "[FIRST NAME]" in copied(opened)


@for_each("tool", PASTED)
def test_what_a_tool_cannot_fill_is_named_beside_it(tool: str, page: Page) -> None:
    remember(page, tool)
    page.locator(".copy-for__note >> visible=true").first.wait_for()
    for channel in ("email", "sms", "chat"):
        reply = by_id()[f"{ENTRY}window-open/{channel}"]
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
def faults(site: Path, profiles: Profiles) -> Iterator[tuple[Page, Faults]]:
    """A page whose files can fail, without the watch over its errors."""
    found = Faults()
    with faulty(site, found) as address, profiles(base_url=address) as context:
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


def test_a_browser_that_keeps_nothing_still_copies_for_a_tool(tab: Page) -> None:
    tab.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    opened = letter(tab)
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


def test_axe_finds_nothing_to_mend_with_a_tool_chosen(page: Page) -> None:
    choose(letter(page), "gorgias")
    assert violations(page) == []


def test_the_menu_and_a_long_note_fit_on_a_phone(page: Page) -> None:
    page.set_viewport_size(PHONE)
    longest = max(by_id().values(), key=lambda reply: len(reply.message.body.slots))
    remember(page, "django-helpdesk", longest.entry.address.partition("#")[0])
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
    remember(page, "gorgias", "policy/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(FETCHED) == 0
