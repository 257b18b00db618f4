"""Zendesk takes the macros: one body of its API a line, sorted into the categories of its menu."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from macros.exports.reply import ExportError, Reply
from macros.exports.zendesk import TOOL
from tests.exports.reading_back import (
    CATALOGUE,
    FIRST,
    HARMLESS,
    REPLIES,
    STORE,
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
    titled,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.catalogue import Catalogue
    from macros.facts import Store

TOKENS = {
    "customer.first_name": "{{ticket.requester.first_name}}",
    "agent.first_name": "{{current_user.first_name}}",
}
SYNTAX = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}|\{%|%\}")
LINES = json_lines(TOOL.files(CATALOGUE, STORE)["macros.jsonl"])
MACROS = {line["macro"]["description"]: line["macro"] for line in LINES}


def actions(macro: dict[str, Any]) -> dict[str, str]:
    """The values of the actions of a macro by field."""
    return {action["field"]: action["value"] for action in macro["actions"]}


HTML = {reply_id: actions(macro)["comment_value_html"] for reply_id, macro in MACROS.items()}


def test_each_reply_is_there_once_and_its_description_is_our_id() -> None:
    assert [line["macro"]["description"] for line in LINES] == [reply.id for reply in REPLIES]


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_macro_says_what_the_page_shows(reply: Reply) -> None:
    assert slots_back(as_plain(HTML[reply.id]), TOKENS) == shown(reply)


def test_every_token_is_one_that_zendesk_knows_and_nothing_else_looks_like_one() -> None:
    assert all_found(SYNTAX, HTML.values()) <= set(TOKENS.values())


def test_what_zendesk_cannot_fill_is_a_blank_to_see() -> None:
    assert {name: blanks_in(html) for name, html in HTML.items()} == {r.id: blanks_of(r, TOKENS) for r in REPLIES}


def test_a_macro_writes_a_letter_on_one_line_and_adds_tags_and_nothing_more() -> None:
    assert {tuple(actions(macro)) for macro in MACROS.values()} == {("comment_value_html", "current_tags")}
    assert [name for name, html in HTML.items() if foreign_html(html) or "\n" in html] == []


def test_the_tags_say_where_a_reply_comes_from() -> None:
    _, chat = json_lines(TOOL.files(saying("Hi"), STORE)["macros.jsonl"])
    assert actions(chat["macro"])["current_tags"] == "stages design chat"


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_the_menu_leads_from_the_shelf_over_the_entry_to_the_reply(reply: Reply) -> None:
    (shelf,) = (shelf.title for shelf in CATALOGUE.vocabulary.shelves if reply.entry.id in shelf.entries)
    levels = [shelf, reply.entry.title, f"{reply.template.title} ({reply.channel})"]
    assert MACROS[reply.id]["title"].split("::") == levels


def test_no_two_macros_stand_at_the_same_place() -> None:
    assert len({macro["title"] for macro in MACROS.values()}) == len(REPLIES)


@pytest.mark.parametrize("title", ["Late::very", "Late:", ":late"])
def test_a_title_that_would_open_a_category_of_its_own_is_refused_by_name(title: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: '{title}' would be split"):
        TOOL.files(titled(title), STORE)


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_macro_has_the_documented_form(reply: Reply) -> None:
    assert problems("zendesk", {"macro": MACROS[reply.id]}) == []


GOOD: dict[str, Any] = LINES[0]["macro"]
BAD = {
    "a macro without its envelope": GOOD,
    "without a title": {"macro": {key: value for key, value in GOOD.items() if key != "title"}},
    "without actions": {"macro": {**GOOD, "actions": []}},
    "a field of its own": {"macro": {**GOOD, "external_id": "a"}},
    "an unknown action": {"macro": {**GOOD, "actions": [{"field": "comment_html", "value": "<p>Hi</p>"}]}},
    "an action without a value": {"macro": {**GOOD, "actions": [{"field": "comment_value_html"}]}},
    "a comment of several parts": {
        "macro": {**GOOD, "actions": [{"field": "comment_value_html", "value": ["a", "b"]}]}
    },
    "tags with commas between": {"macro": {**GOOD, "actions": [{"field": "current_tags", "value": "a,  b"}]}},
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
def test_the_documented_form_refuses(body: object) -> None:
    assert problems("zendesk", body)


@pytest.mark.parametrize("words", HARMLESS)
def test_words_stay_words(words: str) -> None:
    lines = json_lines(TOOL.files(saying(words), STORE)["macros.jsonl"])
    written = [actions(line["macro"])["comment_value_html"] for line in lines]
    assert [as_plain(html) for html in written] == [words, words]
    assert [foreign_html(html) for html in written] == [[], []]


@pytest.mark.parametrize("words", ["{{ticket.id}}", "a {{ b", "a }} b", "{% if a %}", "a %} b"])
def test_words_that_would_be_filled_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        TOOL.files(saying(words), STORE)


def test_the_file_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden("exports/zendesk/macros.jsonl", TOOL.files(*small)["macros.jsonl"].decode())
