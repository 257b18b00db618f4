"""Help Scout takes the saved replies: one body of its API a line, with the email and the chat of a template."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from macros.exports.helpscout import TOOL
from macros.exports.reply import ExportError, Reply
from tests.exports.reading_back import (
    CATALOGUE,
    FIRST,
    HARMLESS,
    REPLIES,
    SMALL,
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
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.catalogue import Catalogue
    from macros.facts import Store

TOKENS = {
    "customer.first_name": "{%customer.firstName,fallback=there%}",
    "agent.first_name": "{%user.firstName%}",
}
SYNTAX = re.compile(r"\{%(?:(?!%\}).)*%\}|\{%|%\}")
FIELDS = {"email": "text", "chat": "chatText"}
SAVED: list[dict[str, str]] = json_lines(TOOL.files(CATALOGUE, STORE)["saved-replies.jsonl"])
BY_ID = {saved["name"].rpartition(" · ")[2]: saved for saved in SAVED}


def field_of(reply: Reply) -> str:
    """The text of a reply as it is written for Help Scout."""
    return BY_ID[reply.template.id][FIELDS[reply.channel]]


def as_text(channel: str, written: str) -> str:
    """What a customer reads."""
    return as_plain(written) if channel == "email" else written


def test_each_template_is_there_once_and_its_name_ends_with_our_id() -> None:
    assert list(BY_ID) == [template.id for template in CATALOGUE.templates]
    assert len(SAVED) == len(BY_ID)


def test_an_agent_finds_a_reply_by_the_titles_of_the_playbook() -> None:
    titles = [f"{entry.title} – {known.title}" for entry in CATALOGUE.entries for known in entry.templates]
    assert [saved["name"].rpartition(" · ")[0] for saved in SAVED] == titles


def test_the_channels_of_a_template_are_one_saved_reply_and_a_missing_one_is_left_out() -> None:
    saved = {line["name"]: list(line) for line in json_lines(TOOL.files(SMALL, STORE)["saved-replies.jsonl"])}
    assert saved["Design – On track · stages/design/on-track"] == ["name", "text", "chatText"]
    assert saved["Order confirmed – Order confirmed · milestones/order-confirmed/standard"] == ["name", "text"]


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_saved_reply_says_what_the_page_shows(reply: Reply) -> None:
    assert slots_back(as_text(reply.channel, field_of(reply)), TOKENS) == shown(reply)


def test_every_token_is_one_that_help_scout_knows_and_nothing_else_looks_like_one() -> None:
    assert all_found(SYNTAX, map(field_of, REPLIES)) <= set(TOKENS.values())


def test_what_help_scout_cannot_fill_is_a_blank_to_see() -> None:
    seen = {reply.id: blanks_in(field_of(reply)) for reply in REPLIES}
    assert seen == {reply.id: blanks_of(reply, TOKENS) for reply in REPLIES}


def test_an_email_is_a_letter_on_one_line_and_a_chat_has_no_html() -> None:
    assert [saved["name"] for saved in SAVED if foreign_html(saved["text"]) or "\n" in saved["text"]] == []
    assert [saved["name"] for saved in SAVED if foreign_html(saved.get("chatText", ""), {})] == []


@pytest.mark.parametrize("template_id", BY_ID)
def test_a_saved_reply_has_the_documented_form(template_id: str) -> None:
    assert problems("helpscout", BY_ID[template_id]) == []


GOOD: dict[str, Any] = SAVED[0]
BAD = {
    "without a name": {key: value for key, value in GOOD.items() if key != "name"},
    "without a text in the text": {**GOOD, "text": ""},
    "no chat as null": {**GOOD, "chatText": None},
    "a field of its own": {**GOOD, "chat_text": "Hi"},
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
def test_the_documented_form_refuses(body: object) -> None:
    assert problems("helpscout", body)


@pytest.mark.parametrize("words", [*HARMLESS, "{{ customer }}"])
def test_words_stay_words(words: str) -> None:
    (saved,) = json_lines(TOOL.files(saying(words), STORE)["saved-replies.jsonl"])
    assert (as_plain(saved["text"]), saved["chatText"]) == (words, words)
    assert foreign_html(saved["text"]) == []


@pytest.mark.parametrize("words", ["{%customer.email%}", "a {% b", "a %} b"])
def test_words_that_would_be_filled_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        TOOL.files(saying(words), STORE)


def test_the_file_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden("exports/helpscout/saved-replies.jsonl", TOOL.files(*small)["saved-replies.jsonl"].decode())
