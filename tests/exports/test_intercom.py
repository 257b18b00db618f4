"""Intercom takes the macros: one body of its API a line, with its placeholders as elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from macros.exports.intercom import TOOL
from macros.exports.reply import ExportError, Reply
from tests.exports.reading_back import (
    CATALOGUE,
    FIRST,
    HARMLESS,
    REPLIES,
    STORE,
    TAGS,
    all_found,
    as_plain,
    blanks_in,
    blanks_of,
    foreign_html,
    json_lines,
    named,
    problems,
    saying,
    shown,
    slots_back,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.catalogue import Catalogue
    from macros.facts import Store

TOKENS = {"customer.first_name": '<attribute key="first_name" default="there"/>'}
SYNTAX = re.compile(r"</?attribute[^>]*>|\{\{|\}\}")
WITH_PLACEHOLDERS = {**TAGS, "attribute": frozenset({"key", "default"})}
MOST_BYTES = 20_480
MACROS: list[dict[str, str]] = json_lines(TOOL.files(CATALOGUE, STORE)["macros.jsonl"])
BODIES = {macro["name"].rpartition(" · ")[2]: macro["body"] for macro in MACROS}


def test_each_reply_is_there_once_and_its_name_ends_with_our_id() -> None:
    assert list(BODIES) == [reply.id for reply in REPLIES]
    assert len(MACROS) == len(BODIES)


def test_an_agent_finds_a_reply_by_the_titles_of_the_playbook() -> None:
    names = [macro["name"].rpartition(" · ")[0] for macro in MACROS]
    assert names == [f"{reply.entry.title} – {reply.template.title} ({reply.channel})" for reply in REPLIES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_macro_says_what_the_page_shows(reply: Reply) -> None:
    assert as_plain(slots_back(BODIES[reply.id], TOKENS)) == shown(reply)


def test_every_token_is_one_that_intercom_knows_and_nothing_else_looks_like_one() -> None:
    assert all_found(SYNTAX, BODIES.values()) <= set(TOKENS.values())


def test_what_intercom_cannot_fill_is_a_blank_to_see() -> None:
    assert {name: blanks_in(html) for name, html in BODIES.items()} == {r.id: blanks_of(r, TOKENS) for r in REPLIES}


def test_a_macro_is_a_letter_on_one_line_with_placeholders() -> None:
    assert [name for name, html in BODIES.items() if foreign_html(html, WITH_PLACEHOLDERS) or "\n" in html] == []


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_macro_has_the_documented_form(reply: Reply) -> None:
    body = BODIES[reply.id]
    assert problems("intercom", {"name": reply.name, "body": body}) == []
    assert len(body.encode()) <= MOST_BYTES


def test_a_macro_as_long_as_intercom_takes_is_written_and_a_longer_one_refused_by_name() -> None:
    longest = "é" * ((MOST_BYTES - len("<p></p>")) // 2)
    (macro, _) = json_lines(TOOL.files(saying(longest + "a"), STORE)["macros.jsonl"])
    assert len(macro["body"].encode()) == MOST_BYTES
    with pytest.raises(ExportError, match=rf"{FIRST}/email: is longer than the 20480 bytes"):
        TOOL.files(saying(longest + "é"), STORE)


GOOD: dict[str, Any] = MACROS[0]
BAD = {
    "without a name": {key: value for key, value in GOOD.items() if key != "name"},
    "body and blocks": {**GOOD, "blocks": [{"type": "paragraph", "text": "Hi"}]},
    "a body longer than any": {**GOOD, "body": "a" * (MOST_BYTES + 1)},
    "a body as null": {**GOOD, "body": None},
    "a field of its own": {**GOOD, "body_text": "Hi"},
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
def test_the_documented_form_refuses(body: object) -> None:
    assert problems("intercom", body)


@pytest.mark.parametrize("words", HARMLESS)
def test_words_stay_words(words: str) -> None:
    found = json_lines(TOOL.files(saying(words), STORE)["macros.jsonl"])
    assert [as_plain(macro["body"]) for macro in found] == [words, words]
    assert [foreign_html(macro["body"]) for macro in found] == [[], []]


@pytest.mark.parametrize("words", ["{{user.id}}", "a {{ b", "a }} b"])
def test_words_that_would_be_filled_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        TOOL.files(saying(words), STORE)


def test_the_file_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden("exports/intercom/macros.jsonl", TOOL.files(*small)["macros.jsonl"].decode())
