"""What each blank of a template holds for a case; a blank that the case cannot fill stays a blank."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from case.topics import Topic
from dates.in_words import say_day, say_moment, say_range, say_time
from dates.time_zones import zone_in_words
from dates.workdays import EtaError
from eta.opening_hours import due
from verdicts.delay import is_unnoticed, say_refund_by

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from case.situation import Situation
    from eta.estimate import Estimate

MAKING = {
    "design": "being laid out",
    "production": "being made",
    "quality-check": "in its final check",
    "shipped": "on its way to you",
}
HALF_HOUR = dt.timedelta(minutes=30)
QUOTES = "“\"‘'"
NOT_QUOTED = ("the ", "a ", "an ", "size ", "my ", "our ")


def slot_values(situation: Situation) -> dict[str, str]:
    """Give the slots that a case fills, in the words a customer reads; what the agent typed comes first."""
    found = {name: value(situation) for name, value in SLOTS.items()}
    return {name: text for name, text in found.items() if text} | situation.case.slots


def _day(situation: Situation, day: dt.date | None) -> str | None:
    return say_day(day, situation.store.place.date_style, situation.today) if day else None


def _days(situation: Situation, window: tuple[dt.date, dt.date] | None) -> str | None:
    """Say a window from today on: what is over is not told, but a window of days is never told as one bare day."""
    if window is None or window[1] < situation.today:
        return None
    first = max(window[0], situation.today) if window[1] > situation.today else window[0]
    return say_range(first, window[1], situation.store.place.date_style, situation.today)


def _milestone(situation: Situation, found: Estimate | None, name: str) -> str | None:
    return _days(situation, found.milestone(name)[1:]) if found else None


def _of_product(situation: Situation, fact: str) -> str | None:
    product = situation.case.product
    return str(getattr(situation.store.products[product], fact)) if product else None


def _number(situation: Situation) -> str | None:
    """Give the order number with its leading sign."""
    number = situation.case.order
    return f"#{number}" if number.isdigit() else number


def _personalization(situation: Situation) -> str | None:
    return quoted(situation.case.customization)


def quoted(text: str) -> str:
    """Put a text that goes on a piece in quotes; a description such as "the photo of Biscuit" needs none."""
    if not text or text[0] in QUOTES or text.lower().startswith(NOT_QUOTED):
        return text
    return f"“{text}”"


def _stage(situation: Situation) -> str | None:
    making = _of_product(situation, "making") if situation.stage == "production" else None
    return making or MAKING.get(situation.stage)


def _change(situation: Situation, kind: str) -> str | None:
    is_address = situation.case.change == "address" or situation.raises(Topic.ADDRESS)
    wanted = situation.case.change_to if is_address == (kind == "address") else ""
    return wanted if kind == "address" or situation.case.change == "options" else quoted(wanted)


def _tracking_link(situation: Situation) -> str | None:
    carriers = situation.store.shipping.carriers
    named = [carrier for carrier in carriers if carrier.name.lower() == situation.case.carrier.lower()]
    number = "".join(situation.case.tracking.split())
    return named[0].tracking_url.replace("{number}", number) if named and number.isalnum() else None


def _reply_by(situation: Situation) -> str | None:
    """Give when we write again: one first response time from now, on the next full half hour."""
    try:
        moment = due(situation.store, situation.now, situation.store.kpi.first_response_hours)
    except EtaError:
        return None
    past = dt.timedelta(minutes=moment.minute % 30, seconds=moment.second, microseconds=moment.microsecond)
    return say_near(situation, moment + (HALF_HOUR - past if past else past))


def say_near(situation: Situation, moment: dt.datetime) -> str:
    """Say a moment, its day as "today" or "tomorrow" where it is."""
    style, away = situation.store.place.date_style, (moment.date() - situation.today).days
    if away not in (0, 1):
        return say_moment(moment, style)
    return f"{('today', 'tomorrow')[away]}, {say_time(moment, style)}"


def _received(situation: Situation) -> str | None:
    """Say when their withdrawal reached us: the day, and the time with our zone where they live in another place."""
    if situation.case.asked is None:
        return None
    place = situation.store.place
    zone = "" if situation.case.region == place.home else f", {zone_in_words(place.time_zone)}"
    return f"{_day(situation, situation.asked.date())}, {say_time(situation.asked, place.date_style)}{zone}"


def _refund_percent(situation: Situation) -> str:
    """Give what goes back at least once the piece is being made; of any piece while nobody knows which."""
    return _of_product(situation, "refund_share") or f"{situation.store.least_refund_percent}%"


def _closes(situation: Situation) -> str | None:
    is_sure = situation.closes is not None and situation.closes == situation.closes_at_last
    return say_moment(situation.closes, situation.store.place.date_style) if is_sure and situation.closes else None


def _late(situation: Situation) -> Estimate | None:
    return situation.remaining if situation.is_late or situation.raises(Topic.DELAY) else None


def _remake(situation: Situation) -> Estimate | None:
    return situation.order_from_today(rush=True)


def _reship(situation: Situation) -> Estimate | None:
    return situation.order_from_today(production_days=1)


def _count_on(situation: Situation, found: Estimate | None) -> str | None:
    return _day(situation, found.count_on_it_by) if found and found.count_on_it_by >= situation.today else None


def _window_end(situation: Situation) -> str | None:
    window = situation.window
    return _day(situation, window[1]) if window and window[1] >= situation.today else None


SLOTS: Mapping[str, Callable[[Situation], str | None]] = {
    "customer.first_name": lambda s: s.case.customer,
    "agent.first_name": lambda s: s.case.agent,
    "order.number": _number,
    "order.date": lambda s: _day(s, s.first.order_date) if s.first else None,
    "order.item": lambda s: _of_product(s, "title"),
    "order.personalization": _personalization,
    "order.stage": _stage,
    "product.making": lambda s: _of_product(s, "making"),
    "product.can_change": lambda s: _of_product(s, "can_change"),
    "product.remake": lambda s: _of_product(s, "remake"),
    "product.refund_percent": _refund_percent,
    "change.requested": lambda s: _change(s, "piece"),
    "address.new": lambda s: _change(s, "address"),
    "preview.shows": lambda s: quoted(s.case.approved),
    "issue.made": lambda s: quoted(s.case.made),
    "window.closes": _closes,
    "eta.production_window": lambda s: _milestone(s, s.current, "production-complete"),
    "eta.shipping_window": lambda s: _milestone(s, s.current, "shipped"),
    "eta.delivery_window": lambda s: _days(s, s.window),
    "eta.count_on_it_by": _window_end,
    "promise.delivery_window": lambda s: (
        say_range(*s.promise, s.store.place.date_style, s.today) if s.promise else None
    ),
    "delay.delivery_window": lambda s: _milestone(s, _late(s), "delivered"),
    "delay.shipping_window": lambda s: _milestone(s, _late(s), "shipped"),
    "delay.count_on_it_by": lambda s: _count_on(s, _late(s)),
    "rush.delivery_window": lambda s: _milestone(s, s.rushed, "delivered"),
    "rush.count_on_it_by": lambda s: _count_on(s, s.rushed),
    "remake.delivery_window": lambda s: _milestone(s, _remake(s), "delivered"),
    "reship.delivery_window": lambda s: _milestone(s, _reship(s), "delivered"),
    "reship.cost": lambda s: "free of charge" if s.store.shipping.free_reship else None,
    "needed_by.date": lambda s: _day(s, s.case.needed_by),
    "refund.due": lambda s: say_refund_by(s) if is_unnoticed(s) else None,
    "tracking.number": lambda s: s.case.tracking,
    "tracking.link": _tracking_link,
    "carrier.name": lambda s: s.case.carrier,
    "withdrawal.received": _received,
    "reply.by": _reply_by,
}
