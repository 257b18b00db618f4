"""The built pages: no error printed as content, no dead end, and each word the one that was written."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from macros.publishing import as_data
from tests.product import catalogue, store
from tests.tables import for_each

if TYPE_CHECKING:
    from pathlib import Path

    from macros.catalogue.model import Entry, Template

SIGNS_OF_A_FAILED_MACRO = ["Macro Rendering Error", "Macro Syntax Error", "Undefined", "{%"]


@lru_cache(maxsize=1)
def pages(site: Path) -> dict[str, BeautifulSoup]:
    found = {
        index.parent.relative_to(site).as_posix(): BeautifulSoup(index.read_text(encoding="utf-8"), "lxml")
        for index in site.rglob("index.html")
    }
    assert len(found) > len(catalogue().of_kind("scenarios"))
    return found


def test_no_page_publishes_an_error(site: Path) -> None:
    for name, page in pages(site).items():
        text = "".join(part for part in page.find_all(string=True) if not part.find_parent("code"))
        assert not [sign for sign in SIGNS_OF_A_FAILED_MACRO if sign in text], name


def test_no_page_shows_a_token(site: Path) -> None:
    for name, page in pages(site).items():
        shown = [part for part in page.select("article p, article li, article td") if not part.select("code")]
        assert not [part.get_text() for part in shown if "{{" in part.get_text()], name


def test_every_address_inside_the_site_leads_somewhere(site: Path) -> None:
    dead = [
        f"{name}: {address}"
        for name, page in pages(site).items()
        for address in addresses(page)
        if not (target := site / name / address).exists() and not target.with_suffix(".html").exists()
    ]
    assert dead == []


def addresses(page: BeautifulSoup) -> set[str]:
    """The paths that a page links to or loads, within the site."""
    found = {str(tag.get("href") or tag.get("src")) for tag in page.select("[href], script[src], img[src]")}
    return {unquote(urlsplit(address).path) for address in found if not re.match(r"[a-z]+:|#|//|data:", address)} - {""}


def test_titles_are_unique(site: Path) -> None:
    titles = [page.title.get_text() for page in pages(site).values() if page.title]
    assert len(titles) == len(set(titles))


@for_each("entry", lambda: catalogue().of_kind("scenarios"), ids=lambda entry: entry.id)
def test_an_edit_link_opens_the_file_with_the_words(entry: Entry, site: Path) -> None:
    if not store().brand.edit_url:
        pytest.skip("this store shows no edit links")
    page = pages(site)[entry.address.rstrip("/")]
    links = {str(link["href"]) for link in page.select("a.md-content__button")}
    assert links == {store().brand.edit_url.replace("{path}", entry.source)}


def test_the_catalogue_is_published_whole(site: Path) -> None:
    assert json.loads((site / "catalogue.json").read_text(encoding="utf-8")) == as_data(catalogue())


@lru_cache(maxsize=1)
def letters_of(site: Path) -> dict[str, list[Tag]]:
    """The letters of all pages by the ids of their templates."""
    found: dict[str, list[Tag]] = {}
    for page in pages(site).values():
        for letter in page.select("[data-template] .letter__body"):
            template = letter.find_parent(attrs={"data-template": True})
            assert template
            found.setdefault(str(template["data-template"]), []).append(letter)
    return found


@for_each("template", lambda: catalogue().templates, ids=lambda template: template.id)
def test_what_a_page_shows_is_what_is_copied(template: Template, site: Path) -> None:
    """The letter as shown, its blanks by their labels, reads like the text that the button starts from."""
    letters = letters_of(site)[template.id]
    assert len(letters) == len(template.messages)
    for letter in letters:
        for link in letter.select("a"):
            link.append(f" ({labelled(str(link.get('data-href') or link['href']))})")
        assert words(letter.get_text(" ")) == words(labelled(str(letter["data-plain"])))


def labelled(text: str) -> str:
    return re.sub(r"\{\{ ([a-z_.0-9]+) \}\}", lambda token: catalogue().slots[token[1]].label, text)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
