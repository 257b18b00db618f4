"""Where a reply stands in the files of each helpdesk that hold bodies of its API."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from tests.macros.exports.reading_back import as_plain, json_lines, slots_back

type Files = Mapping[str, bytes]
type Read = Callable[[Files], Iterable[Written]]


class Written(NamedTuple):
    """A reply in such files.

    Attributes:
        id: Our id.
        title: What an agent finds it by, without our id.
        body: The body of the API that it is in.
        html: Its text in HTML; None where it has no such text.
        plain: Its plain text; None likewise.
    """

    id: str
    title: str
    body: Any
    html: str | None = None
    plain: str | None = None

    @property
    def texts(self) -> list[str]:
        """Its text in each form."""
        return [text for text in (self.html, self.plain) if text is not None]

    def seen(self, tokens: Mapping[str, str]) -> list[str]:
        """What a customer reads in each form, with its slots."""
        html = [] if self.html is None else [as_plain(slots_back(self.html, tokens))]
        return html if self.plain is None else [*html, slots_back(self.plain, tokens)]


def front(files: Files) -> Iterator[Written]:
    """The message templates."""
    return (_by_name(body["name"], body, body["body"]) for body in json_lines(files["message-templates.jsonl"]))


def intercom(files: Files) -> Iterator[Written]:
    """The macros."""
    return (_by_name(body["name"], body, body["body"]) for body in json_lines(files["macros.jsonl"]))


def freshdesk(files: Files) -> Iterator[Written]:
    """The canned responses of all folders."""
    for name in (name for name in files if name != "folders.json"):
        for response in json.loads(files[name])["canned_responses"]:
            yield _by_name(response["title"], filed(response), response["content_html"])


def filed(response: dict[str, Any]) -> dict[str, Any]:
    """The body of Freshdesk with a response in a folder, as the import guide says to send it."""
    return {"canned_responses": [{**response, "folder_id": 7}]}


def gorgias(files: Files) -> Iterator[Written]:
    """The macros, in HTML and as plain text."""
    for body in json_lines(files["macros.jsonl"]):
        text = next(action["arguments"] for action in body["actions"] if action["name"] == "setResponseText")
        yield Written(body["external_id"], body["name"], body, text["body_html"], text["body_text"])


def zendesk(files: Files) -> Iterator[Written]:
    """The macros."""
    for body in json_lines(files["macros.jsonl"]):
        macro = body["macro"]
        yield Written(macro["description"], macro["title"], body, actions(macro)["comment_value_html"])


def actions(macro: dict[str, Any]) -> dict[str, str]:
    """The values of the actions of a macro of Zendesk by field."""
    return {action["field"]: action["value"] for action in macro["actions"]}


def helpscout(files: Files) -> Iterator[Written]:
    """The saved replies, each with an email in HTML and a chat in plain text."""
    for body in json_lines(files["saved-replies.jsonl"]):
        title, _, template_id = body["name"].rpartition(" · ")
        if "text" in body:
            yield Written(f"{template_id}/email", title, body, html=body["text"])
        if "chatText" in body:
            yield Written(f"{template_id}/chat", title, body, plain=body["chatText"])


def _by_name(name: str, body: dict[str, Any], html: str) -> Written:
    title, _, reply_id = name.rpartition(" · ")
    return Written(reply_id, title, body, html)
