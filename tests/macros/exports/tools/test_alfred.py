"""Alfred opens the collection: a zip with one file for each snippet, named after it."""

from __future__ import annotations

import json
import re
import uuid
from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.exports.abbreviation import abbreviation
from macros.exports.reply import ExportError
from macros.exports.tools.alfred import TOOL
from tests.macros.exports.packed import unpacked
from tests.macros.exports.reading_back import FIRST, HARMLESS, all_replies, named, saying, shown, slots_back, titled
from tests.product import catalogue, store
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

FILE = "Custom Order Support.alfredsnippets"


def snippets_of(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """The snippets of a collection by the names of their files."""
    packed = unpacked(TOOL.files(catalogue, store())[FILE])
    read = {name: json.loads(content) for name, content in packed.items()}
    assert {tuple(found) for found in read.values()} == {("alfredsnippet",)}
    return {name: found["alfredsnippet"] for name, found in read.items()}


@cache
def snippets() -> dict[str, dict[str, str]]:
    """Those of the product's own words."""
    return snippets_of(catalogue())


@cache
def by_keyword() -> dict[str, dict[str, str]]:
    """The same by their keywords."""
    return {snippet["keyword"]: snippet for snippet in snippets().values()}


def test_a_snippet_has_the_four_keys_alfred_reads() -> None:
    assert {tuple(snippet) for snippet in snippets().values()} == {("snippet", "uid", "name", "keyword")}


def test_a_file_is_named_after_its_snippet_and_its_uid() -> None:
    parts = [re.fullmatch(r"(.+) \[([0-9A-F-]{36})\]\.json", name) for name in snippets()]
    assert [found[2] for found in parts if found] == [snippet["uid"] for snippet in snippets().values()]
    assert [name for name in snippets() if re.search(r'[/\\:*?"<>|]', name)] == []


def test_a_uid_stays_the_same_from_build_to_build_and_is_its_own() -> None:
    uids = {snippet["uid"] for snippet in snippets().values()}
    assert len(uids) == len(all_replies())
    assert {uuid.UUID(uid).version for uid in uids} == {5}
    assert snippets_of(saying("Hi")).keys() == snippets_of(saying("Hello")).keys()


def test_each_reply_is_there_once_under_its_own_name_and_keyword() -> None:
    assert by_keyword().keys() == {abbreviation(reply) for reply in all_replies()}
    assert sorted(snippet["name"] for snippet in snippets().values()) == sorted(reply.name for reply in all_replies())
    assert len(snippets()) == len(all_replies())


@for_each("reply", all_replies, ids=named)
def test_a_snippet_says_what_the_page_shows_with_blanks_to_see(reply: Reply) -> None:
    text = by_keyword()[abbreviation(reply)]["snippet"]
    assert slots_back(text, {}) == shown(reply)
    assert [name for name in reply.message.body.slots if reply.slots[name].blank not in text] == []


def test_nothing_looks_like_a_placeholder() -> None:
    assert [name for name, snippet in snippets().items() if re.search("[{}]", snippet["snippet"])] == []


def test_a_name_that_no_file_may_have_stays_the_name_of_the_snippet() -> None:
    (email, *_) = sorted(snippets_of(titled(title='Late/lost: "where?"')).items(), key=lambda item: item[1]["keyword"])[
        1:
    ]
    assert email[0].startswith("Design – Late lost   where ")
    assert email[1]["name"] == 'Design – Late/lost: "where?" (email)'


@pytest.mark.parametrize("words", [words for words in HARMLESS if "{" not in words])
def test_words_stay_words(words: str) -> None:
    assert [snippet["snippet"] for snippet in snippets_of(saying(words)).values()] == [words] * 3


@pytest.mark.parametrize("words", ["{date}", "{cursor}", "{ clipboard }", "a { b", "a } b"])
def test_words_that_would_be_filled_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        TOOL.files(saying(words), store())


def test_the_collection_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    packed = unpacked(TOOL.files(*small)[FILE])
    golden("exports/alfred/collection.txt", "".join(f"{name}\n{text.decode()}" for name, text in packed.items()))
