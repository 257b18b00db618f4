"""The forms that the helpdesks document, in `schemas/`, refuse what their APIs refuse."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from tests.macros.exports.api_bodies import filed as in_folder
from tests.macros.exports.api_tools import (
    API_TOOLS,
    FRESHDESK,
    FRONT,
    GORGIAS,
    HELP_SCOUT,
    INTERCOM,
    ZENDESK,
    ApiTool,
    tool_id,
)
from tests.macros.exports.reading_back import problems


def without(key: str, body: dict[str, Any]) -> dict[str, Any]:
    """A body without one of its fields."""
    return {name: value for name, value in body.items() if name != key}


@cache
def bad() -> dict[ApiTool, dict[str, Any]]:
    """Bodies that are refused, by what is wrong with them: each the first of a tool with one thing changed."""
    template, intercom_macro, gorgias_macro, envelope, filed, saved = (tool.replies[0].body for tool in API_TOOLS)
    add_text, add_tags = gorgias_macro["actions"]
    macro = envelope["macro"]
    response = without("folder_id", filed["canned_responses"][0])
    return {
        FRONT: {
            "without a name": without("name", template),
            "without a body": without("body", template),
            "no subject as null": {**template, "subject": None},
            "no folder as null": {**template, "folder_id": None},
            "inboxes as one text": {**template, "inbox_ids": "inb_1"},
            "a field of its own": {**template, "external_id": "a"},
        },
        INTERCOM: {
            "without a name": without("name", intercom_macro),
            "body and blocks": {**intercom_macro, "blocks": [{"type": "paragraph", "text": "Hi"}]},
            "a body longer than any": {**intercom_macro, "body": "a" * 20_481},
            "a body as null": {**intercom_macro, "body": None},
            "a field of its own": {**intercom_macro, "body_text": "Hi"},
        },
        GORGIAS: {
            "without a name": without("name", gorgias_macro),
            "a field of its own": {**gorgias_macro, "macro_id": 1},
            "a language in words": {**gorgias_macro, "language": "English"},
            "an unknown action": {**gorgias_macro, "actions": [{**add_text, "name": "setText"}]},
            "an action of another kind": {**gorgias_macro, "actions": [{**add_text, "type": "system"}]},
            "a reply without its text": {
                **gorgias_macro,
                "actions": [{**add_text, "arguments": {"body_html": "<p>Hi</p>"}}],
            },
            "tags as a list": {**gorgias_macro, "actions": [{**add_tags, "arguments": {"tags": ["email"]}}]},
        },
        ZENDESK: {
            "a macro without its envelope": macro,
            "without a title": {"macro": without("title", macro)},
            "without actions": {"macro": {**macro, "actions": []}},
            "a field of its own": {"macro": {**macro, "external_id": "a"}},
            "an unknown action": {"macro": {**macro, "actions": [{"field": "comment_html", "value": "<p>Hi</p>"}]}},
            "an action without a value": {"macro": {**macro, "actions": [{"field": "comment_value_html"}]}},
            "a comment of several parts": {
                "macro": {**macro, "actions": [{"field": "comment_value_html", "value": ["a", "b"]}]}
            },
            "tags with commas between": {"macro": {**macro, "actions": [{"field": "current_tags", "value": "a,  b"}]}},
        },
        FRESHDESK: {
            "no folder": {"canned_responses": [response]},
            "a response alone": filed["canned_responses"][0],
            "without a title": in_folder(without("title", response)),
            "content that is not HTML by name": in_folder({**response, "content": "Hi"}),
            "visible to nobody known": in_folder({**response, "visibility": 3}),
            "for groups, without the groups": in_folder({**response, "visibility": 2}),
            "nothing": {"canned_responses": []},
        },
        HELP_SCOUT: {
            "without a name": without("name", saved),
            "without a text in the text": {**saved, "text": ""},
            "no chat as null": {**saved, "chatText": None},
            "a field of its own": {**saved, "chat_text": "Hi"},
        },
    }


@pytest.mark.parametrize("tool", API_TOOLS, ids=tool_id)
def test_the_documented_form_refuses_what_the_api_refuses(tool: ApiTool) -> None:
    assert bad()[tool]
    assert [what for what, body in bad()[tool].items() if not problems(tool_id(tool), body)] == []
