"""Freshdesk takes the canned responses: a body of its bulk API for each folder, and the folders to make first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from macros.exports.tools.freshdesk import TOOL
from tests.exports.api_tools import FRESHDESK
from tests.exports.reading_back import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue

FOLDERS: dict[str, Any] = {name: json.loads(content) for name, content in FRESHDESK.files.items()}
PLAN: list[dict[str, str]] = FOLDERS.pop("folders.json")


def test_each_shelf_is_a_folder_with_a_file_of_its_replies() -> None:
    shelves = {shelf.title: set(shelf.entries) for shelf in CATALOGUE.vocabulary.shelves}
    held = {
        folder["name"]: {
            response["title"].rpartition(" · ")[2].rsplit("/", 2)[0]
            for response in FOLDERS[folder["file"]]["canned_responses"]
        }
        for folder in PLAN
    }
    assert held == shelves
    assert [folder["file"] for folder in PLAN] == list(FOLDERS)


def test_all_agents_see_a_response() -> None:
    responses = [response for folder in FOLDERS.values() for response in folder["canned_responses"]]
    assert {response["visibility"] for response in responses} == {0}


def test_the_files_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    files = TOOL.files(*small)
    assert list(files) == ["folders.json", "folder-01.json", "folder-02.json", "folder-03.json", "folder-04.json"]
    golden("exports/freshdesk/folders.json", files["folders.json"].decode())
    golden("exports/freshdesk/folder-03.json", files["folder-03.json"].decode())
