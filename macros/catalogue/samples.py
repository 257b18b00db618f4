"""Sample values of the slots; dates come from the calculator, so none can disagree with the store's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dates.in_words import say_day, say_moment, say_range
from dates.time_zones import hours_later
from eta.estimate import estimate
from eta.order import Order
from macros.catalogue.schema import ComputedSample

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.schema import SampleOrder, WrittenSlot, WrittenSlots


def sample(slot: WrittenSlot, words: WrittenSlots, store: Store) -> str:
    """The sample value of a slot, in the words a customer reads."""
    if isinstance(slot.sample, ComputedSample):
        return _computed(slot.sample, words.sample_orders[slot.sample.order], store)
    return slot.sample


def _computed(wanted: ComputedSample, order: SampleOrder, store: Store) -> str:
    style = store.place.date_style
    if wanted.product:
        return str(getattr(store.products[order.product], wanted.product))
    if wanted.moment:
        return say_moment(hours_later(order.order_date, store.change_window.hours, store.place.time_zone), style)
    found = estimate(store, Order(**{**vars(order), "rush": order.rush and store.rush.offered}))
    if wanted.milestone is None:
        return say_day(found.count_on_it_by, style)
    milestone = found.milestone(wanted.milestone)
    return say_range(milestone.earliest, milestone.latest, style)
