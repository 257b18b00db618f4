"""The schema of what a message is read by: each file of `templates/reading/`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from macros.catalogue.reading.asks import Asks, Spelling
from macros.catalogue.reading.beside import Beside
from macros.catalogue.reading.days import Days
from macros.catalogue.reading.facts import Facts
from macros.catalogue.reading.mail import Mail
from macros.catalogue.reading.places import Places

if TYPE_CHECKING:
    from macros.catalogue.yaml_file import YamlFile
    from records.record import Record

FILES: dict[str, type[Record]] = {
    "mail": Mail,
    "facts": Facts,
    "beside": Beside,
    "days": Days,
    "places": Places,
    "asks": Asks,
    "spelling": Spelling,
}


class Tables(NamedTuple):
    """The files, as written; their form is what `FILES` says."""

    mail: YamlFile
    facts: YamlFile
    beside: YamlFile
    days: YamlFile
    places: YamlFile
    asks: YamlFile
    spelling: YamlFile

    def as_data(self) -> dict[str, Any]:
        """Lay them out as the plain data that `scripts/reading/` reads."""
        return {name: file.content for name, file in self._asdict().items()}
