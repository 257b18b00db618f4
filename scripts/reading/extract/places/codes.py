"""The country by a postcode or a telephone number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading.extract.places.place import WEAK, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

POSTCODES = re.compile(
    r"\b(?=[A-Z1-9])(?:(?P<GB>[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b)"
    r"|(?P<CA>[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b)"
    r"|(?P<US>(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT"
    r"|V[AT]|W[AIVY]),? \d{5}\b)"
    r"|(?P<AU>(?:NSW|VIC|QLD|TAS|ACT|SA|WA|NT),? \d{4}\b)"
    r"|(?P<NL>[1-9]\d{3} [A-Z]{2}\b(?= +[A-Z][a-z])))"
)
DIALLED = re.compile(r"(?:\+|\b00)(\d{1,3})[ ()\d-]{6,}")


def by_code(text: Text, tables: Tables) -> Iterator[Place]:
    """Find them."""
    for match in POSTCODES.finditer(text.own):
        yield Place(WEAK + 2, match.lastgroup or "", "", *match.span())
    for match in DIALLED.finditer(text.own):
        digits = match[1]
        for length in (3, 2, 1):
            if countries := tables.dialling.get(digits[:length]):
                yield Place(WEAK, countries[0], "", *match.span())
                break
