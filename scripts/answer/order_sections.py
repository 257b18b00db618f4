"""The sections about the order itself: what is so, what to tell of its status, what of it may still change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from answer.choices import choices, template_for
from answer.section import LineRule, Lines, Section, Steps
from case.in_words import said_day, said_days, said_moment
from case.topics import Topic
from eta.estimate import FOLLOW_UP
from verdicts.change import CHANGE_WINDOW, KIND, STAGE
from verdicts.delay import is_canceled
from verdicts.quality import is_open_case
from verdicts.table import always
from words.desk import Line
from words.sentences import capitalized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from case.situation import Situation
    from verdicts.table import Verdict
    from words.catalogue import Entry, Template, Words
    from words.filling import Filling

# A reply that says when the piece comes, or that the money goes back, says how the order stands.
SAYS_SO = ("eta.", "delay.", "rush.", "remake.", "reship.", "refund.")  # how their slots begin


class _Status(NamedTuple):
    """What the section on the status tells of.

    Attributes:
        entry: The one that tells the stage.
        follow_up: The one that follows a delivery.
        is_told: Whether the reply says how the order stands.
    """

    situation: Situation
    entry: Entry | None
    follow_up: Entry | None
    is_told: bool

    @property
    def is_delivered(self) -> bool:
        """Whether the piece has arrived."""
        return bool(self.situation.case.delivered)


def situation_assessment(situation: Situation, words: Words, verdicts: Sequence[Verdict]) -> Section:
    """Say what the order is, what the customer wants, and each verdict with its reason."""
    lines = (*SITUATION.say(situation, words), *map(verdict_line, verdicts))
    return Section("situation", words.desk.sections["situation"].title, lines)


def verdict_line(verdict: Verdict) -> Line:
    """Say a verdict with its reason."""
    return Line(verdict.title, f"{verdict.says} {verdict.reason}", verdict.rests_on[0][1])


def _order(situation: Situation, _: Words) -> str:
    case = situation.case
    product = situation.store.products[case.product].title if case.product else ""
    return ", ".join(part for part in (case.order, product) if part)


def status(situation: Situation, words: Words, filling: Filling, reply: Template | None) -> Section:
    """Give the dates to tell, and the message of the order's stage where the reply does not speak of dates or money."""
    title = words.desk.sections["status"].title
    entry = words.telling(situation.stage)
    follow_up = next((entry for entry in words.sent_first if entry.step == FOLLOW_UP), None)
    is_told = bool(reply and any(name.startswith(SAYS_SO) for body in reply.messages.values() for name in body.slots))
    lines = tuple(STATUS.say(_Status(situation, entry, follow_up, is_told), words))
    if situation.case.delivered or entry is None or is_told:
        return Section("status", title, lines)
    values = {choice.condition: choice.value for choice in choices(situation, words, entry)}
    template = template_for(words, entry, values)
    channel = next(name for name in words.channels if name in template.messages)
    message = filling.message(channel, template.subject, template.messages[channel])
    return Section("status", title, lines, (template.title, template.address), message)


def _follow_up(status: _Status) -> str:
    """Give whether a delivery is followed up: "" while there is none, else "never", "held" or "due"."""
    if not status.is_delivered:
        return ""
    if status.follow_up is None:
        return "never"
    return "held" if is_open_case(status.situation) else "due"


def _follow_up_address(status: _Status, _: Words) -> str:
    return status.follow_up.address if status.follow_up else ""


def _tells_stage(status: _Status) -> str:
    """Give what tells the stage: "" once the piece has arrived, else "entry", "without-entry" or "unknown"."""
    if status.is_delivered:
        return ""
    return "entry" if status.entry else "unknown" if status.situation.stage == "unknown" else "without-entry"


def _dates(status: _Status) -> str:
    """Give which dates are told: those of a new order, those that hold only if it goes on, or the window."""
    situation = status.situation
    if situation.case.delivered or situation.window is None:
        return ""
    if is_canceled(situation):
        return "again"
    return "goes-on" if situation.raises(Topic.CANCEL) else "window"


def modification(situation: Situation, words: Words, window: Verdict) -> Section:
    """Say what of the order may still change, until when, and how to go about it."""
    kind = verdict_line(window)._replace(label=capitalized(KIND.say(situation, words)))
    lines = (kind, *MODIFICATION.say(situation, words), *HANDLING.say(situation, words))
    return Section("modification", words.desk.sections["modification"].title, lines)


def _handling(situation: Situation) -> str:
    """Give how to go about a change; "" where nobody asks for one."""
    if is_canceled(situation):
        return "canceled"
    if situation.raises(Topic.CANCEL):
        return "goes-back-late" if situation.is_late else "goes-back"
    is_wish = bool(situation.on_record("change")) or situation.raises(Topic.CHANGE, Topic.ADDRESS, Topic.CORRECTION)
    if situation.concern and not is_wish:
        return ""
    window = CHANGE_WINDOW.rule(situation).value
    return "late" if situation.is_late and window == "closed-by-production" else window


SITUATION: Lines[Situation] = Lines(
    "situation",
    {
        "order": _order,
        "day": lambda s, _: said_day(s, s.first.order_date if s.first else None),
        "customization": lambda s, _: s.case.customization,
        "stage": STAGE.say,
        "concern": lambda s, words: words.title(s.concern),
    },
    (
        LineRule("order", lambda s: bool(s.case.order or s.case.product)),
        LineRule("order-unknown", lambda s: not (s.case.order or s.case.product)),
        LineRule("ordered", lambda s: s.first is not None),
        LineRule("customization", lambda s: bool(s.case.customization)),
        LineRule("stage", always),
        LineRule("concern", lambda s: bool(s.concern), lambda s, words: words.address(s.concern)),
        LineRule("concern-unclear", lambda s: not s.concern),
    ),
)
STATUS: Lines[_Status] = Lines(
    "status",
    {
        "entry": lambda t, _: t.entry.title if t.entry else "",
        "stage": lambda t, words: STAGE.say(t.situation, words),
        "delivered": lambda t, _: said_day(t.situation, t.situation.case.delivered),
        "window": lambda t, _: said_days(t.situation, t.situation.window),
        "last": lambda t, _: said_day(t.situation, t.situation.window[1] if t.situation.window else None),
    },
    (
        LineRule("delivered", lambda t: _follow_up(t) == "never"),
        LineRule("delivered-follow-up-due", lambda t: _follow_up(t) == "due", _follow_up_address),
        LineRule("delivered-follow-up-held", lambda t: _follow_up(t) == "held", _follow_up_address),
        LineRule("stage-unknown", lambda t: _tells_stage(t) == "unknown", lambda *_: "#stages"),
        LineRule("stage-without-entry", lambda t: _tells_stage(t) == "without-entry"),
        LineRule("stage", lambda t: _tells_stage(t) == "entry", lambda t, _: t.entry.address if t.entry else ""),
        LineRule("order-again", lambda t: _dates(t) == "again"),
        LineRule("window-if-it-goes-on", lambda t: _dates(t) == "goes-on"),
        LineRule("window", lambda t: _dates(t) == "window"),
        LineRule("count-on", lambda t: _dates(t) == "window"),
        LineRule("told-by-reply", lambda t: t.is_told and _tells_stage(t) == "entry"),
    ),
)
MODIFICATION: Lines[Situation] = Lines(
    "modification",
    {
        "hours": lambda s, _: str(s.store.change_window.hours),
        "closes": lambda s, _: said_moment(s, s.closes),
    },
    (LineRule("clock", lambda s: s.closes is not None and s.closes == s.closes_at_last),),
)
HANDLING = Steps(
    "modification",
    (*{rule.value: None for rule in CHANGE_WINDOW.rules}, "late", "goes-back", "goes-back-late", "canceled"),
    _handling,
)
