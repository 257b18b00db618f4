"""What the menu "Copy for" is given: the syntax of each tool that a reply can be pasted into, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.exports import TOOLS
from macros.exports.dialects import dialects
from macros.exports.reply import Dialect
from macros.exports.tool import Tool
from tests.macros.exports.reading_back import all_replies
from tests.product import catalogue, small

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue

PASTED = [tool for tool in TOOLS if tool.form]
SIGNS = "a brace { and }, a percent %, a $ign, [brackets] and \\ so on"


def no_files(_catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    return {}


def braces_doubled(text: str) -> str:
    return text.replace("{", "{{")


def test_a_tool_is_described_by_name_form_and_placeholders() -> None:
    tool = Tool("desk", "Desk", Dialect({"order.number": "<<order>>"}, escape=braces_doubled), no_files, form="plain")
    described = {
        "id": "desk",
        "title": "Desk",
        "form": "plain",
        "tokens": {"order.number": "<<order>>"},
        "escape": {"{": "{{"},
    }
    assert dialects([tool], small()[0]) == {"version": 1, "tools": [described]}


def test_a_tool_that_nothing_can_be_pasted_into_is_left_out() -> None:
    assert dialects([Tool("desk", "Desk", Dialect({}), no_files, form="")], small()[0])["tools"] == []
    assert dialects([Tool("desk", "Desk", None, no_files)], small()[0])["tools"] == []


def test_no_tool_that_takes_markdown_fills_an_address() -> None:
    """The page carries each letter's Markdown once, for all of them: with such links written out."""
    links = {slot.name for slot in catalogue().slots.values() if slot.link}
    dialects_of = {tool.id: tool.written(catalogue()) for tool in TOOLS if tool.form == "markdown"}
    assert dialects_of
    assert not any(links & {*dialect.tokens} for dialect in dialects_of.values() if dialect)


def test_a_tool_that_does_not_read_pasted_placeholders_gets_none() -> None:
    tool = Tool("desk", "Desk", Dialect({"order.number": "<<order>>"}), no_files, fills_pasted=False)
    assert dialects([tool], small()[0])["tools"][0]["tokens"] == {}


def test_a_tool_may_have_placeholders_made_for_the_catalogue() -> None:
    tool = Tool("desk", "Desk", lambda catalogue: Dialect({name: f"<{name}>" for name in catalogue.slots}), no_files)
    assert dialects([tool], small()[0])["tools"][0]["tokens"] == {name: f"<{name}>" for name in small()[0].slots}


@pytest.mark.parametrize("tool", PASTED, ids=lambda tool: tool.id)
def test_signs_escaped_one_by_one_are_the_whole_text_escaped(tool: Tool) -> None:
    written = tool.written(catalogue())
    assert written
    (described,) = dialects([tool], catalogue())["tools"]
    one_by_one = "".join(described["escape"].get(sign, sign) for sign in SIGNS)
    assert one_by_one == written.escape(SIGNS)


@pytest.mark.parametrize("tool", PASTED, ids=lambda tool: tool.id)
def test_no_reply_in_any_channel_has_words_that_a_tool_would_fill(tool: Tool) -> None:
    """The files hold only the channels of a tool; the menu copies all of them."""
    written = tool.written(catalogue())
    assert written
    texts = [(reply.id, reply.plain(written), reply.subject(written)) for reply in all_replies()]
    assert len(texts) == sum(len(template.messages) for template in catalogue().templates)


@pytest.mark.parametrize("tool", PASTED, ids=lambda tool: tool.id)
def test_every_placeholder_is_for_a_slot_that_exists(tool: Tool) -> None:
    (described,) = dialects([tool], catalogue())["tools"]
    assert described["tokens"].keys() <= catalogue().slots.keys()
