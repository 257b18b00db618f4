"""Each helpdesk that takes bodies of its API gets every reply as the page shows it, and nothing that it would misread.

What only one of them takes or refuses is tested under its own name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.exports.reply import ExportError
from tests.macros.exports.api_tools import API_TOOLS, ApiTool, tool_id
from tests.macros.exports.reading_back import (
    FIRST,
    all_found,
    api_replies,
    blanks_in,
    blanks_of,
    foreign_html,
    named,
    problems,
    saying,
    shown,
)
from tests.tables import for_each

if TYPE_CHECKING:
    from macros.exports.reply import Reply

EACH = pytest.mark.parametrize("tool", API_TOOLS, ids=tool_id)
each_reply = for_each("reply", api_replies, ids=named)


@EACH
def test_each_reply_is_there_once_under_our_id(tool: ApiTool) -> None:
    assert [written.id for written in tool.replies] == [reply.id for reply in api_replies()]


@pytest.mark.parametrize("tool", [tool for tool in API_TOOLS if tool.title], ids=tool_id)
def test_an_agent_finds_a_reply_by_the_titles_of_the_playbook(tool: ApiTool) -> None:
    replies, titles = api_replies(), [written.title for written in tool.replies]
    assert titles == [tool.title.format(reply) for reply in replies]
    assert len({(found, reply.channel) for found, reply in zip(titles, replies, strict=True)}) == len(replies)


@EACH
@each_reply
def test_a_reply_says_what_the_page_shows(tool: ApiTool, reply: Reply) -> None:
    seen = tool.by_id[reply.id].seen(tool.tokens)
    assert seen
    assert seen == [shown(reply)] * len(seen)


@EACH
def test_every_token_is_one_that_the_helpdesk_knows_and_nothing_else_looks_like_one(tool: ApiTool) -> None:
    texts = (text for written in tool.replies for text in written.texts)
    assert all_found(tool.syntax, texts) <= set(tool.tokens.values())


@EACH
def test_what_the_helpdesk_cannot_fill_is_a_blank_to_see(tool: ApiTool) -> None:
    blanks = {reply.id: blanks_of(reply, tool.tokens) for reply in api_replies()}
    texts = [(written.id, text) for written in tool.replies for text in written.texts]
    assert [reply_id for reply_id, text in texts if blanks_in(text) != blanks[reply_id]] == []


@EACH
def test_the_html_is_a_letter_and_nothing_more(tool: ApiTool) -> None:
    assert [written.id for written in tool.replies if foreign_html(written.html or "", tool.tags)] == []


@pytest.mark.parametrize("tool", [tool for tool in API_TOOLS if tool.on_one_line], ids=tool_id)
def test_a_helpdesk_that_may_show_the_line_breaks_of_html_gets_none(tool: ApiTool) -> None:
    assert [written.id for written in tool.replies if "\n" in (written.html or "")] == []


@EACH
def test_a_plain_text_has_no_html(tool: ApiTool) -> None:
    assert [written.id for written in tool.replies if foreign_html(written.plain or "", {})] == []


@EACH
@each_reply
def test_the_body_with_a_reply_has_the_documented_form(tool: ApiTool, reply: Reply) -> None:
    assert problems(tool_id(tool), tool.by_id[reply.id].body) == []


@EACH
def test_words_stay_words(tool: ApiTool) -> None:
    for words in tool.harmless:
        email, chat = tool.replies_of(saying(words))
        assert [set(written.seen({})) for written in (email, chat)] == [{words}, {words}]
        assert [foreign_html(written.html or "") for written in (email, chat)] == [[], []], words


@pytest.mark.parametrize(
    ("tool", "words"),
    [pytest.param(tool, words, id=f"{tool_id(tool)}-{words}") for tool in API_TOOLS for words in tool.refused],
)
def test_words_that_would_be_filled_are_refused_by_name(tool: ApiTool, words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        tool.replies_of(saying(words))
