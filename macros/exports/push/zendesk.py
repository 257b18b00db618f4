"""Zendesk's macros API. Our id stands in a macro's description, and after it the hash of what was pushed.

Sources: developer.zendesk.com/api-reference/ticketing/business-rules/macros (fields, paths), …/introduction/pagination
(`page[size]`, `meta.has_more`, `meta.after_cursor`), …/introduction/rate-limits (200 a minute on the smallest plan).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.exports.push.access import signed
from macros.exports.push.content import fingerprint, html_content, tags_content, text_content
from macros.exports.push.entry import ID, Helpdesk, Ours, Theirs
from macros.exports.push.wire.form import cursor, number, rows
from macros.exports.shelves import shelved
from macros.exports.tools.zendesk import macro

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.catalogue.model import Catalogue

PAGE = {"page[size]": "100"}
MARK = re.compile(rf"(?P<id>{ID.pattern})(?: (?P<pushed>[0-9a-f]{{16}}))?(?=\s|$)")
TAGS = {"current_tags", "set_tags", "remove_tags"}


def replies(catalogue: Catalogue) -> Iterator[Ours]:
    """The replies that Zendesk holds."""
    for shelf, held in shelved(catalogue, "email", "chat"):
        for reply in held:
            body = macro(shelf, reply)["macro"]
            content = _content(body)
            yield Ours(reply.id, {"macro": {**body, "description": f"{reply.id} {content}"}}, content)


def read(raw: Any) -> Theirs:
    """A macro as the API gives it."""
    mark = MARK.match(raw.get("description") or "")
    found = mark.groupdict() if mark else {}
    return Theirs(number(raw["id"]), found.get("id") or "", _content(raw), found.get("pushed") or "")


def page(answer: Any) -> tuple[list[Any], Mapping[str, str] | None]:
    """The macros of a page, and the query of the next."""
    meta, found = answer["meta"], rows(answer["macros"], "macros")
    return found, {**PAGE, "page[after]": cursor(meta["after_cursor"])} if meta["has_more"] else None


def _content(body: Any) -> str:
    """What an agent sees; who may see it, whether it is active and where it stands are the account's own choice."""
    return fingerprint([body["title"], sorted(map(_action, body["actions"]))])


def _action(action: Any) -> list[str]:
    field, value = action["field"], action["value"]
    if not isinstance(value, str):
        return [field, fingerprint(value)]
    if field in TAGS:
        return [field, *tags_content(value)]
    return [field, html_content(value) if field.endswith("_html") else text_content(value)]


HELPDESK = Helpdesk(
    id="zendesk",
    title="Zendesk",
    address="https://{account}.zendesk.com",
    path="/api/v2/macros",
    account=("[a-z0-9][a-z0-9-]*", "give what stands before .zendesk.com in its address"),
    variables=("ZENDESK_EMAIL", "ZENDESK_TOKEN"),
    headers=lambda secret: signed(f"{secret['ZENDESK_EMAIL']}/token", secret["ZENDESK_TOKEN"]),
    change="PUT",
    one_by_one=True,
    pause=0.3,
    first=PAGE,
    page=page,
    entry=lambda answer: answer.get("macro"),
    read=read,
    replies=replies,
)
