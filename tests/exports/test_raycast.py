"""Raycast takes the snippets: a name, a text with visible blanks, and a keyword."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.exports.abbreviation import abbreviation
from macros.exports.reply import ExportError, Reply, replies
from macros.exports.tools.raycast import TOOL
from tests.exports.reading_back import CATALOGUE, FIRST, HARMLESS, STORE, named, saying, shown, slots_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue

CONTENT = TOOL.files(CATALOGUE, STORE)["snippets.json"]
SNIPPETS: list[dict[str, str]] = json.loads(CONTENT)
REPLIES = replies(CATALOGUE)
TEXTS = dict(zip((reply.id for reply in REPLIES), (snippet["text"] for snippet in SNIPPETS), strict=True))


def test_the_file_is_utf_8_as_people_read_it() -> None:
    assert CONTENT.startswith(b"[\n")
    assert "–" in CONTENT.decode("utf-8")


def test_a_snippet_has_what_the_import_reads_and_nothing_else() -> None:
    assert {tuple(snippet) for snippet in SNIPPETS} == {("name", "text", "keyword")}


def test_each_reply_is_there_once_under_its_own_name_and_keyword() -> None:
    assert [snippet["name"] for snippet in SNIPPETS] == [reply.name for reply in REPLIES]
    assert [snippet["keyword"] for snippet in SNIPPETS] == [abbreviation(reply) for reply in REPLIES]
    assert len({snippet["name"] for snippet in SNIPPETS}) == len(SNIPPETS)


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_snippet_says_what_the_page_shows_with_blanks_to_see(reply: Reply) -> None:
    assert slots_back(TEXTS[reply.id], {}) == shown(reply)
    assert [name for name in reply.message.body.slots if reply.slots[name].blank not in TEXTS[reply.id]] == []


def test_nothing_looks_like_a_placeholder() -> None:
    assert [name for name, text in TEXTS.items() if "{" in text or "}" in text] == []


@pytest.mark.parametrize("words", [words for words in HARMLESS if "{" not in words])
def test_words_stay_words(words: str) -> None:
    snippets = json.loads(TOOL.files(saying(words), STORE)["snippets.json"])
    assert [snippet["text"] for snippet in snippets] == [words] * 3


@pytest.mark.parametrize("words", ["{date}", "{cursor}", "{ clipboard }", '{argument name="a"}', "a { b", "a } b"])
def test_words_that_would_be_filled_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        TOOL.files(saying(words), STORE)


def test_the_file_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden("exports/raycast/snippets.json", TOOL.files(*small)["snippets.json"].decode())
