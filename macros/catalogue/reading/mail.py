"""The schema of `templates/reading/mail.yml`."""

from __future__ import annotations

from macros.catalogue.fields import several, words
from records.record import Record


class Mail(Record):
    """What stands around a customer's own words."""

    signatures: tuple[str, ...] = several("lines that begin a signature", words(), least=1)
