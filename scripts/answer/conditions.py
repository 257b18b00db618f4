"""What the facts of a case say about each condition of the vocabulary, and what is assumed while they say nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from case.case import Case
from case.situation import IN_ORDER, IN_WORKSHOP
from dates.workdays import EtaError
from eta.opening_hours import is_open
from verdicts.change import CHANGE_WINDOW
from verdicts.delay import DELAY_RULE, NEVER_NOTICED
from verdicts.delivery import NEEDED_BY, RUSH
from verdicts.quality import same
from verdicts.returns import RETURN
from verdicts.withdrawal import hangs_on_told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from case.situation import Situation
    from verdicts.table import Table

OPEN = {"closing-soon": "open"}
DELAYS = {NEVER_NOTICED: "canceled", "ask-workshop": "no"}
RETURNS = {
    "declined": "never",
    "withdrawal": "by-law",
    "store-policy": "by-policy",
    "ask-told": "check-told",
    "too-late": "over",
}
WITHDRAWALS = {"by-law": "yes", "by-policy": "no", "check-told": "no", "over": "no", "never": "no"}


def _nothing(_: Situation) -> None:
    """Assume nothing."""


def _values(table: Table) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule.value for rule in table.rules))


def _verdict(table: Table) -> Callable[[Situation], str | None]:
    def value(situation: Situation) -> str | None:
        found = table.judge(situation)
        return found.value if found else None

    return value


def _window(situation: Situation) -> str | None:
    """Give the window's verdict; None where the workshop has to be asked, also when only the hours are over."""
    if situation.stage == "shipped":
        return "shipped"
    value = str(_verdict(CHANGE_WINDOW)(situation))
    may_be_begun = value == "closed-by-time" and situation.stage == "unknown"
    return None if value == "ask-workshop" or may_be_begun else OPEN.get(value, value)


def _hours_over(situation: Situation) -> str | None:
    value = _verdict(CHANGE_WINDOW)(situation)
    return value if value == "closed-by-time" else None


def _stage(situation: Situation) -> str | None:
    return situation.stage if situation.stage != "unknown" else None


def _progress(situation: Situation) -> str | None:
    return None if situation.promise is None else "late" if situation.is_late else "on-track"


def _promise(situation: Situation) -> str | None:
    if situation.promise is None:
        return None
    if situation.today > situation.promise[1]:
        return "passed"
    return "will-not-hold" if situation.is_late else "not-passed"


def _parcel(situation: Situation) -> str | None:
    stage = _stage(situation)
    return stage and ("handed-over" if stage == "shipped" else "with-us")


def _photos(situation: Situation) -> str | None:
    return {True: "received", False: "not-yet", None: None}[situation.case.photos]


def _transit(situation: Situation) -> str | None:
    value = _promise(situation)
    return value and {"passed": "window-over"}.get(value, "window-runs")


def _tracking(situation: Situation) -> str | None:
    """Give what the stage decides: a parcel that is still with us has no scan, whatever the customer says."""
    return "not-handed-over" if _stage(situation) in IN_WORKSHOP else None


def _typo(situation: Situation) -> str | None:
    if situation.case.delivered:
        return "delivered"
    if situation.stage == "shipped":
        return "on-its-way"
    if situation.has_started:
        return "being-made"
    return "not-begun" if _stage(situation) == "design" else None


def _compared(situation: Situation) -> str | None:
    case = situation.case
    if not (case.approved and case.made):
        return None
    return "matches" if same(case.approved, case.made) else "differs"


def _preview(situation: Situation) -> str | None:
    if not situation.case.approved or situation.stage == "unknown":
        return None
    if situation.stage == "shipped":
        return "approved-and-left"
    return "approved-and-begun" if situation.has_started else "approved"


def _reason(situation: Situation) -> str | None:
    """Give "late" whenever the order is late: the reduced refund is never for a late one."""
    return "late" if situation.is_late else None


def _has_preview(situation: Situation) -> str | None:
    if not situation.store.proofs.sent:
        return "no"
    return {True: "yes", False: "no", None: None}[situation.personalized]


def _hours(situation: Situation) -> str | None:
    try:
        return "inside" if is_open(situation.store, situation.now) else "outside"
    except EtaError:
        return None


def _region(situation: Situation) -> str | None:
    return situation.case.region or None


def _withdrawal(situation: Situation) -> str | None:
    """Give "no" where one fact alone rules it out; a piece that may have arrived waits for the day it did."""
    if situation.personalized or (situation.law and not situation.law.withdrawal):
        return "no"
    return WITHDRAWALS.get(_return(situation) or "")


def _likely_withdrawal(situation: Situation) -> str | None:
    return WITHDRAWALS.get(_likely_return(situation) or "")


def _return(situation: Situation) -> str | None:
    """Give whether they may step back; a preset piece waits for the day it came, and a late one for what was told."""
    value = _likely_return(situation)
    has_its_day = situation.case.delivered or situation.stage in IN_WORKSHOP
    is_sure = has_its_day and _is_placed(situation) and not hangs_on_told(situation)
    return value if is_sure or value == "never" else None


def _is_placed(situation: Situation) -> bool:
    """Say whether it is known which law holds; where the store serves no place with such a law, it always is."""
    return bool(situation.case.region) or not situation.store.place.withdrawal_regions


def _likely_return(situation: Situation) -> str | None:
    return RETURNS.get(RETURN.rule(situation).value)


def _at_home(judge: Callable[[Situation], str | None]) -> Callable[[Situation], str | None]:
    """Judge as if the customer lived where the store is, while nobody knows better."""

    def value(situation: Situation) -> str | None:
        case = situation.case
        region = case.region or situation.store.place.home
        return judge(replace(situation, case=Case({**vars(case), "region": region})))

    return value


def _delay(situation: Situation) -> str | None:
    """Give whether the law or an earlier notice decides on a late piece; one that is late waits for all facts."""
    value = _likely_delay(situation)
    return value if _is_settled(situation) or not _is_late_with_us(situation) else None


def _likely_delay(situation: Situation) -> str | None:
    if situation.promise is None:
        return None
    value = _verdict(DELAY_RULE)(situation)
    if value is None:
        return "notice" if _is_late_with_us(situation) and situation.case.notices else "no"
    return DELAYS.get(value, "notice")


def _is_settled(situation: Situation) -> bool:
    """Say whether the facts are known that the law of a delay turns on."""
    return bool(situation.case.region and _stage(situation)) and situation.case.notices is not None


def _is_late_with_us(situation: Situation) -> bool:
    return situation.is_late and situation.stage != "shipped"


def _notice(situation: Situation) -> str | None:
    return _likely_notice(situation) if _is_settled(situation) else None


def _likely_notice(situation: Situation) -> str | None:
    value = _verdict(DELAY_RULE)(situation)
    return NEVER_NOTICED if value == "ask-workshop" else value or ("further" if situation.case.notices else None)


def _rush(situation: Situation) -> str | None:
    return _verdict(RUSH)(situation) if situation.is_past_rush or situation.case.order_date else None


class Computed(NamedTuple):
    """How the facts of a case settle a condition.

    Attributes:
        values: All that they can settle it to; the vocabulary has each of them.
        known: Gives the value; None while the facts do not say.
        assumed: Gives what is assumed then, before what the vocabulary says of an unknown one.
    """

    values: tuple[str, ...]
    known: Callable[[Situation], str | None]
    assumed: Callable[[Situation], str | None] = _nothing


# What is assumed while nobody knows: customers mostly live where the store is, and no reply says that someone wrote
# within the hours when they did not. The values of `region` are the rows of references/regions.toml.
COMPUTED: Mapping[str, Computed] = {
    "progress": Computed(("on-track", "late"), _progress),
    "stage": Computed(IN_ORDER, _stage),
    "has-preview": Computed(("yes", "no"), _has_preview),
    "promise": Computed(("not-passed", "will-not-hold", "passed"), _promise),
    "window": Computed(("open", "closed-by-time", "closed-by-production", "shipped"), _window, _hours_over),
    "photos": Computed(("received", "not-yet"), _photos),
    "parcel": Computed(("with-us", "handed-over"), _parcel),
    "date-fit": Computed(_values(NEEDED_BY), _verdict(NEEDED_BY)),
    "tracking": Computed(("not-handed-over",), _tracking),
    "transit": Computed(("window-runs", "window-over"), _transit),
    "typo": Computed(("not-begun", "being-made", "on-its-way", "delivered"), _typo),
    "compared": Computed(("matches", "differs"), _compared),
    "preview": Computed(("approved", "approved-and-begun", "approved-and-left"), _preview),
    "reason": Computed(("late",), _reason),
    "rush": Computed(_values(RUSH), _rush),
    "region": Computed((), _region, _at_home(_region)),
    "withdrawal": Computed(("yes", "no"), _withdrawal, _at_home(_likely_withdrawal)),
    "return": Computed(tuple(RETURNS.values()), _return, _at_home(_likely_return)),
    "delay": Computed(("no", "notice", "canceled"), _delay, _at_home(_likely_delay)),
    "notice": Computed(("first", "further", "no-date", NEVER_NOTICED), _notice, _at_home(_likely_notice)),
    "hours": Computed(("inside", "outside"), _hours),
}
