"""Front takes the message templates: one body of its API a line, and the folders to sort them into."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from macros.exports.front import TOOL
from macros.exports.reply import ExportError, Reply
from macros.parts import token
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
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.catalogue import Catalogue
    from macros.facts import Store

TOKENS = {"customer.first_name": "{{recipient.first_name}}", "agent.first_name": "{{user.first_name}}"}
SYNTAX = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}")
FILES = TOOL.files(CATALOGUE, STORE)
TEMPLATES: list[dict[str, str]] = json_lines(FILES["message-templates.jsonl"])
BY_ID = {template["name"].rpartition(" · ")[2]: template for template in TEMPLATES}
SUBJECTS = {reply.id: reply.message.subject for reply in REPLIES if reply.message.subject}


def test_each_reply_is_there_once_and_its_name_ends_with_our_id() -> None:
    assert list(BY_ID) == [reply.id for reply in REPLIES]
    assert len(TEMPLATES) == len(BY_ID)


def test_an_agent_finds_a_reply_by_the_titles_of_the_playbook() -> None:
    names = [template["name"].rpartition(" · ")[0] for template in TEMPLATES]
    assert names == [f"{reply.entry.title} – {reply.template.title} ({reply.channel})" for reply in REPLIES]
    assert len(set(names)) == len(names)


def test_the_folders_are_the_shelves_and_hold_every_template_once() -> None:
    plan = json.loads(FILES["folders.json"])
    assert [folder["name"] for folder in plan] == [shelf.title for shelf in CATALOGUE.vocabulary.shelves]
    assert [name for folder in plan for name in folder["templates"]] == [template["name"] for template in TEMPLATES]
    held = [{name.rpartition(" · ")[2].rsplit("/", 2)[0] for name in folder["templates"]} for folder in plan]
    assert held == [set(shelf.entries) for shelf in CATALOGUE.vocabulary.shelves]


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_template_says_what_the_page_shows(reply: Reply) -> None:
    assert slots_back(as_plain(BY_ID[reply.id]["body"]), TOKENS) == shown(reply)


@pytest.mark.parametrize("reply_id", SUBJECTS)
def test_an_email_has_its_subject_with_blanks_only(reply_id: str) -> None:
    subject = SUBJECTS[reply_id]
    assert subject is not None
    assert slots_back(BY_ID[reply_id]["subject"], {}) == subject.plain(token)


def test_what_has_no_subject_says_nothing_of_one() -> None:
    assert {name for name, template in BY_ID.items() if "subject" not in template} == BY_ID.keys() - SUBJECTS.keys()
    assert None not in {value for template in TEMPLATES for value in template.values()}


def test_every_token_is_one_that_front_knows_and_nothing_else_looks_like_one() -> None:
    assert all_found(SYNTAX, (template["body"] for template in TEMPLATES)) <= set(TOKENS.values())
    assert all_found(SYNTAX, (template.get("subject", "") for template in TEMPLATES)) == set()


def test_what_front_cannot_fill_is_a_blank_to_see() -> None:
    seen = {name: blanks_in(template["body"]) for name, template in BY_ID.items()}
    assert seen == {reply.id: blanks_of(reply, TOKENS) for reply in REPLIES}


def test_a_template_is_a_letter_on_one_line() -> None:
    assert [name for name, found in BY_ID.items() if foreign_html(found["body"]) or "\n" in found["body"]] == []


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_template_has_the_documented_form(reply: Reply) -> None:
    assert problems("front", BY_ID[reply.id]) == []


GOOD: dict[str, Any] = TEMPLATES[0]
BAD = {
    "without a name": {key: value for key, value in GOOD.items() if key != "name"},
    "without a body": {key: value for key, value in GOOD.items() if key != "body"},
    "no subject as null": {**GOOD, "subject": None},
    "no folder as null": {**GOOD, "folder_id": None},
    "inboxes as one text": {**GOOD, "inbox_ids": "inb_1"},
    "a field of its own": {**GOOD, "external_id": "a"},
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
def test_the_documented_form_refuses(body: object) -> None:
    assert problems("front", body)


@pytest.mark.parametrize("words", HARMLESS)
def test_words_stay_words(words: str) -> None:
    found = json_lines(TOOL.files(saying(words), STORE)["message-templates.jsonl"])
    assert [as_plain(template["body"]) for template in found] == [words, words]
    assert [foreign_html(template["body"]) for template in found] == [[], []]


@pytest.mark.parametrize("words", ["{{user.id}}", "a {{ b", "a }} b"])
def test_words_that_would_be_filled_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        TOOL.files(saying(words), STORE)


@pytest.mark.parametrize("name", ["message-templates.jsonl", "folders.json"])
def test_the_files_of_the_small_world(
    name: str, small: tuple[Catalogue, Store], golden: Callable[[str, str], None]
) -> None:
    golden(f"exports/front/{name}", TOOL.files(*small)[name].decode())
