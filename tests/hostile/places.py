"""Where somebody can type or bring a text: each place of the site, how it is filled, and what is copied from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.pages.desk import known_facts

if TYPE_CHECKING:
    from playwright.sync_api import Page

DATES = ("order-date", "product", "needed-by", "rush", "order-time", "production-days", "shipping-days", "closed")
PROSE = ("message", "customer", "agent", "order", "customization", "change_to", "approved", "made", "tracking")


@dataclass(frozen=True)
class Place:
    """Some fields of a page.

    Attributes:
        name: for a report.
        address: of the page.
        ready: what is there when the page can be used.
        fields: a selector of fields to type into, or the names of values in a link's fragment or query.
        answer: a selector of what is busy while an answer is to come.
        copies: a selector of buttons that copy.
        beside: what a link says besides.
        kept: what is in the tab's storage already.
        pause: milliseconds until what says nothing of being busy has answered.
        keeps_link: whether the address still holds afterwards what a link has brought.
    """

    name: str
    address: str
    ready: str
    fields: str | tuple[str, ...]
    answer: str = ""
    copies: str = ""
    beside: str = ""
    kept: str = ""
    pause: int = 0
    keeps_link: bool = False

    def count(self, page: Page) -> int:
        """How many fields there are."""
        return page.locator(self.fields).count() if isinstance(self.fields, str) else len(self.fields)


CASE = '{"concern": "change-request"}'
QUERY = ("q", "h")
SEARCH = ".md-search__input"
DESK = ("desk/", ".desk[data-state=ready]")
ANSWER = ".desk__answer"
COPIES = ".desk [data-desk-do=body], .desk [data-desk-do=subject], .desk__section .copy"
ETA_COPIES = ".eta__buttons [data-eta-do=link], .eta__buttons [data-eta-do=sentence], .eta__buttons [data-eta-do=dates]"
PLACES = [
    Place("desk, a link's texts", *DESK, PROSE, ANSWER, COPIES, "concern=change-request&"),
    Place("desk, all of a link", *DESK, tuple(known_facts()), ANSWER),  # all are refused: there is nothing to copy
    Place("desk, typed", *DESK, ".desk__case [name]", ANSWER, COPIES, kept=CASE),
    Place("home box", ".", ".box", "#box-message", ".box__answer", ".box__copy"),
    Place("calculator, typed", "eta/", ".eta__example[hidden]", ".eta [name]", ".eta__result", ETA_COPIES),
    Place("calculator, a link", "eta/", ".eta__example[hidden]", DATES, ".eta__result", ETA_COPIES, keeps_link=True),
    Place("this order", "scenarios/taking-too-long/", ".order-facts", "[data-fills]", "", "button[data-copy]"),
    Place("this order's link", "scenarios/proof-approval/", ".order-facts", "[data-fills]", "", "button[data-copy]"),
    Place("search, typed", ".", SEARCH, SEARCH, pause=150),
    Place("search, a link", "policy/", SEARCH, QUERY, pause=150),
]
