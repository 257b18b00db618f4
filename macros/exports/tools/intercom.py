"""Intercom: the bodies of its macros API, one JSON a line.

Facts about its placeholders and formats, with their sources: docs/exports/intercom.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.exports.reply import Dialect, ExportError, replies
from macros.exports.tool import Tool, as_json_lines

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

# Words cannot become an <attribute> element, being escaped; in its editor the same placeholders are {{ … }}.
DIALECT = Dialect(
    tokens={"customer.first_name": '<attribute key="first_name" default="there"/>'},
    looks_alike=re.compile(r"\{\{|\}\}"),
)
MOST_BYTES = 20_480


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name.

    Raises:
        ExportError: also when a body is longer than the API takes.
    """
    return {"macros.jsonl": as_json_lines(map(macro, replies(catalogue, "email", "chat")))}


def macro(reply: Reply) -> dict[str, str]:
    """One macro as the API takes it; the name ends with our id, by which an import finds it again."""
    body = reply.html_line(DIALECT)
    if len(body.encode()) > MOST_BYTES:
        raise ExportError(f"{reply.id}: is longer than the {MOST_BYTES} bytes of an Intercom macro: shorten it")
    return {"name": f"{reply.name} · {reply.id}", "body": body}


TOOL = Tool("intercom", "Intercom", DIALECT, files, fills_pasted=False)
