"""A customer's question, typed into the search, leads to a page with a reply an agent can send."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import watched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page

QUESTIONS = [
    ("Where is my order?", "scenarios/order-status"),
    ("When will it ship?", "stages/shipped"),
    ("Can I change my engraving / photo / text?", "scenarios/change-request"),
    ("My custom item arrived damaged.", "scenarios/damaged-on-arrival"),
    ("Order taking too long—did you lose it?", "scenarios/taking-too-long"),
    ("I want to cancel my personalized order.", "scenarios/cancel-order"),
    ("The engraving is wrong / misspelled.", "scenarios/wrong-personalization"),
    ("Can I get a rush order?", "scenarios/rush-order"),
    ("which production stage is it in, and the timeline", "stages/production"),
]
LISTENS = "() => !document.querySelector('.md-search-result__meta').textContent.includes('Initializing')"
RESULT = ".md-search-result__item > a.md-search-result__link"


pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def search(shared: BrowserContext, base: str) -> Iterator[Page]:
    """A page with its search open, for one question after the other."""
    with watched(shared, base) as page:
        ready(page)
        yield page


@pytest.mark.parametrize(("question", "entry"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_a_question_finds_its_page_among_the_first_three(question: str, entry: str, search: Page) -> None:
    assert entry in results_for(search, question)[:3]


def test_from_question_to_copied_reply(page: Page) -> None:
    ask(page, "can I change my engraving?")
    page.locator(f"{RESULT}[href*='scenarios/change-request']").first.click()
    page.wait_for_url("**/scenarios/change-request/**")
    page.locator("#window-open-email").locator("xpath=ancestor::section").get_by_text("Copy email").click()
    page.wait_for_selector("text=Fill the blanks before you send")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Hi [FIRST NAME],\n\n")
    assert "[ORDER NUMBER]" in copied


def test_words_that_nobody_wrote_find_nothing_and_say_so(page: Page) -> None:
    ask(page, "xyzzyplugh")
    page.wait_for_function(
        "() => document.querySelector('.md-search-result__meta').textContent.includes('No matching')"
    )


def test_words_pasted_with_the_mouse_are_searched_at_once(page: Page) -> None:
    ready(page)
    page.keyboard.insert_text("can I change my engraving?")
    page.wait_for_selector(f"{RESULT}[href*='scenarios/change-request']")


def test_writing_to_a_customer_loads_no_search_and_a_key_outside_a_field_does(tab: Page) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(urlsplit(request.url).path))
    tab.goto("desk/")
    tab.locator("#desk-message").click()
    tab.keyboard.type("Can you still change / fix my engraving?")
    tab.wait_for_selector(".desk__reply")
    tab.locator(".desk__reply .letter__body").click()
    tab.keyboard.type("It is safe.")
    assert [path for path in asked if path.endswith("search_index.json")] == []
    tab.keyboard.press("Escape")
    tab.keyboard.press("s")
    tab.wait_for_function(LISTENS)
    assert [path for path in asked if path.endswith("search_index.json")] != []


def ready(page: Page) -> None:
    """Open the home page and its search, until it listens."""
    page.goto(".")
    page.click(".md-search__input")
    page.wait_for_function(LISTENS)


def ask(page: Page, words: str) -> None:
    """Type words into the search of the home page; it listens to keys, so they are pressed one by one."""
    ready(page)
    page.keyboard.type(words)


PASTE = """async ([box, list, words]) => {
  const results = document.querySelector(list);
  const answered = new Promise((resolve) => {
    const answer = new MutationObserver(() => (answer.disconnect(), resolve()));
    answer.observe(results, { childList: true, subtree: true });
  });
  const field = document.querySelector(box);
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await answered;
}"""


def results_for(page: Page, question: str) -> list[str]:
    """The pages found for a question that is pasted into a search that is open already."""
    page.evaluate(PASTE, [".md-search__input", ".md-search-result", question])
    return shown(page)


def shown(page: Page) -> list[str]:
    """The pages among the results, each once."""
    links = page.eval_on_selector_all(RESULT, "found => found.map((link) => link.href)")
    return list(dict.fromkeys(urlsplit(link).path.strip("/") for link in links))
