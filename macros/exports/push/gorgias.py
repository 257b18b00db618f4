"""Gorgias' macros API. Our id is a macro's `external_id`.

Sources: developers.gorgias.com/reference/macros (fields), …/pagination (`cursor`, `meta.next_cursor`), …/limitations
(40 requests in 20 seconds for an API key).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.exports.push.access import signed
from macros.exports.push.content import fingerprint, html_content, tags_content, text_content
from macros.exports.push.entry import Helpdesk, Ours, Theirs, our_id
from macros.exports.push.wire.form import cursor, number, rows
from macros.exports.reply import replies as replies_of
from macros.exports.tools.gorgias import macro

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.catalogue.model import Catalogue

# The oldest first: what others use meanwhile does not move between two pages.
PAGE = {"limit": "100", "order_by": "created_datetime:asc"}


def replies(catalogue: Catalogue) -> Iterator[Ours]:
    """The replies that Gorgias holds."""
    for reply in replies_of(catalogue, "email", "chat"):
        body = macro(reply)
        yield Ours(reply.id, body, _content(body))


def read(raw: Any) -> Theirs:
    """A macro as the API gives it."""
    return Theirs(number(raw["id"]), our_id(raw.get("external_id")), _content(raw))


def page(answer: Any) -> tuple[list[Any], Mapping[str, str] | None]:
    """The macros of a page, and the query of the next."""
    found, following = rows(answer["data"], "data"), answer["meta"].get("next_cursor")
    return found, {**PAGE, "cursor": cursor(following)} if following else None


def _content(body: Any) -> str:
    """What an agent sees; the intent is the account's own choice."""
    actions = sorted((_action(action) for action in body.get("actions") or ()), key=fingerprint)
    return fingerprint([body["name"], body.get("language"), actions])


def _action(action: Any) -> list[Any]:
    """An action without what the tool fills in: empty arguments, and the text beside the HTML it is made from."""
    arguments = {name: value for name, value in (action.get("arguments") or {}).items() if value}
    if "body_html" in arguments:
        arguments["body_html"] = html_content(arguments["body_html"])
        arguments.pop("body_text", None)
    elif "body_text" in arguments:
        arguments["body_text"] = text_content(arguments["body_text"])
    if isinstance(arguments.get("tags"), str):
        arguments["tags"] = tags_content(arguments["tags"])
    return [action["name"], arguments]


HELPDESK = Helpdesk(
    id="gorgias",
    title="Gorgias",
    address="https://{account}.gorgias.com",
    path="/api/macros",
    account=("[a-z0-9][a-z0-9-]*", "give what stands before .gorgias.com in its address"),
    variables=("GORGIAS_EMAIL", "GORGIAS_API_KEY"),
    headers=lambda secret: signed(secret["GORGIAS_EMAIL"], secret["GORGIAS_API_KEY"]),
    change="PUT",
    one_by_one=True,
    pause=0.5,
    first=PAGE,
    page=page,
    entry=lambda answer: answer,
    read=read,
    replies=replies,
)
