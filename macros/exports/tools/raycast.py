"""Raycast: the JSON of its command Import Snippets.

Facts about its syntax and formats, with their sources: docs/exports/raycast.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.exports.abbreviation import abbreviation
from macros.exports.reply import Dialect, replies
from macros.exports.tool import Tool, as_json

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

# It has placeholders such as {date} and {cursor}, and none for what a reply leaves open.
DIALECT = Dialect(tokens={}, looks_alike=re.compile("[{}]"))


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    return {"snippets.json": as_json([snippet(reply) for reply in replies(catalogue)])}


def snippet(reply: Reply) -> dict[str, str]:
    """One snippet as the import takes it."""
    return {"name": reply.name, "text": reply.plain(DIALECT), "keyword": abbreviation(reply)}


TOOL = Tool("raycast", "Raycast", DIALECT, files, form="plain")
