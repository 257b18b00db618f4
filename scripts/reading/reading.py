"""A message, read whole: the customer's own words, whether a machine wrote it, and the facts that stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reading.extract.found import context_of
from reading.extract.read import read_facts
from reading.fields import form_facts, signature_facts
from reading.mail import read_mail

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from facts.schema import Store
    from reading.extract.found import Found
    from words.catalogue import Words


class Reading(NamedTuple):
    """What a message says.

    Attributes:
        own: The customer's own words; see `reading.mail.Mail`.
        machine: The kind of a mail that no customer wrote; empty for a person's.
        signature: What stands below the mark `-- `.
        form: The fields of a contact form, or of the head of a forwarded mail.
        facts: In the order of the message, then those of its form and signature, which begin and end at `OUTSIDE`.
        asks: What the customer asks; none are read yet.
    """

    own: str = ""
    machine: str = ""
    signature: str = ""
    form: Mapping[str, str] = {}
    facts: tuple[Found, ...] = ()
    asks: tuple[Any, ...] = ()


NOTHING = Reading()


def read_message(message: str, store: Store, words: Words, asked: dt.datetime, region: str = "") -> Reading:
    """Read a message.

    Args:
        message: What was pasted: mail with its history, a contact form, HTML or plain words.
        store: The store's facts.
        words: The words; their tables of `templates/reading/` are what is known of languages and programs.
        asked: When the customer wrote; without an offset, by the store's clock.
        region: Where the customer lives, by its name in `references/regions.toml`; empty where nobody knows.
    """
    if not message.strip():
        return NOTHING
    mail = read_mail(message, words.reading["mail"])
    context = context_of(store, asked, region)
    facts = read_facts(mail.own, context, words.reading)
    facts = form_facts(mail.form, facts, context, words.reading)
    if mail.signature:
        facts = signature_facts(mail.signature, facts, context, words.reading)
    return Reading(mail.own, mail.machine, mail.signature, mail.form, facts)
