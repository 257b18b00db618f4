"""What an agent comes for: five ways from a question to words that can be pasted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.scripts.answer.desk import STORE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.engines.agent import Agent

PRODUCT = next(iter(STORE.products))
MESSAGE = "Can you still change my engraving?"
LETTER = "Hi [FIRST NAME],"
SEARCH = ".md-header__button[for=__search], .md-search__input"  # a button first where the page is narrow
RESULT = ".md-search-result__item a.md-search-result__link[href*='scenarios/change-request']"
EMAIL = "[data-template='scenarios/change-request/window-open'] [data-channel=email]"


def home_box(agent: Agent) -> None:
    """Paste a message into the box of the home page, and copy its reply."""
    agent.open("")
    agent.fills("#box-message", MESSAGE)
    agent.copies(".box__copy", LETTER)


def desk(agent: Agent) -> None:
    """Paste a message at the desk, see the answer, and copy the letter."""
    agent.open("desk/")
    agent.fills("#desk-message", MESSAGE)
    agent.sees("document.querySelector('.desk__answer[aria-busy=false] .desk__title')?.textContent")
    agent.copies("[data-desk-do=body]", LETTER)


def calculator(agent: Agent) -> None:
    """Type the day of an order, see its dates, and copy the sentence."""
    agent.open("eta/")
    agent.fills(".eta [name=order-date]", dt.datetime.now(dt.UTC).date().isoformat())
    agent.fills(".eta [name=product]", PRODUCT)
    agent.sees("document.querySelector('.eta__example').hidden")
    agent.copies("[data-eta-do=sentence]:enabled", f"Your {STORE.products[PRODUCT].title} should arrive ")


def search(agent: Agent) -> None:
    """Paste a question into the search, and open the page that it finds."""
    agent.open("")
    agent.clicks(SEARCH)
    agent.fills(".md-search__input", MESSAGE)
    agent.clicks(RESULT)
    agent.arrives("scenarios/change-request/")


def scenario(agent: Agent) -> None:
    """Copy a reply from the page of what the customer says."""
    agent.open("scenarios/change-request/")
    agent.copies(f"{EMAIL} [data-copy=body]", LETTER)


JOURNEYS: tuple[Callable[[Agent], None], ...] = (home_box, desk, calculator, search, scenario)
