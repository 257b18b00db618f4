"""What each blank of a template holds for a case; a blank that the case cannot fill stays a blank."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from case.in_words import said_day, said_days, said_moment, said_near
from case.situation import IN_WORKSHOP
from case.topics import Topic
from dates.in_words import say_time
from dates.time_zones import zone_in_words
from verdicts.delay import REFUND, is_unnoticed
from words.sentences import Phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from case.situation import Situation
    from eta.estimate import Estimate
    from words.catalogue import Words

HALF_HOUR = dt.timedelta(minutes=30)
QUOTES = "“\"‘'"
TO_THE_MINUTE = ("window.closes",)  # the day of the order alone does not fill it
NOT_QUOTED = ("the ", "a ", "an ", "size ", "my ", "our ")


def slot_values(situation: Situation, words: Words) -> dict[str, str]:
    """Give the slots that a case fills, in the words a customer reads; what the agent typed comes first."""
    found = {name: source.say(situation, words) for name, source in SLOTS.items()}
    return {name: text for name, text in found.items() if text} | situation.case.slots


def fact_for(slot: str, situation: Situation) -> str | None:
    """Name the fact of the case that a blank waits for; None where no fact would fill it."""
    if slot in TO_THE_MINUTE and not isinstance(situation.case.order_date, dt.datetime):
        return "order_date"
    facts = SLOTS[slot].facts if slot in SLOTS else ()
    return next((name for name in facts if situation.lacks(name) or name in situation.read), None)


def _days(situation: Situation, window: tuple[dt.date, dt.date] | None) -> str | None:
    """Say a window from today on: what is over is not told, but a window of days is never told as one bare day."""
    if window is None or window[1] < situation.today:
        return None
    first = max(window[0], situation.today) if window[1] > situation.today else window[0]
    return said_days(situation, (first, window[1]))


def _milestone(situation: Situation, found: Estimate | None, name: str) -> str | None:
    return _days(situation, found.milestone(name)[1:]) if found else None


def _of_product(situation: Situation, fact: str) -> str | None:
    product = situation.case.product
    return str(getattr(situation.store.products[product], fact)) if product else None


def _number(situation: Situation) -> str | None:
    """Give the order number with its leading sign."""
    number = situation.case.order
    return f"#{number}" if number.isdigit() else number


def quoted(text: str) -> str:
    """Put a text that goes on a piece in quotes; a description such as "the photo of Biscuit" needs none."""
    if not text or text[0] in QUOTES or text.lower().startswith(NOT_QUOTED):
        return text
    return f"“{text}”"


def _stage(situation: Situation, words: Words) -> str | None:
    making = _of_product(situation, "making") if situation.stage == "production" else None
    return making or MAKING.say(situation, words)


def _change(situation: Situation, kind: str) -> str | None:
    is_address = situation.case.change == "address" or situation.raises(Topic.ADDRESS)
    wanted = situation.case.change_to if is_address == (kind == "address") else ""
    return wanted if kind == "address" or situation.case.change == "options" else quoted(wanted)


def _tracking_link(situation: Situation) -> str | None:
    carriers = situation.store.shipping.carriers
    named = [carrier for carrier in carriers if carrier.name.lower() == situation.case.carrier.lower()]
    number = "".join(situation.case.tracking.split())
    return named[0].tracking_url.replace("{number}", number) if named and number.isalnum() else None


def expiry(situation: Situation) -> dt.datetime:
    """The moment from which the slots `OF_THE_MOMENT` may say something else: a promised hour, or the day, is over."""
    tomorrow = dt.datetime.combine(situation.today + dt.timedelta(days=1), dt.time(), situation.now.tzinfo)
    moments = (tomorrow, _reply_moment(situation), situation.closes, situation.closes_at_last)
    return min(moment for moment in moments if moment and moment > situation.now)


def _reply_moment(situation: Situation) -> dt.datetime | None:
    """When we write again: one first response time from now, on the next full half hour."""
    moment = situation.reply_due(situation.now)
    if moment is None:
        return None
    past = dt.timedelta(minutes=moment.minute % 30, seconds=moment.second, microseconds=moment.microsecond)
    return moment + (HALF_HOUR - past if past else past)


def _reply_by(situation: Situation) -> str | None:
    moment = _reply_moment(situation)
    return said_near(situation, moment) if moment else None


def _received(situation: Situation) -> str | None:
    """Say when their withdrawal reached us: the day, and the time with our zone where they live in another place."""
    if situation.case.asked is None:
        return None
    place = situation.store.place
    zone = "" if situation.case.region == place.home else f", {zone_in_words(place.time_zone)}"
    return f"{said_day(situation, situation.asked.date())}, {say_time(situation.asked, place.date_style)}{zone}"


def _refund_percent(situation: Situation) -> str:
    """Give what goes back at least once the piece is being made; of any piece while nobody knows which."""
    return _of_product(situation, "refund_share") or f"{situation.store.least_refund_percent}%"


def _closes(situation: Situation) -> str | None:
    is_sure = situation.closes is not None and situation.closes == situation.closes_at_last
    return said_moment(situation, situation.closes) if is_sure else None


def _late(situation: Situation) -> Estimate | None:
    return situation.remaining if situation.is_late or situation.raises(Topic.DELAY) else None


def _count_on(situation: Situation, found: Estimate | None) -> str | None:
    return said_day(situation, found.count_on_it_by) if found and found.count_on_it_by >= situation.today else None


def _window_end(situation: Situation) -> str | None:
    window = situation.window
    return said_day(situation, window[1]) if window and window[1] >= situation.today else None


class Source:
    """Where the words of a slot come from.

    Attributes:
        say: Gives them; None or empty where the case does not know them.
        facts: The facts of the case that they rest on; none where only a person can say them.
    """

    def __init__(self, say: Callable[[Situation, Words], str | None], *facts: str) -> None:
        self.say, self.facts = say, facts


MAKING: Phrases[Situation] = Phrases(
    "making", (*IN_WORKSHOP, "shipped"), lambda s: s.stage if s.stage != "unknown" else ""
)
RESHIPPING: Phrases[Situation] = Phrases(
    "reshipping", ("free",), lambda s: "free" if s.store.shipping.free_reship else ""
)
LASTING: Mapping[str, Source] = {
    "customer.first_name": Source(lambda s, _: s.case.customer, "customer"),
    "agent.first_name": Source(lambda s, _: s.case.agent, "agent"),
    "order.number": Source(lambda s, _: _number(s), "order"),
    "order.date": Source(lambda s, _: said_day(s, s.first.order_date) if s.first else None, "order_date"),
    "order.item": Source(lambda s, _: _of_product(s, "title"), "product"),
    "order.personalization": Source(lambda s, _: quoted(s.on_record("customization")), "customization"),
    "order.stage": Source(_stage, "stage"),
    "product.making": Source(lambda s, _: _of_product(s, "making"), "product"),
    "product.can_change": Source(lambda s, _: _of_product(s, "can_change"), "product"),
    "product.remake": Source(lambda s, _: _of_product(s, "remake"), "product"),
    "product.refund_percent": Source(lambda s, _: _refund_percent(s)),
    "change.requested": Source(lambda s, _: _change(s, "piece"), "change_to"),
    "address.new": Source(lambda s, _: _change(s, "address"), "change_to"),
    "preview.shows": Source(lambda s, _: quoted(s.case.approved), "approved"),
    "issue.made": Source(lambda s, _: quoted(s.case.made), "made"),
    "promise.delivery_window": Source(lambda s, _: said_days(s, s.promise), "order_date"),
    "reship.cost": Source(RESHIPPING.say),
    "needed_by.date": Source(lambda s, _: said_day(s, s.case.needed_by), "needed_by"),
    "tracking.number": Source(lambda s, _: s.case.tracking, "tracking"),
    "tracking.link": Source(lambda s, _: _tracking_link(s), "tracking", "carrier"),
    "carrier.name": Source(lambda s, _: s.case.carrier, "carrier"),
    "withdrawal.received": Source(lambda s, _: _received(s), "asked"),
}
# What holds for the moment of answering, and may be wrong at a later one.
OF_THE_MOMENT: Mapping[str, Source] = {
    "window.closes": Source(lambda s, _: _closes(s), "order_date"),
    "eta.production_window": Source(lambda s, _: _milestone(s, s.current, "production-complete"), "order_date"),
    "eta.shipping_window": Source(lambda s, _: _milestone(s, s.current, "shipped"), "order_date"),
    "eta.delivery_window": Source(lambda s, _: _days(s, s.window), "order_date"),
    "eta.count_on_it_by": Source(lambda s, _: _window_end(s), "order_date"),
    "delay.delivery_window": Source(lambda s, _: _milestone(s, _late(s), "delivered"), "order_date"),
    "delay.shipping_window": Source(lambda s, _: _milestone(s, _late(s), "shipped"), "order_date"),
    "delay.count_on_it_by": Source(lambda s, _: _count_on(s, _late(s)), "order_date"),
    "rush.delivery_window": Source(lambda s, _: _milestone(s, s.rushed, "delivered"), "order_date"),
    "rush.count_on_it_by": Source(lambda s, _: _count_on(s, s.rushed), "order_date"),
    "remake.delivery_window": Source(lambda s, _: _milestone(s, s.order_from_today(rush=True), "delivered")),
    "reship.delivery_window": Source(lambda s, _: _milestone(s, s.order_from_today(production_days=1), "delivered")),
    "refund.due": Source(lambda s, words: REFUND.say(s, words) if is_unnoticed(s) else None),
    "reply.by": Source(lambda s, _: _reply_by(s)),
}
SLOTS: Mapping[str, Source] = {**LASTING, **OF_THE_MOMENT}
