"""The desk as an agent uses it: from a pasted message to a copied reply, by keyboard, with facts, choices and edits."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from macros.lint.texts import count_segments
from message_features import words as words_of
from store_facts import load_store
from words import load_words

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

STORE, WORDS = load_store(), load_words()
PRODUCT, PIECE = next(iter(STORE.products.items()))
TODAY = dt.datetime.now(ZoneInfo(STORE.place.time_zone)).date()
CHANGE = "Can you still change my engraving?"
BROKEN = "It arrived broken, the chain is in two pieces."
VAGUE = "Hi, quick thing about it, can you help?"
DECIDE = """([name, value]) => {
  const select = document.querySelector(`select[data-key='${name}']`);
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}"""
READ = "navigator.clipboard.read().then(([item]) => item.getType(kind).then((blob) => blob.text()))"

pytestmark = pytest.mark.browser


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


def test_from_a_pasted_message_to_a_copied_reply_by_keyboard_only(page: Page) -> None:
    opened(page)
    assert page.evaluate("document.activeElement.id") == "desk-message"
    page.keyboard.insert_text(CHANGE)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".copy-notice:has-text('Copied. Fill the blanks before you send')")
    assert page.evaluate("document.activeElement.dataset.deskDo") == "body"
    assert clipboard(page).startswith("Hi [FIRST NAME],\n\n")
    assert "<p>" in clipboard(page, "text/html")
    assert "span" not in clipboard(page, "text/html")
    page.keyboard.press("u")
    page.wait_for_function(
        "() => navigator.clipboard.readText().then((text) => text.includes('[ORDER NUMBER]') && !text.includes('\\n'))"
    )


def test_the_answer_follows_what_is_typed(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    first = reply(page)
    assert page.locator(".desk__choice[data-place=here]").get_attribute("data-key") == "scenarios/change-request"
    why = page.locator(".desk__choice[data-place=here] .desk__reason").inner_text()
    named = re.findall("“(.+?)”", why)
    assert named
    assert {*named} <= {*words_of(CHANGE)}
    tell(page, message=BROKEN)
    assert page.locator(".desk__choice[data-place=here]").get_attribute("data-key") == "scenarios/damaged-on-arrival"
    assert reply(page) != first
    tell(page, message="")
    assert not page.locator(".desk__shown").is_visible()
    assert page.locator(".desk__empty").is_visible()


def test_facts_change_verdict_reply_and_dates(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, order="2207", ordered=TODAY.isoformat(), product=PRODUCT, stage="design")
    assert "open" in [item.get_attribute("data-value") for item in page.locator(".desk__verdicts li").all()]
    before = reply(page)
    tell(page, stage="production", customer="Zuleika")
    assert reply(page) != before
    assert "Hi Zuleika," in letter(page).inner_text()
    assert "#2207" in page.locator(".desk__reply .letter__line").inner_text()
    assert PIECE.title in letter(page).inner_text()
    verdict = page.locator(".desk__verdicts li[data-value^=closed]").first
    assert verdict.locator("a").first.get_attribute("href", timeout=1000)
    page.wait_for_selector(f".desk__spoken:has-text('Reply changed: {reply(page)}')", state="attached")


def test_unsure_is_said_and_a_choice_settles_it_and_can_be_undone(page: Page) -> None:
    opened(page)
    tell(page, message=VAGUE)
    assert page.locator(".desk__unsure").is_visible()
    assert not page.locator(".desk__reply").is_visible()
    choices = page.locator(".desk__choice")
    assert choices.count() == 3
    page.locator("#desk-message").press("Control+Enter")
    assert page.evaluate("document.activeElement.matches('.desk__choice')")
    wanted = choices.nth(1).get_attribute("data-key") or ""
    choices.nth(1).press("Enter")
    answered(page)
    assert page.locator(".desk__reply").is_visible()
    assert not page.locator(".desk__unsure").is_visible()
    assert page.locator("[aria-pressed=true]").get_attribute("data-key") == wanted
    assert page.evaluate("document.activeElement.dataset.key") == wanted
    assert kept(page, "case")["concern"] == wanted
    page.keyboard.press("Enter")
    answered(page)
    assert page.locator(".desk__unsure").is_visible()
    assert "concern" not in kept(page, "case")


def test_any_scenario_can_be_chosen(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.get_by_label("Another scenario").select_option("scenarios/goodwill")
    answered(page)
    assert page.locator("[aria-pressed=true] strong").inner_text() == WORDS.title("scenarios/goodwill")
    assert page.locator(".desk__title a").get_attribute("href", timeout=1000)


def test_a_second_concern_is_named_and_one_press_away(page: Page) -> None:
    opened(page)
    tell(page, message=f"{BROKEN} And can I get a refund for the second order, which I want to cancel?")
    other = page.locator(".desk__choice", has_text="They write about this too").first
    other.click()
    answered(page)
    assert page.locator("[aria-pressed=true][data-place=here]").count() == 1


def test_a_general_question_leads_to_the_page_that_answers_it(page: Page) -> None:
    opened(page)
    tell(page, message="What is your return policy?")
    link = page.locator(".desk__general a")
    assert link.inner_text() == WORDS.pages["references/policy"]
    assert not page.locator(".desk__reply").is_visible()
    link.click()
    page.wait_for_url("**/policy/")


def test_a_question_leads_to_the_field_that_answers_it(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    questions = page.locator(".desk__questions li")
    assert "may become" in questions.first.inner_text()
    page.locator(".desk__questions button[data-key=stage]").press("Enter")
    assert page.evaluate("document.activeElement.name") == "stage"
    before = questions.count()
    tell(page, stage="production")
    assert questions.count() < before


def test_what_only_a_person_can_settle_is_settled_right_there_and_can_be_undone(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.get_by_label("Another scenario").select_option("scenarios/goodwill")
    answered(page)
    select = page.locator(".desk__questions select").first
    name = select.get_attribute("data-key") or ""
    before = reply(page)
    values = [str(option.get_attribute("value")) for option in select.locator("option").all()]
    for value in values[1:]:
        if reply(page) == before:
            page.evaluate(DECIDE, [name, value])
            answered(page)
    assert reply(page) != before
    assert kept(page, "case")[name] in values
    assert page.locator(f".desk__questions [data-key='{name}']").count() == 0
    page.locator(".desk__why summary").click()
    page.locator(f".desk__conditions [data-key='{name}']").select_option("")
    answered(page)
    assert reply(page) == before


def test_all_refusals_stand_beside_their_fields_and_the_last_answer_stays(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    before = letter(page).inner_text()
    later = (TODAY + dt.timedelta(days=9)).isoformat()
    tell(page, ordered=later, delivered=later)
    for field in ("ordered", "delivered"):
        assert "not after today" in page.locator(f"#desk-{field}-error").inner_text()
    assert page.locator("#desk-ordered").get_attribute("aria-invalid") == "true"
    assert letter(page).inner_text() == before
    assert page.locator(".desk__stale").is_visible()
    tell(page, ordered=TODAY.isoformat(), delivered="", notices="12")
    assert page.locator("#desk-notices-error").inner_text() != ""
    tell(page, notices="")
    assert page.locator("#desk-ordered-error").inner_text() == ""
    assert not page.locator(".desk__stale").is_visible()


def test_a_half_typed_date_is_no_refusal_until_its_field_is_left(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.locator("#desk-needed_by").focus()
    page.keyboard.type("12")
    page.wait_for_timeout(400)
    assert page.locator("#desk-needed_by-error").inner_text() == ""
    page.locator("#desk-message").focus()
    page.wait_for_selector("#desk-needed_by-error:not(:empty)")


def test_clear_customer_empties_all_but_the_agents_name(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, order="2207", customer="Zuleika", agent="Jo", change_to="Luna")
    page.keyboard.press("Alt+x")
    page.wait_for_selector("text=Cleared.")
    fields = page.locator(".desk__case [name]").evaluate_all("(all) => all.map(({name, value}) => [name, value])")
    assert [(name, value) for name, value in fields if value] == [("agent", "Jo")]
    assert not page.locator(".desk__shown").is_visible()
    assert page.evaluate("document.activeElement.id") == "desk-message"
    assert kept(page, "case") == {"agent": "Jo"}
    assert kept(page, "reckoned") == {"agent.first_name": "Jo"}
    assert "Zuleika" not in page.evaluate("JSON.stringify({...sessionStorage})")


def test_a_template_page_fills_from_the_case_and_gives_back_what_is_typed_there(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, order="2207", ordered=TODAY.isoformat(), product=PRODUCT, stage="design")
    page.goto("scenarios/change-request/")
    page.locator(".order-facts").wait_for()
    assert set(page.locator('.letter [data-slot="order.number"]').all_text_contents()) == {"#2207"}
    assert set(page.locator('.letter [data-slot="order.item"]').all_text_contents()) == {PIECE.title}
    page.evaluate(
        "document.querySelectorAll('.order-facts, .order-facts details').forEach((part) => { part.open = true })"
    )
    page.locator('[data-fills="customer.first_name"]').fill("Priya")
    page.locator('[data-fills="reply.by"]').fill("noon")
    opened(page)
    answered(page)
    assert page.locator("#desk-message").input_value() == CHANGE
    assert page.locator("#desk-customer").input_value() == "Priya"
    assert "Hi Priya," in letter(page).inner_text()
    assert kept(page, "typed") == {"reply.by": "noon"}


def test_a_blank_that_no_fact_fills_is_filled_under_the_letter(page: Page) -> None:
    opened(page)
    tell(page, message=BROKEN)
    left = page.locator(".letter__body [data-blank]").count()
    field = page.locator(".desk__blanks input").first
    field.press_sequentially("the clasp is bent", delay=30)
    answered(page)
    assert page.evaluate("document.activeElement === document.querySelector('.desk__blanks input')")
    assert field.input_value() == "the clasp is bent"
    assert "the clasp is bent" in letter(page).inner_text()
    assert page.locator(".letter__body [data-blank]").count() < left
    page.locator(".desk__blank[data-key='customer.first_name']").click()
    assert page.evaluate("document.activeElement.name") == "customer"


def test_the_segments_of_a_text_message_are_counted(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.locator("#desk-message").press("Escape")
    page.keyboard.press("2")
    page.wait_for_selector(".desk__count:has-text(' segment')")
    (segments,) = count_segments([copied(page)])
    said = page.locator(".desk__count").inner_text()
    assert f", {segments} segment" in said
    assert "blanks left" in said
    assert page.locator(".letter__body [data-blank]").count() > 0
    assert page.locator(".letter__subject").first.is_hidden()
    letter(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" 😀")
    page.wait_for_selector(".desk__count:has-text('outside the short alphabet')")


def test_an_edited_letter_is_copied_as_it_reads(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, customer="Maya")
    bold = letter(page).locator("strong").count()
    letter(page).locator("p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(" hello!")
    page.keyboard.press("Enter")
    page.keyboard.type("And thank you.")
    page.keyboard.press("Control+b")
    assert letter(page).locator("strong").count() == bold
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.wait_for_selector(".copy-notice:has-text('Copied')")
    assert clipboard(page).startswith("Hi Maya, hello!\nAnd thank you.\n\n")
    assert clipboard(page, "text/html").startswith("<p>Hi Maya, hello!<br>And thank you.</p>")
    assert "edited by you" in page.locator(".desk__count").inner_text()


def test_edits_stay_until_the_agent_takes_the_new_reply(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    letter(page).locator("p").last.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" P.S. Mine")
    assert not page.locator(".desk__changed").is_visible()
    tell(page, customer="Maya")
    assert page.locator(".desk__changed").is_visible()
    assert "P.S. Mine" in copied(page)
    page.get_by_role("button", name="Keep my edits").click()
    assert not page.locator(".desk__changed").is_visible()
    page.reload()
    answered(page)
    assert "P.S. Mine" in letter(page).inner_text()
    tell(page, customer="Priya")
    page.get_by_role("button", name="Take the new one").click()
    assert "P.S. Mine" not in copied(page)
    assert "Hi Priya," in clipboard(page)


def test_what_is_pasted_into_the_letter_enters_as_text(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.evaluate("""navigator.clipboard.write([new ClipboardItem({
      'text/html': new Blob(['<img src=x onerror=alert(1)><b>rich</b>'], {type: 'text/html'}),
      'text/plain': new Blob(['<b>plain</b>'], {type: 'text/plain'})})])""")
    letter(page).locator("p").first.click()
    page.keyboard.press("End")
    page.keyboard.press("Control+v")
    assert "<b>plain</b>" in letter(page).inner_text()
    assert letter(page).locator("img, b").count() == 0


@pytest.mark.parametrize(
    "value", ["<img src=x onerror=alert(1)>", "</span><script>alert(1)</script>", "{{ order.item }}", "**b**"]
)
def test_whatever_is_typed_stays_text(value: str, page: Page) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    opened(page)
    tell(page, message=f"{CHANGE} {value}", customer=value, customization=value)
    assert value in letter(page).inner_text()
    assert page.locator(".desk__answer :is(img, script, b)").count() == 0
    assert value in copied(page)


def test_only_what_letters_are_made_of_gets_through(page: Page) -> None:
    opened(page)
    html: str = page.evaluate("""import(new URL('../assets/desk/safe.js', location.href).href).then(({safe}) => {
      const holder = document.createElement('div');
      holder.append(safe(`<p onclick="x()">a <strong style="x">b</strong><script>x()</script><img src=x onerror=x()>
        <a href="javascript:x()">c</a><a href="https://d.example" onclick="x()">d</a>
        <span data-blank="order.number" class="x">e</span><span data-blank="x y">f</span><iframe src=x></iframe></p>
        <h1>g</h1>`));
      return holder.innerHTML.replace(/\\s+/g, ' ');
    })""")
    assert html == (
        '<p>a <strong>b</strong> <a>c</a><a href="https://d.example" target="_blank" rel="noopener noreferrer">d</a>'
        ' <span data-blank="order.number" dir="auto">e</span><span>f</span></p> g'
    )


def test_nothing_of_a_customer_is_in_an_address_or_sent(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    opened(page, f"desk/#order=2207&customer=Zuleika&message={CHANGE}")
    answered(page)
    page.goto("scenarios/change-request/")
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if "Zuleika" in address or "2207" in address.split("#")[0]]
    assert page.evaluate("JSON.stringify({...localStorage}) + document.cookie").find("Zuleika") == -1


def test_steps_that_are_done_stay_ticked(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE)
    page.locator(".desk__steps input").nth(1).check()
    tell(page, customer="Maya")
    page.reload()
    answered(page)
    ticked = [box.is_checked() for box in page.locator(".desk__steps input").all()]
    assert ticked.index(True) == 1
    assert ticked.count(True) == 1


def test_the_sections_are_there_in_order_and_the_first_is_open(page: Page) -> None:
    opened(page)
    tell(page, message=CHANGE, stage="design", ordered=TODAY.isoformat())
    sections = page.locator(".desk__section")
    assert sections.count() == 6
    assert [section.get_attribute("open") is not None for section in sections.all()] == [True, *[False] * 5]
    status = sections.nth(1)
    status.locator("summary").click()
    status.locator(".copy").click()
    page.wait_for_selector(".copy-notice:has-text('Copied')")
    assert clipboard(page).startswith("Hi [FIRST NAME],")


def test_a_long_message_is_kept_whole(page: Page, context: BrowserContext) -> None:
    del context
    opened(page)
    message = CHANGE + " Please." * 40_000
    page.locator("#desk-message").fill(message)
    answered(page)
    assert kept(page, "case")["message"] == message
    page.reload()
    answered(page)
    assert page.locator("#desk-message").input_value() == message
