"""Zendesk takes the macros: one body of its API a line, sorted into the categories of its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.exports.reply import ExportError
from macros.exports.tools.zendesk import TOOL
from tests.macros.exports.api_bodies import actions
from tests.macros.exports.api_tools import ZENDESK
from tests.macros.exports.reading_back import FIRST, api_replies, named, saying, titled
from tests.product import catalogue, store
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply


def test_a_macro_writes_a_letter_and_adds_tags_and_nothing_more() -> None:
    fields = {tuple(actions(written.body["macro"])) for written in ZENDESK.replies}
    assert fields == {("comment_value_html", "current_tags")}


def test_the_tags_say_where_a_reply_comes_from() -> None:
    _, chat = ZENDESK.replies_of(saying("Hi"))
    assert actions(chat.body["macro"])["current_tags"] == "stages design chat"


@for_each("reply", api_replies, ids=named)
def test_the_menu_leads_from_the_shelf_over_the_entry_to_the_reply(reply: Reply) -> None:
    (shelf,) = (shelf.title for shelf in catalogue().vocabulary.shelves if reply.entry.id in shelf.entries)
    levels = [shelf, reply.entry.title, f"{reply.template.title} ({reply.channel})"]
    assert ZENDESK.by_id[reply.id].title.split("::") == levels


def test_no_two_macros_stand_at_the_same_place() -> None:
    assert len({written.title for written in ZENDESK.replies}) == len(api_replies())


@pytest.mark.parametrize("title", ["Late::very", "Late:", ":late"])
def test_a_title_that_would_open_a_category_of_its_own_is_refused_by_name(title: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: '{title}' would be split"):
        TOOL.files(titled(title), store())


def test_the_file_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden("exports/zendesk/macros.jsonl", TOOL.files(*small)["macros.jsonl"].decode())
