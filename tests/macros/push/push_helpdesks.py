"""The three helpdesks that replies are pushed to, as their APIs are documented."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any, ClassVar, override

from tests.macros.push.push_servers import Refusal, Server

if TYPE_CHECKING:
    from collections.abc import Mapping


def basic(user: str, secret: str) -> str:
    """The header of HTTP Basic authentication (RFC 7617)."""
    return "Basic " + base64.b64encode(f"{user}:{secret}".encode()).decode()


class Zendesk(Server):
    """Cursors in `meta`, bodies below `macro`, PUT."""

    tool, path = "zendesk", "/api/v2/macros"
    environ: ClassVar = {"ZENDESK_EMAIL": "lead@example.com", "ZENDESK_TOKEN": "secret-of-zendesk"}

    @override
    def signed(self, headers: Mapping[str, str]) -> bool:
        return headers.get("Authorization") == basic("lead@example.com/token", "secret-of-zendesk")

    @override
    def listed(self, query: Mapping[str, str]) -> Any:
        size, after = min(int(query["page[size]"]), self.page_size), int(query.get("page[after]", 0))
        found = [raw for key, raw in sorted(self.entries.items()) if key > after]
        more = len(found) > size
        cursor = str(found[:size][-1]["id"]) if found else None
        return {"macros": found[:size], "meta": {"has_more": more, "after_cursor": cursor}}

    @override
    def stored(self, body: Any, key: int) -> dict[str, Any]:
        macro = body["macro"]
        if not key and not (macro.get("title") and macro.get("actions")):
            raise Refusal(422, {"error": "RecordInvalid"})
        rewritten = [
            {**act, "value": self.rewrite(act["value"])} if act["field"].endswith("html") else act
            for act in macro.get("actions", ())
        ]
        return {"active": True, "restriction": None, **self.entries.get(key, {}), **macro, "actions": rewritten}

    @override
    def wrapped(self, raw: dict[str, Any]) -> Any:
        return {"macro": raw}

    @override
    def id_of(self, raw: Mapping[str, Any]) -> str:
        return (raw["description"] or " ").split(" ")[0]

    @override
    def text(self, raw: dict[str, Any]) -> str:
        return str(raw["actions"][0]["value"])

    @override
    def edit(self, raw: dict[str, Any], text: str) -> None:
        raw["actions"] = [{"field": "comment_value_html", "value": text}, *raw["actions"][1:]]

    @override
    def unname(self, raw: dict[str, Any]) -> None:
        raw["description"] = None


class Gorgias(Server):
    """A cursor in `meta`, bare bodies, PUT."""

    tool, path = "gorgias", "/api/macros"
    environ: ClassVar = {"GORGIAS_EMAIL": "lead@example.com", "GORGIAS_API_KEY": "secret-of-gorgias"}

    @override
    def signed(self, headers: Mapping[str, str]) -> bool:
        return headers.get("Authorization") == basic("lead@example.com", "secret-of-gorgias")

    @override
    def listed(self, query: Mapping[str, str]) -> Any:
        size, after = min(int(query.get("limit", 30)), self.page_size), int(query.get("cursor", 0))
        found = [raw for key, raw in sorted(self.entries.items()) if key > after]
        following = str(found[:size][-1]["id"]) if len(found) > size else None
        return {"data": found[:size], "object": "list", "meta": {"prev_cursor": None, "next_cursor": following}}

    @override
    def stored(self, body: Any, key: int) -> dict[str, Any]:
        if not body.get("name"):
            raise Refusal(400, {"error": {"msg": "name is required"}})
        actions = json.loads(json.dumps(body["actions"]))
        arguments = actions[0]["arguments"]
        actions[0]["arguments"] = {"attachments": [], **arguments, "body_html": self.rewrite(arguments["body_html"])}
        return {"intent": None, "usage": 0, **self.entries.get(key, {}), **body, "actions": actions}

    @override
    def id_of(self, raw: Mapping[str, Any]) -> str:
        return raw["external_id"] or ""

    @override
    def text(self, raw: dict[str, Any]) -> str:
        return str(raw["actions"][0]["arguments"]["body_html"])

    @override
    def edit(self, raw: dict[str, Any], text: str) -> None:
        raw["actions"][0] = {**raw["actions"][0], "arguments": {"body_html": text, "body_text": text}}

    @override
    def unname(self, raw: dict[str, Any]) -> None:
        raw["external_id"] = None


class Chatwoot(Server):
    """One page, a short code that is there once, PATCH."""

    tool, account, change, one_by_one = "chatwoot", "7", "PATCH", False
    path = "/api/v1/accounts/7/canned_responses"
    environ: ClassVar = {"CHATWOOT_TOKEN": "secret-of-chatwoot"}

    @override
    def signed(self, headers: Mapping[str, str]) -> bool:
        return headers.get("api_access_token") == "secret-of-chatwoot"

    @override
    def listed(self, query: Mapping[str, str]) -> Any:
        del query
        return [*self.entries.values()]

    @override
    def stored(self, body: Any, key: int) -> dict[str, Any]:
        taken = {raw["short_code"] for number, raw in self.entries.items() if number != key}
        if not (body.get("short_code") and body.get("content")) or body["short_code"] in taken:
            raise Refusal(422, {"message": "Short code has already been taken", "attributes": ["short_code"]})
        return {**body, "account_id": 7, "content": self.rewrite(body["content"])}

    @override
    def id_of(self, raw: Mapping[str, Any]) -> str:
        return str(raw["short_code"].replace(".", "/"))

    @override
    def text(self, raw: dict[str, Any]) -> str:
        return str(raw["content"])

    @override
    def edit(self, raw: dict[str, Any], text: str) -> None:
        raw["content"] = text

    @override
    def unname(self, raw: dict[str, Any]) -> None:
        raw["short_code"] = "my-own-code"


SERVERS: tuple[type[Server], ...] = (Zendesk, Gorgias, Chatwoot)
