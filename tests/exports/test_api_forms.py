"""The forms that the helpdesks document, in `schemas/`, refuse what their APIs refuse."""

from __future__ import annotations

from typing import Any

import pytest

from tests.exports.api_bodies import filed
from tests.exports.api_tools import (
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
from tests.exports.reading_back import problems


def without(key: str, body: dict[str, Any]) -> dict[str, Any]:
    """A body without one of its fields."""
    return {name: value for name, value in body.items() if name != key}


TEMPLATE, INTERCOM_MACRO, GORGIAS_MACRO, ENVELOPE, FILED, SAVED = (tool.replies[0].body for tool in API_TOOLS)
ADD_TEXT, ADD_TAGS = GORGIAS_MACRO["actions"]
MACRO = ENVELOPE["macro"]
RESPONSE = without("folder_id", FILED["canned_responses"][0])
BAD: dict[ApiTool, dict[str, Any]] = {
    FRONT: {
        "without a name": without("name", TEMPLATE),
        "without a body": without("body", TEMPLATE),
        "no subject as null": {**TEMPLATE, "subject": None},
        "no folder as null": {**TEMPLATE, "folder_id": None},
        "inboxes as one text": {**TEMPLATE, "inbox_ids": "inb_1"},
        "a field of its own": {**TEMPLATE, "external_id": "a"},
    },
    INTERCOM: {
        "without a name": without("name", INTERCOM_MACRO),
        "body and blocks": {**INTERCOM_MACRO, "blocks": [{"type": "paragraph", "text": "Hi"}]},
        "a body longer than any": {**INTERCOM_MACRO, "body": "a" * 20_481},
        "a body as null": {**INTERCOM_MACRO, "body": None},
        "a field of its own": {**INTERCOM_MACRO, "body_text": "Hi"},
    },
    GORGIAS: {
        "without a name": without("name", GORGIAS_MACRO),
        "a field of its own": {**GORGIAS_MACRO, "macro_id": 1},
        "a language in words": {**GORGIAS_MACRO, "language": "English"},
        "an unknown action": {**GORGIAS_MACRO, "actions": [{**ADD_TEXT, "name": "setText"}]},
        "an action of another kind": {**GORGIAS_MACRO, "actions": [{**ADD_TEXT, "type": "system"}]},
        "a reply without its text": {
            **GORGIAS_MACRO,
            "actions": [{**ADD_TEXT, "arguments": {"body_html": "<p>Hi</p>"}}],
        },
        "tags as a list": {**GORGIAS_MACRO, "actions": [{**ADD_TAGS, "arguments": {"tags": ["email"]}}]},
    },
    ZENDESK: {
        "a macro without its envelope": MACRO,
        "without a title": {"macro": without("title", MACRO)},
        "without actions": {"macro": {**MACRO, "actions": []}},
        "a field of its own": {"macro": {**MACRO, "external_id": "a"}},
        "an unknown action": {"macro": {**MACRO, "actions": [{"field": "comment_html", "value": "<p>Hi</p>"}]}},
        "an action without a value": {"macro": {**MACRO, "actions": [{"field": "comment_value_html"}]}},
        "a comment of several parts": {
            "macro": {**MACRO, "actions": [{"field": "comment_value_html", "value": ["a", "b"]}]}
        },
        "tags with commas between": {"macro": {**MACRO, "actions": [{"field": "current_tags", "value": "a,  b"}]}},
    },
    FRESHDESK: {
        "no folder": {"canned_responses": [RESPONSE]},
        "a response alone": FILED["canned_responses"][0],
        "without a title": filed(without("title", RESPONSE)),
        "content that is not HTML by name": filed({**RESPONSE, "content": "Hi"}),
        "visible to nobody known": filed({**RESPONSE, "visibility": 3}),
        "for groups, without the groups": filed({**RESPONSE, "visibility": 2}),
        "nothing": {"canned_responses": []},
    },
    HELP_SCOUT: {
        "without a name": without("name", SAVED),
        "without a text in the text": {**SAVED, "text": ""},
        "no chat as null": {**SAVED, "chatText": None},
        "a field of its own": {**SAVED, "chat_text": "Hi"},
    },
}


@pytest.mark.parametrize(
    ("tool", "body"),
    [
        pytest.param(tool, body, id=f"{tool_id(tool)}-{what}")
        for tool, samples in BAD.items()
        for what, body in samples.items()
    ],
)
def test_the_documented_form_refuses(tool: ApiTool, body: object) -> None:
    assert problems(tool_id(tool), body)
