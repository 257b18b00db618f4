"""One round: the fields of a place are filled, and the page is looked at."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from playwright.sync_api import Error

from tests.hostile.places import QUERY, SEARCH
from tests.hostile.strings import addresses, calm_rounds, rounds
from words.signs import UNSEEN

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.hostile.places import Place

PAGE = (Path(__file__).parent / "page.js").read_text(encoding="utf-8")
IN_A_LETTER = {"p", "ul", "ol", "li", "strong", "br", "a href", "div", "a"}


# What the desk shows of the facts that it reads in some of the texts: a mark over words, and what to do with each.
OF_READING = {"mark title", "button aria-label class data-name data-read-do data-value title type"}
OF_RESULTS = {"del", "pre"}  # the search shows a part of a page, and which words that lacks
QUERY_LONGEST = 3000  # characters
SEARCHED = "() => !document.querySelector('.md-search-result__meta').textContent.includes('Initializing')"


class Result(NamedTuple):
    """What became of a place.

    Attributes:
        texts: how many texts were put into a field.
        faults: what was wrong, one line each.
    """

    texts: int
    faults: list[str]


def tried(page: Page, place: Place, complaints: list[str], *, every: bool) -> Result:
    """Fill a place in round after round.

    Args:
        page: a tab.
        place: what is filled.
        complaints: what the browser says about the tab; it is emptied.
        every: whether each string meets each field; else each meets one.
    """
    _open(page, place)
    fields = place.count(page)
    calm = [_round(page, place, texts) for texts in calm_rounds(fields)[-1 if place.fields == QUERY else 0 :]]
    usual = {kind for found in calm for kind in found["kinds"]} | OF_RESULTS | OF_READING
    if place.copies and not any(found["copied"]["plain"] for found in calm):
        return Result(0, [f"{place.name}: nothing was copied"])
    outside = {address for found in calm for address in found["addresses"]}
    faults: list[str] = []
    asked = rounds(fields, every=every)
    for at, texts in enumerate(asked):
        try:
            found = _round(page, place, texts, is_encoded=at % 2 == 0)
            wrong = [*judged(place, found, usual, outside | addresses(texts)), *complaints]
        except Error as gone:
            wrong = [f"the page is gone: {gone.message}", *complaints]
            _open(page, place)
        faults += [f"{place.name}, round {at}: {line}"[:400] for line in wrong]
        complaints.clear()
    return Result(len(asked) * fields, faults)


def judged(place: Place, found: dict[str, Any], usual: set[str], outside: set[str]) -> list[str]:
    """What is wrong with a page: what calm texts do not make of it, what is copied and is more than text."""
    copied = found["copied"]
    return [
        *([f"the engine failed: {found['failed'][-200:]}"] if found["failed"] else []),
        *([f"still in the address: {found['hash'][:99]}"] if found["hash"] and not place.keeps_link else []),
        *(f"an element: {kind}" for kind in found["kinds"] if kind not in usual),
        *(f"an address: {address}" for address in found["addresses"] if address not in outside),
        *(f"copied as an element: {kind}" for kind in copied["kinds"] if kind not in IN_A_LETTER),
        *(f"copied as an address: {address}" for address in copied["addresses"] if address not in outside),
        *(f"copied unseen: {text[:99]!r}" for text in copied["plain"] if UNSEEN.search(text.replace("\n", " "))),
    ]


def _open(page: Page, place: Place, query: str = "") -> None:
    if page.url.startswith("http"):
        page.evaluate("sessionStorage.clear()")
    page.goto("about:blank")
    page.goto(place.address + query)
    page.wait_for_selector(place.ready, state="attached", timeout=20_000)
    if place.ready == SEARCH:
        page.focus(SEARCH)
        page.wait_for_function(SEARCHED)
    page.evaluate(f"() => {{ globalThis.hostilePage = {PAGE.partition('*/')[2]} }}")


def _round(page: Page, place: Place, texts: list[str], *, is_encoded: bool = True) -> dict[str, Any]:
    if place.fields == QUERY:
        told = {name: text[:QUERY_LONGEST] for name, text in zip(QUERY, texts, strict=True)}
        _open(page, place, f"?{urlencode(told, errors='replace')}")
    how = [asdict(place), json.dumps(texts), is_encoded]
    found: dict[str, Any] = page.evaluate("(how) => hostilePage.round(how)", how)
    return found
