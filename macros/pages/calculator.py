"""The calculator on a page: its form, and the sample order's dates until the browser has reckoned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from case.topics import Topic
from eta.estimate import Order, estimate
from eta.report import notes
from eta.view import as_shown
from macros.browser import engine
from macros.layouts import render

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue

BOLD = re.compile(r"\*\*(.+?)\*\*")


def calculator(catalogue: Catalogue, store: Store, up: str, *, compact: bool = False) -> str:
    """The calculator as HTML.

    Args:
        catalogue: Where the sample order is.
        store: The facts, for the fields' defaults.
        up: The way from the page to the root of the site: `../`.
        compact: Whether all but the main fields and the sentence starts folded.
    """
    order = usual_order(catalogue)
    found = estimate(store, order)
    return render(
        "calculator.jinja",
        store=store,
        shown=as_shown(store, found, (), found.order_date),
        notes=notes(store, found),
        with_bold=with_bold,
        up=up,
        engine=f"{up}{engine.address()}",
        compact=compact,
        late=catalogue.raising(Topic.WAIT),
    )


def usual_order(catalogue: Catalogue) -> Order:
    """The order whose dates the pages show as an example."""
    return Order(**vars(catalogue.usual_order))


def with_bold(text: str) -> Markup:
    """A sentence with `**` as HTML."""
    return Markup(BOLD.sub(r"<strong>\1</strong>", str(escape(text))))  # noqa: S704 - escaped
