"""The calculator on a page: its form, and the sample order's dates until the browser has computed its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from case.topics import Topic
from eta.estimate import estimate
from eta.order import Order
from eta.report import notes
from eta.view import as_shown
from macros.browser import engine
from macros.layouts import render
from words.message import HTML_LINE, Body

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from words.tree import Line


def calculator(catalogue: Catalogue, store: Store, up: str, *, compact: bool = False) -> str:
    """The calculator as HTML; `up` leads to the root of the site, and a compact one starts with its details folded."""
    order = usual_order(catalogue)
    found = estimate(store, order)
    return render(
        "calculator.jinja",
        store=store,
        shown=as_shown(store, found, (), found.order_date),
        notes=notes(store, found),
        in_html=in_html,
        up=up,
        engine=f"{up}{engine.address()}",
        compact=compact,
        late=catalogue.raising(Topic.WAIT),
    )


def usual_order(catalogue: Catalogue) -> Order:
    """The order whose dates the pages show as an example."""
    return Order(**vars(catalogue.usual_order))


def in_html(sentence: Line) -> Markup:
    """A sentence as HTML."""
    return Markup(Body([{"p": sentence}]).written(HTML_LINE, str))  # noqa: S704 - a form escapes all words
