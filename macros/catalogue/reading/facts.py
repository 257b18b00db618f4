"""The schema of `templates/reading/facts.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalogue.fields import by_name, several, words
from records.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping


class Facts(Record):
    """The words by which facts are read."""

    occasions: Mapping[str, tuple[str, ...]] = by_name("what the piece is for", several("its words", words(), least=1))
