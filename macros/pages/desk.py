"""The desk as a page: its form, from the facts and the vocabulary, and the empty places that the browser fills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2.utils import htmlsafe_json_dumps

from case.case import Case
from case.fields import Fact
from facts.regions import regions
from macros.browser import engine
from macros.browser import words as desk_words
from macros.layouts import render
from macros.pages.entries import Letter
from words.selection import possible

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue

EXAMPLE = "Hi, I ordered yesterday and forgot a comma. Can you still change my engraving to “Luna, forever”?"


def desk_page(catalogue: Catalogue, store: Store, up: str) -> str:
    """The desk as HTML; `up` is the way from the page to the root of the site: `../`."""
    conditions, by_id = catalogue.vocabulary.conditions, catalogue.by_id
    stages = [(name, says) for name, says in conditions["stage"].values.items() if name != conditions["stage"].unknown]
    return render(
        "desk.jinja",
        store=store,
        up=up,
        engine=engine.address(),
        words=desk_words.address(),
        letter=Letter(catalogue),
        entries=catalogue.entries,
        known=htmlsafe_json_dumps(
            {
                "places": places(catalogue),
                "conditions": known_conditions(catalogue, store),
                "facts": known_facts(),
                "machines": desk_words.machines(),
            }
        ),
        example=EXAMPLE,
        products=[(name, product.title) for name, product in store.products.items()],
        stages=stages,
        regions=[(name, regions()[name].name) for name in store.place.regions],
        carriers=[(carrier.name, carrier.name) for carrier in store.shipping.carriers],
        channels=[(name, channel.label) for name, channel in catalogue.vocabulary.channels.items()],
        shelves=[
            {"title": shelf.title, "entries": [by_id[name] for name in shelf.entries]}
            for kind in ("scenarios", "stages")
            for shelf in catalogue.shelves(kind)
        ],
    )


def box(catalogue: Catalogue) -> str:
    """The box of the home page, in which a message finds its reply, as HTML."""
    known = htmlsafe_json_dumps(
        {"places": places(catalogue), "conditions": {}, "facts": [], "machines": desk_words.machines()}
    )
    return render("box.jinja", engine=engine.address(), words=desk_words.address(), known=known)


def places(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """Each place a message can be about, with its title and address."""
    return {
        entry.id: {"title": entry.title, "address": entry.address} for entry in catalogue.entries
    } | desk_words.pages()


def known_facts() -> list[str]:
    """The facts of a case that a field or a link gives: all but its tables and lists."""
    return [name for name, field in Case._fields.items() if isinstance(field, Fact)]


def known_conditions(catalogue: Catalogue, store: Store) -> dict[str, Any]:
    """Each condition's label, and what each value says that the store can meet."""
    can_be = possible(catalogue.vocabulary.conditions, store)
    return {
        name: {"label": condition.label, "values": {value: condition.values[value] for value in can_be[name]}}
        for name, condition in catalogue.vocabulary.conditions.items()
    }
