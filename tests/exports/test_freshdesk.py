"""Freshdesk takes the canned responses: a body of its bulk API for each folder, and the folders to make first."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from macros.exports.freshdesk import TOOL
from macros.exports.reply import ExportError, Reply
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

    type Response = dict[str, Any]

TOKENS = {"customer.first_name": "{{ticket.requester.firstname}}"}
SYNTAX = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}|\{%|%\}")
FOLDERS = "folders.json"


def bodies(files: dict[str, bytes]) -> dict[str, list[Response]]:
    """The canned responses by the file they are in."""
    return {name: json.loads(body)["canned_responses"] for name, body in files.items() if name != FOLDERS}


FILES = TOOL.files(CATALOGUE, STORE)
PLAN: list[dict[str, str]] = json.loads(FILES[FOLDERS])
RESPONSES = [response for found in bodies(FILES).values() for response in found]
HTML = {response["title"].rpartition(" · ")[2]: response["content_html"] for response in RESPONSES}


def test_each_reply_is_there_once_and_its_title_ends_with_our_id() -> None:
    assert list(HTML) == [reply.id for reply in REPLIES]
    assert len(RESPONSES) == len(HTML)


def test_an_agent_finds_a_reply_by_the_titles_of_the_playbook() -> None:
    titles = [response["title"].rpartition(" · ")[0] for response in RESPONSES]
    assert titles == [f"{reply.entry.title} – {reply.template.title} ({reply.channel})" for reply in REPLIES]
    assert len(set(titles)) == len(titles)


def test_each_shelf_is_a_folder_with_a_file_of_its_replies() -> None:
    shelves = {shelf.title: shelf.entries for shelf in CATALOGUE.vocabulary.shelves}
    held = {
        folder["name"]: {response["title"].rpartition(" · ")[2].rsplit("/", 2)[0] for response in found}
        for folder, found in zip(PLAN, (bodies(FILES)[folder["file"]] for folder in PLAN), strict=True)
    }
    assert held == {title: set(entries) for title, entries in shelves.items()}
    assert [folder["file"] for folder in PLAN] == [name for name in FILES if name != FOLDERS]


def test_all_agents_see_a_response() -> None:
    assert {response["visibility"] for response in RESPONSES} == {0}


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_response_says_what_the_page_shows(reply: Reply) -> None:
    assert slots_back(as_plain(HTML[reply.id]), TOKENS) == shown(reply)


def test_every_token_is_one_that_freshdesk_knows_and_nothing_else_looks_like_one() -> None:
    assert all_found(SYNTAX, HTML.values()) <= set(TOKENS.values())


def test_what_freshdesk_cannot_fill_is_a_blank_to_see() -> None:
    assert {name: blanks_in(html) for name, html in HTML.items()} == {r.id: blanks_of(r, TOKENS) for r in REPLIES}


def test_a_response_is_a_letter_on_one_line() -> None:
    assert [name for name, html in HTML.items() if foreign_html(html) or "\n" in html] == []


def filed(response: Response) -> Response:
    """The body with a response in a folder, as the import guide says to send it."""
    return {"canned_responses": [{**response, "folder_id": 7}]}


@pytest.mark.parametrize("response", RESPONSES, ids=HTML)
def test_a_response_has_the_documented_form_once_its_folder_is_known(response: Response) -> None:
    assert problems("freshdesk", filed(response)) == []


GOOD = RESPONSES[0]
BAD = {
    "no folder": {"canned_responses": [GOOD]},
    "a response alone": filed(GOOD)["canned_responses"][0],
    "without a title": filed({key: value for key, value in GOOD.items() if key != "title"}),
    "content that is not HTML by name": filed({**GOOD, "content": "Hi"}),
    "visible to nobody known": filed({**GOOD, "visibility": 3}),
    "for groups, without the groups": filed({**GOOD, "visibility": 2}),
    "nothing": {"canned_responses": []},
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
def test_the_documented_form_refuses(body: object) -> None:
    assert problems("freshdesk", body)


@pytest.mark.parametrize("words", HARMLESS)
def test_words_stay_words(words: str) -> None:
    (found,) = bodies(TOOL.files(saying(words), STORE)).values()
    assert [as_plain(response["content_html"]) for response in found] == [words, words]
    assert [foreign_html(response["content_html"]) for response in found] == [[], []]


@pytest.mark.parametrize("words", ["{{ticket.id}}", "a {{ b", "a }} b", "{% if a %}", "a %} b"])
def test_words_that_would_be_filled_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        TOOL.files(saying(words), STORE)


def test_the_files_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    files = TOOL.files(*small)
    assert list(files) == ["folders.json", "folder-01.json", "folder-02.json", "folder-03.json", "folder-04.json"]
    golden("exports/freshdesk/folders.json", files["folders.json"].decode())
    golden("exports/freshdesk/folder-03.json", files["folder-03.json"].decode())
