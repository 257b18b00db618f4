"""TextExpander: a CSV for the import on its website; every blank is a fill-in.

Facts about its syntax and formats, with their sources: docs/exports/textexpander.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.exports.abbreviation import abbreviation
from macros.exports.reply import Dialect, ExportError, replies
from macros.exports.tool import Tool, as_csv

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from words.catalogue import Slot

# The group takes the name of the file up to its first dot.
FILE = "custom-order-support.csv"
# How a literal % is written is not documented. What follows one that ends an amount begins no macro.
MACRO = re.compile(r"%(?![\s.,;:!?)”’]|\Z)")
PART_OF_A_FILL_IN = re.compile("[%:]")


def files(catalogue: Catalogue, _store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    written = dialect(catalogue)
    rows = [(abbreviation(reply), reply.plain(written)) for reply in replies(catalogue)]
    return {FILE: as_csv((), rows)}


def dialect(catalogue: Catalogue) -> Dialect:
    """A fill-in for every slot."""
    return Dialect({name: _fill_in(slot) for name, slot in catalogue.slots.items()}, MACRO)


def _fill_in(slot: Slot) -> str:
    """A line to fill in; what nobody fills stays a blank to see."""
    if PART_OF_A_FILL_IN.search(slot.label):
        raise ExportError(f"{slot.name}: the label {slot.label!r} would end the fill-in: write it otherwise")
    return f"%filltext:name={slot.label}:default={slot.blank}%"


TOOL = Tool("textexpander", "TextExpander", dialect, files, form="plain")
