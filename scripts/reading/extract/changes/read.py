"""Which kinds of change a message asks for, and to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading.extract.changes.address import read_address
from reading.extract.changes.options import read_options
from reading.extract.found import Found
from reading.extract.message.phrases import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.phrases import Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

NEAR = 6  # words between "change" and "the engraving"


def read_changes(text: Text, hits: Hits, tables: Tables, texts: list[Found]) -> Iterator[Found]:
    """Read what is to change, and to what; texts are those that are read already."""
    address = [*read_address(text, hits, tables)]
    yield from address
    wanted = [found for found in texts if found.fact == "change_to"]
    own = [found for found in texts if found.fact == "customization"] if "own_errors" in hits else []
    if wanted:
        yield wanted[0]._replace(fact="change", value="personalization")
    elif not address and own and not tables.beside["mended"].isdisjoint(text.words):
        yield own[0]._replace(fact="change", value="personalization")
    elif not address and not any(found.fact in ("made", "customization") for found in texts):
        yield from _named(text, hits)
    yield from read_options(text, hits, tables)


def _named(text: Text, hits: Hits) -> Iterator[Found]:
    """Read the kind of change where the new text is not told, and the piece has not come."""
    if "arrivals" in hits:
        return
    for verb in hits.get("change_verbs", ()):
        for hit in near(hits.get("changes", []), verb.first, NEAR):
            if hit.label == "personalization" and text.same(hit.first, verb.first):
                yield Found("change", hit.label, *text.span(hit.first, hit.last))
                return
