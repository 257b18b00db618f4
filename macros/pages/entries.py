"""The pages of entries, the messages page and the home page: values for the layouts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from macros.layouts import render
from macros.pages.calculator import calculator
from words.message import HTML, MARKDOWN_ON_ONE_LINE, token
from words.signs import ADDRESS, UNSEEN
from words.sms import IN_SHORT_ALPHABET, REPLACED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue, Entry, Message, Template


def _link(words: str, address: str) -> str:
    """A link; one whose address has a slot leads nowhere yet: it carries the token, for the page's script to fill."""
    return f'<a {"data-href" if "{{" in address else "href"}="{escape(address)}">{words}</a>'


PAGE = HTML._replace(link=_link)
PAGE_LINE = PAGE._replace(paragraph=str)


def entry_page(catalogue: Catalogue, store: Store, entry_id: str) -> str:
    """The Markdown of an entry's page below its title."""
    entry = catalogue.by_id[entry_id]
    dates = Markup(calculator(catalogue, store, "../../", compact=True) if entry.written.calculator else "")  # noqa: S704
    return render("entry.md.jinja", entry=entry, up="../../", calculator=dates, **_shared(catalogue, store))


def milestones(catalogue: Catalogue, store: Store) -> str:
    """The Markdown of all milestones, for the one page they share."""
    entries = catalogue.of_kind("milestones")
    return render("milestones.md.jinja", entries=entries, up="../", **_shared(catalogue, store))


def home(catalogue: Catalogue, store: Store) -> str:
    """The Markdown of the home page."""
    return render("home.md.jinja", catalogue=catalogue, store=store)


def _shared(catalogue: Catalogue, store: Store) -> dict[str, object]:
    return {
        "catalogue": catalogue,
        "vocabulary": catalogue.vocabulary,
        "letter": Letter(catalogue),
        "edit_url": lambda entry: store.brand.edit_url.replace("{path}", entry.source),
    }


class Letter:
    """The forms of a message that a page shows."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def blank(self, message: Message) -> Markup:
        """The body with its slots as blanks on an order form."""
        return Markup(message.body.written(PAGE, self._blank, address=token))  # noqa: S704 - a form escapes all words

    def blank_subject(self, message: Message) -> Markup:
        """The subject line with its slots as blanks."""
        return Markup(message.subject.written(PAGE_LINE, self._blank) if message.subject else "")  # noqa: S704 - escaped

    def filled(self, message: Message, template: Template) -> Markup:
        """The body filled with the template's example."""
        if message.channel == "sms":
            return Markup("<p>{}</p>").format(self.filled_sms(message, template))
        value = template.example.__getitem__
        return Markup(message.body.html(lambda name: escape(value(name)), address=value))  # noqa: S704 - escaped

    def filled_sms(self, message: Message, template: Template) -> str:
        """The text message filled with the template's example, in characters that keep a segment at its full length."""
        return message.body.plain(lambda name: template.example[name].translate(IN_SHORT_ALPHABET))

    def filled_subject(self, message: Message, template: Template) -> str:
        """The subject line filled with the template's example."""
        return message.subject.plain(lambda name: template.example[name]) if message.subject else ""

    def tokens(self, message: Message) -> str:
        """The plain body with its slots as tokens: what the copy button starts from."""
        return message.body.plain(token)

    def subject_tokens(self, message: Message) -> str:
        """The plain subject line with its slots as tokens."""
        return message.subject.plain(token) if message.subject else ""

    def markdown(self, message: Message) -> str:
        """The body as Markdown with its slots as tokens, for tools that take that; none of them fills an address."""
        return message.body.settled(str, lambda _: False).written(MARKDOWN_ON_ONE_LINE, token)

    def signs(self) -> Markup:
        """What the page's script does with what a person types, as JSON: patterns, and signs that texts replace."""
        return htmlsafe_json_dumps({"unseen": UNSEEN.pattern, "address": ADDRESS.pattern, "replaced": REPLACED})

    def slots(self, entries: Iterable[Entry]) -> Markup:
        """The slots of all letters of a page, as JSON: label, meaning, and the visible blank that copied text shows."""
        templates = [template for entry in entries for template in entry.templates]
        names = dict.fromkeys(name for template in templates for message in template.messages for name in message.slots)
        known = {name: self._catalogue.slots[name] for name in names}
        return htmlsafe_json_dumps(
            {name: {"label": slot.label, "blank": slot.blank, "meaning": slot.meaning} for name, slot in known.items()}
        )

    def _blank(self, name: str) -> str:
        slot = self._catalogue.slots[name]
        return f'<span data-slot="{name}">{escape(slot.label)}</span>'
