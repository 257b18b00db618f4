"""Raycast takes the snippets: a name, a text with visible blanks, and a keyword."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.exports.abbreviation import abbreviation
from macros.exports.reply import ExportError
from macros.exports.tools.raycast import TOOL
from tests.macros.exports.reading_back import FIRST, HARMLESS, all_replies, files_of, named, saying, shown, slots_back
from tests.product import store
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply


def content() -> bytes:
    """The file of the product's own words."""
    return files_of("raycast")["snippets.json"]


@cache
def snippets() -> list[dict[str, str]]:
    """Its snippets."""
    found: list[dict[str, str]] = json.loads(content())
    return found


@cache
def texts() -> dict[str, str]:
    """Their texts by our ids."""
    return dict(zip((reply.id for reply in all_replies()), (snippet["text"] for snippet in snippets()), strict=True))


def test_the_file_is_utf_8_as_people_read_it() -> None:
    assert content().startswith(b"[\n")
    assert "–" in content().decode("utf-8")


def test_a_snippet_has_what_the_import_reads_and_nothing_else() -> None:
    assert {tuple(snippet) for snippet in snippets()} == {("name", "text", "keyword")}


def test_each_reply_is_there_once_under_its_own_name_and_keyword() -> None:
    assert [snippet["name"] for snippet in snippets()] == [reply.name for reply in all_replies()]
    assert [snippet["keyword"] for snippet in snippets()] == [abbreviation(reply) for reply in all_replies()]
    assert len({snippet["name"] for snippet in snippets()}) == len(snippets())


@for_each("reply", all_replies, ids=named)
def test_a_snippet_says_what_the_page_shows_with_blanks_to_see(reply: Reply) -> None:
    assert slots_back(texts()[reply.id], {}) == shown(reply)
    assert [name for name in reply.message.body.slots if reply.slots[name].blank not in texts()[reply.id]] == []


def test_nothing_looks_like_a_placeholder() -> None:
    assert [name for name, text in texts().items() if "{" in text or "}" in text] == []


@pytest.mark.parametrize("words", [words for words in HARMLESS if "{" not in words])
def test_words_stay_words(words: str) -> None:
    made = json.loads(TOOL.files(saying(words), store())["snippets.json"])
    assert [snippet["text"] for snippet in made] == [words] * 3


@pytest.mark.parametrize("words", ["{date}", "{cursor}", "{ clipboard }", '{argument name="a"}', "a { b", "a } b"])
def test_words_that_would_be_filled_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        TOOL.files(saying(words), store())


def test_the_file_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden("exports/raycast/snippets.json", TOOL.files(*small)["snippets.json"].decode())
