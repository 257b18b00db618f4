"""Front takes the message templates: one body of its API a line, and the folders to sort them into."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.exports.front import TOOL
from tests.exports.api_tools import FRONT
from tests.exports.reading_back import CATALOGUE, REPLIES, all_found, slots_back
from words.message import token

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.catalogue import Catalogue
    from macros.facts import Store

BODIES = {written.id: written.body for written in FRONT.replies}
SUBJECTS = {reply.id: reply.message.subject for reply in REPLIES if reply.message.subject}


def test_the_folders_are_the_shelves_and_hold_every_template_once() -> None:
    plan = json.loads(FRONT.files["folders.json"])
    assert [folder["name"] for folder in plan] == [shelf.title for shelf in CATALOGUE.vocabulary.shelves]
    assert [name for folder in plan for name in folder["templates"]] == [body["name"] for body in BODIES.values()]
    held = [{name.rpartition(" · ")[2].rsplit("/", 2)[0] for name in folder["templates"]} for folder in plan]
    assert held == [set(shelf.entries) for shelf in CATALOGUE.vocabulary.shelves]


@pytest.mark.parametrize("reply_id", SUBJECTS)
def test_an_email_has_its_subject_with_blanks_only(reply_id: str) -> None:
    subject = SUBJECTS[reply_id]
    assert subject is not None
    assert slots_back(BODIES[reply_id]["subject"], {}) == subject.plain(token)


def test_nothing_in_a_subject_looks_like_a_variable() -> None:
    assert all_found(FRONT.syntax, (body.get("subject", "") for body in BODIES.values())) == set()


def test_what_has_no_subject_says_nothing_of_one() -> None:
    assert {name for name, body in BODIES.items() if "subject" not in body} == BODIES.keys() - SUBJECTS.keys()
    assert None not in {value for body in BODIES.values() for value in body.values()}


@pytest.mark.parametrize("name", ["message-templates.jsonl", "folders.json"])
def test_the_files_of_the_small_world(
    name: str, small: tuple[Catalogue, Store], golden: Callable[[str, str], None]
) -> None:
    golden(f"exports/front/{name}", TOOL.files(*small)[name].decode())
