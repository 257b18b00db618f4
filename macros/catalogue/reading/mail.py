"""The schema of `templates/reading/mail.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalogue.fields import by_name, several, words, yes_or_no
from records.fields import keyed
from records.kinds import Table
from records.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping


class Language(Record):
    """What mail programs of one language write above a mail that is quoted or handed on."""

    opens: tuple[str, ...] = several("first words of a line such as “On Tuesday Jo wrote:”", words())
    wrote: tuple[str, ...] = several("words for “wrote”", words(), least=1)
    me: tuple[str, ...] = several("words by which such a line is the customer's own", words(), least=1)
    from_: tuple[str, ...] = keyed("from", several("labels of who wrote", words(), least=1))
    sent: tuple[str, ...] = several("labels of when", words(), least=1)
    to: tuple[str, ...] = several("labels of to whom, and others of no interest", words(), least=1)
    subject: tuple[str, ...] = several("labels of what about", words(), least=1)
    original: tuple[str, ...] = several("lines above a mail that is answered", words(), least=1)
    forwarded: tuple[str, ...] = several("lines above a mail that is handed on", words(), least=1)


class Notes(Record):
    """What a colleague writes above a mail that they hand on."""

    sure: tuple[str, ...] = several("no customer writes so", words(), least=1)
    likely: tuple[str, ...] = several("a customer may write so above a mail of ours", words(), least=1)
    addressed: tuple[str, ...] = several("first words of “For Jo”", words(), least=1)


class Signatures(Record):
    """What stands below, or in between, and nobody wrote."""

    footers: tuple[str, ...] = several("lines that a phone or mail program adds", words(), least=1)
    legal: tuple[str, ...] = several("lines that begin a legal notice", words(), least=1)
    banners: tuple[str, ...] = several("lines that a mail system adds anywhere", words(), least=1)


class Html(Record):
    """Classes of elements in HTML mail."""

    quotes: tuple[str, ...] = several("of what is quoted", words(), least=1)
    signatures: tuple[str, ...] = several("of a signature", words(), least=1)


class Labels(Record):
    """The labels of a form's fields, by our names."""

    name: tuple[str, ...] = several("who asks", words(), least=1)
    email: tuple[str, ...] = several("their address", words(), least=1)
    phone: tuple[str, ...] = several("their phone", words(), least=1)
    order: tuple[str, ...] = several("the order's number", words(), least=1)
    country: tuple[str, ...] = several("where they are", words(), least=1)
    subject: tuple[str, ...] = several("what about", words(), least=1)
    sent: tuple[str, ...] = several("when", words(), least=1)
    body: tuple[str, ...] = several("the message itself", words(), least=1)
    other: tuple[str, ...] = several("what nobody asks for", words(), least=1)


class Forms(Record):
    """How the mail of a contact form reads."""

    intros: tuple[str, ...] = several("phrases above the fields", words(), least=1)
    outros: tuple[str, ...] = several("lines that begin what stands below them", words(), least=1)
    labels: Labels = Table("the labels of its fields", Labels)  # type: ignore[assignment]


class Machine(Record):
    """The phrases of one kind of mail that no customer wrote."""

    sure: tuple[str, ...] = several("one is enough", words(), least=1)
    likely: tuple[str, ...] = several("two are enough", words(), least=1)
    hint: tuple[str, ...] = several("two are worth a likely one", words(), least=1)
    says_i: bool = yes_or_no("whether its writers say “I”")
    against: tuple[str, ...] = several("each takes a likely one away", words(), optional=True)


class Person(Record):
    """The phrases that speak against a machine."""

    sure: tuple[str, ...] = several("each takes a likely phrase away", words(), least=1)
    hint: tuple[str, ...] = several("each takes a hint away", words(), least=1)


class Mail(Record):
    """What stands around a customer's own words."""

    languages: Mapping[str, Language] = by_name("heads of mail by language", Table("", Language))
    reply_above: tuple[str, ...] = several("a helpdesk's line between answer and history", words(), least=1)
    our_addresses: tuple[str, ...] = several("who a store writes as, before the @", words(), least=1)
    greetings: tuple[str, ...] = several("words that begin a mail", words(), least=1)
    farewells: tuple[str, ...] = several("lines that end a mail", words(), least=1)
    notes: Notes = Table("what a colleague writes who hands a mail on", Notes)  # type: ignore[assignment]
    signatures: Signatures = Table("what stands below", Signatures)  # type: ignore[assignment]
    html: Html = Table("classes of HTML mail", Html)  # type: ignore[assignment]
    forms: Forms = Table("contact forms", Forms)  # type: ignore[assignment]
    machine: Mapping[str, Machine] = by_name("mail that no customer wrote, by kind", Table("", Machine))
    person: Person = Table("words of a person who waits for a piece", Person)  # type: ignore[assignment]
