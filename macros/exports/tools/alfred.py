"""Alfred: a collection of snippets to open with a double click.

Facts about its syntax and formats, with their sources: docs/exports/alfred.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.exports.abbreviation import abbreviation
from macros.exports.reply import Dialect, replies
from macros.exports.tool import Tool, as_json, as_zip

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

# The collection takes the name of the file.
FILE = "Custom Order Support.alfredsnippets"
# It has placeholders such as {date} and {cursor}, and none for what a reply leaves open.
DIALECT = Dialect(tokens={}, looks_alike=re.compile("[{}]"))
NOT_IN_A_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    return {FILE: as_zip({_file_name(reply): as_json(snippet(reply)) for reply in replies(catalogue)})}


def snippet(reply: Reply) -> dict[str, dict[str, str]]:
    """One snippet as a collection holds it."""
    about = {"snippet": reply.plain(DIALECT), "uid": _uid(reply), "name": reply.name, "keyword": abbreviation(reply)}
    return {"alfredsnippet": about}


def _file_name(reply: Reply) -> str:
    return f"{NOT_IN_A_FILE_NAME.sub(' ', reply.name)} [{_uid(reply)}].json"


def _uid(reply: Reply) -> str:
    return str(reply.uid).upper()


TOOL = Tool("alfred", "Alfred", DIALECT, files, form="plain")
