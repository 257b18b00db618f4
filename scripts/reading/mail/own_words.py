"""What a customer wrote, out of whatever was pasted: mail with its history, a forward, a form, HTML."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from reading.mail.history import joined, read
from reading.mail.html import without_markup
from reading.mail.machine import kind_of
from reading.mail.plain import LONGEST
from reading.mail.tables import ready
from words.catalogue import load_words

if TYPE_CHECKING:
    from collections.abc import Mapping


class Mail(NamedTuple):
    """A message, read.

    Attributes:
        own: The customer's own words, NFKC, at most 20,000 characters, with their line breaks.
        form: Fields of a contact form or of the head above a forwarded mail, as written there: name, email, phone,
            order, country, subject, sent. Empty for a plain mail.
        machine: The kind of a mail that no customer wrote, such as "bounce"; empty for a person's.
        signature: What stands below the mark `-- `.
    """

    own: str
    form: Mapping[str, str]
    machine: str
    signature: str = ""


def own_words(message: str, tables: Mapping[str, Any] | None = None) -> str:
    """Give the words that the customer wrote; see `read_mail`."""
    return read_mail(message, load_words().reading["mail"] if tables is None else tables).own


_LAST: dict[tuple[str, int], tuple[Mapping[str, Any], Mail]] = {}


def read_mail(message: str, tables: Mapping[str, Any]) -> Mail:
    """Read a message; the last one is kept, since both its ranking and its facts begin with it.

    Lines that quote an earlier mail are left out, and so is what follows the head of one, unless nothing was said
    before it. Where nothing would be left, the whole text stays.

    Args:
        message: What was pasted.
        tables: What `templates/reading/mail.yml` holds.
    """
    last = (message, id(tables))
    if last not in _LAST:
        _LAST.clear()
        _LAST[last] = tables, _read(message, tables)
    return _LAST[last][1]


def _read(message: str, tables: Mapping[str, Any]) -> Mail:
    known = ready(tables)
    message = message.encode("utf-8", "replace").decode("utf-8")  # half a letter can be shown nowhere
    markup = without_markup(message[:LONGEST] if "<" not in message else message, known)
    text = unicodedata.normalize("NFKC", markup[:LONGEST])[:LONGEST]
    found = read(text.splitlines(), known)
    own = joined(found.own) or text.strip() or unicodedata.normalize("NFKC", message[:LONGEST])[:LONGEST].strip()
    machine = kind_of("\n".join([*found.form.values(), own]), known)
    return Mail(own, found.form, machine, "\n".join(line.strip() for line in found.signature))
