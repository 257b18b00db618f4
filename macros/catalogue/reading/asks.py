"""The schema of `templates/reading/asks.yml` and `spelling.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalogue.fields import by_name, by_words, words
from records.kinds import Table
from records.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping


class Ask(Record):
    """One thing that a customer wants to know or have."""

    label: str = words("what is asked, in a few words")
    about: str | None = words("the entry or page that such an ask raises as a concern", optional=True)


class Asks(Record):
    """All of them."""

    asks: Mapping[str, Ask] = by_name("the asks by their ids", Table("", Ask))


class Spelling(Record):
    """What is put right before a text is looked at."""

    short_forms: Mapping[str, str] = by_words("short forms, and the word of each", words())
