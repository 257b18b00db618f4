"""Freshdesk takes the canned responses: a body of its bulk API for each folder, and the folders to make first."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from macros.exports.tools.freshdesk import TOOL
from tests.macros.exports.api_tools import FRESHDESK
from tests.product import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue


@cache
def made() -> dict[str, Any]:
    """What each of its files holds."""
    return {name: json.loads(content) for name, content in FRESHDESK.files.items()}


def folders() -> dict[str, Any]:
    """Those that hold the replies of a folder."""
    return {name: held for name, held in made().items() if name != "folders.json"}


def plan() -> list[dict[str, str]]:
    """The folders to make first."""
    found: list[dict[str, str]] = made()["folders.json"]
    return found


def test_each_shelf_is_a_folder_with_a_file_of_its_replies() -> None:
    shelves = {shelf.title: set(shelf.entries) for shelf in catalogue().vocabulary.shelves}
    held = {
        folder["name"]: {
            response["title"].rpartition(" · ")[2].rsplit("/", 2)[0]
            for response in folders()[folder["file"]]["canned_responses"]
        }
        for folder in plan()
    }
    assert held == shelves
    assert [folder["file"] for folder in plan()] == list(folders())


def test_all_agents_see_a_response() -> None:
    responses = [response for folder in folders().values() for response in folder["canned_responses"]]
    assert {response["visibility"] for response in responses} == {0}


def test_the_files_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    files = TOOL.files(*small)
    assert list(files) == ["folders.json", "folder-01.json", "folder-02.json", "folder-03.json", "folder-04.json"]
    golden("exports/freshdesk/folders.json", files["folders.json"].decode())
    golden("exports/freshdesk/folder-03.json", files["folder-03.json"].decode())
