"""Front takes the message templates: one body of its API a line, and the folders to sort them into."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from macros.exports.tools.front import TOOL
from tests.macros.exports.api_tools import FRONT
from tests.macros.exports.reading_back import all_found, api_replies, slots_back
from tests.product import catalogue
from tests.tables import for_each
from words.message import token

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from words.message import Body


@cache
def bodies() -> dict[str, Any]:
    """The bodies of its API by our ids."""
    return {written.id: written.body for written in FRONT.replies}


@cache
def subjects() -> dict[str, Body]:
    """The subject of each reply that has one."""
    return {reply.id: reply.message.subject for reply in api_replies() if reply.message.subject}


def test_the_folders_are_the_shelves_and_hold_every_template_once() -> None:
    plan = json.loads(FRONT.files["folders.json"])
    assert [folder["name"] for folder in plan] == [shelf.title for shelf in catalogue().vocabulary.shelves]
    assert [name for folder in plan for name in folder["templates"]] == [body["name"] for body in bodies().values()]
    held = [{name.rpartition(" · ")[2].rsplit("/", 2)[0] for name in folder["templates"]} for folder in plan]
    assert held == [set(shelf.entries) for shelf in catalogue().vocabulary.shelves]


@for_each("reply_id", subjects)
def test_an_email_has_its_subject_with_blanks_only(reply_id: str) -> None:
    assert slots_back(bodies()[reply_id]["subject"], {}) == subjects()[reply_id].plain(token)


def test_nothing_in_a_subject_looks_like_a_variable() -> None:
    assert all_found(FRONT.syntax, (body.get("subject", "") for body in bodies().values())) == set()


def test_what_has_no_subject_says_nothing_of_one() -> None:
    assert {name for name, body in bodies().items() if "subject" not in body} == bodies().keys() - subjects().keys()
    assert None not in {value for body in bodies().values() for value in body.values()}


@pytest.mark.parametrize("name", ["message-templates.jsonl", "folders.json"])
def test_the_files_of_the_small_world(
    name: str, small: tuple[Catalogue, Store], golden: Callable[[str, str], None]
) -> None:
    golden(f"exports/front/{name}", TOOL.files(*small)[name].decode())
