"""Tables and lists that pages print."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dates.in_words import say_day, say_range
from eta.estimate import estimate
from macros.layouts import render
from macros.pages.calculator import usual_order

if TYPE_CHECKING:
    from eta.estimate import Estimate
    from eta.order import Order
    from facts.schema import Store
    from macros.catalogue.model import Catalogue


class Piece(NamedTuple):
    """A product and what its customer is told."""

    title: str
    shipped: str
    delivered: str
    count_on_it_by: str


def questions(catalogue: Catalogue) -> str:
    """The questions of the first 90 seconds, with where the answer is found."""
    return render("tables/questions.jinja", questions=catalogue.first_questions)


def milestones(catalogue: Catalogue, store: Store) -> str:
    """When each message goes out, by which channels, and its dates for the sample order."""
    found = estimate(store, usual_order(catalogue))
    return render(
        "tables/milestone.jinja",
        entries=catalogue.of_kind("milestones"),
        channels=catalogue.vocabulary.channels,
        ordered=_dates(found, "order-confirmed", store),
        date_of=lambda entry: _dates(found, entry.written.step, store),
    )


def eta(catalogue: Catalogue, store: Store) -> str:
    """The delivery dates of each product, ordered on the sample order's day."""
    usual = usual_order(catalogue)
    return render(
        "tables/eta.jinja",
        ordered=_dates(estimate(store, usual), "order-confirmed", store),
        pieces=[_piece(name, usual, store) for name in store.products],
    )


def counting_towards(catalogue: Catalogue, kpi: str) -> str:
    """Links to the entries whose tickets count towards a KPI."""
    return render("tables/links.jinja", entries=catalogue.counting_towards(kpi), up="../")


def slots(catalogue: Catalogue) -> str:
    """Every slot with its meaning and sample."""
    return render("tables/slots.jinja", slots=catalogue.slots.values(), samples=catalogue.samples)


def download(path: str, label: str) -> str:
    """A link to a file that `publish` writes; mkdocs cannot see it, so it is plain HTML."""
    return render("tables/download.jinja", path=f"../{path}", label=label).strip()


def _piece(product: str, usual: Order, store: Store) -> Piece:
    found = estimate(store, usual._replace(product=product))
    shipped, delivered = (_dates(found, milestone, store) for milestone in ("shipped", "delivered"))
    return Piece(store.products[product].title, shipped, delivered, _count_on(found, store))


def _dates(found: Estimate, milestone: str, store: Store) -> str:
    window = found.milestone(milestone)
    return say_range(window.earliest, window.latest, store.place.date_style, year_of=found.order_date)


def _count_on(found: Estimate, store: Store) -> str:
    return say_day(found.count_on_it_by, store.place.date_style, year_of=found.order_date)
