"""Chatwoot's canned responses. Our id, with dots, is the `short_code`, which an account holds only once.

Sources: the code and the API description of chatwoot/chatwoot (canned_responses_controller.rb, canned_response.rb,
rack_attack.rb: 3000 requests a minute from one address, where the server keeps its default).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.exports.push.content import fingerprint, text_content
from macros.exports.push.entry import Helpdesk, Ours, Theirs, our_id
from macros.exports.push.wire.form import number, rows
from macros.exports.reply import replies as replies_of
from macros.exports.tools.chatwoot import canned_response

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.catalogue.model import Catalogue


def replies(catalogue: Catalogue) -> Iterator[Ours]:
    """The replies that Chatwoot holds."""
    for reply in replies_of(catalogue):
        body = canned_response(reply)
        yield Ours(reply.id, body, _content(body))


def read(raw: Any) -> Theirs:
    """A canned response as the API gives it."""
    return Theirs(number(raw["id"]), our_id(raw["short_code"].replace(".", "/")), _content(raw))


def page(answer: Any) -> tuple[list[Any], Mapping[str, str] | None]:
    """All canned responses: the list has one page."""
    return rows(answer["payload"] if isinstance(answer, dict) else answer, "the canned responses"), None


def _content(body: Any) -> str:
    """What an agent sees; files that somebody attached may be lost by an update, so they count too."""
    files = len(body.get("attachments") or ())
    return fingerprint([body["short_code"], text_content(body["content"]), files])


HELPDESK = Helpdesk(
    id="chatwoot",
    title="Chatwoot",
    address="https://app.chatwoot.com",
    path="/api/v1/accounts/{account}/canned_responses",
    account=("[0-9]+", "give the number after /app/accounts/ in its address"),
    variables=("CHATWOOT_TOKEN",),
    headers=lambda secret: {"api_access_token": secret["CHATWOOT_TOKEN"]},
    change="PATCH",
    one_by_one=False,
    pause=0.05,
    first={},
    page=page,
    entry=lambda answer: answer.get("payload", answer),
    read=read,
    replies=replies,
)
