"""The written form of the words: what each YAML file may hold, and the table of fields that the pages print.

Only the shape is judged here; whether names exist and words are fit to send is judged in `macros.rules`.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from macros.catalogue.shape import NAME, TEXT, either, fitting, holds, one_or_more, read_as, several, shape

if TYPE_CHECKING:
    from collections.abc import Mapping

MOMENT = read_as(dt.datetime.fromisoformat, "a date and time such as 2026-03-02T10:30:00")
NUMBER = read_as(int, "a whole number")
YES_OR_NO = read_as({"true": True, "false": False}.__getitem__, "true or false")


@shape
class NotWhen:
    """A case that another entry answers."""

    text: str = holds(TEXT, "the case, in a few words")
    see: str = holds(TEXT, "the entry that answers it, for example `scenarios/order-status`")
    when: Mapping[str, tuple[str, ...]] = holds(
        {NAME: one_or_more(NAME)}, "conditions and their values by which the facts of an order tell", default={}
    )


@shape
class WrittenTemplate:
    """One sendable message in one or more channels."""

    id: str = holds(NAME, "kebab-case, unique in the entry; becomes the anchor on the page")
    title: str = holds(TEXT, "what makes this reply the right one, in a few words")
    when: Mapping[str, tuple[str, ...]] = holds(
        {NAME: one_or_more(NAME)}, "conditions of `vocabulary.yml` and the values it is for", default={}
    )
    customers_say: tuple[str, ...] = holds(
        several(TEXT), "words by which a customer asks for this very reply; others stand with the entry", default=()
    )
    carries: tuple[str, ...] = holds(several(NAME), "what it must do: `apology`, `bad-news`, `decline`", default=())
    subject: str | None = holds(TEXT, "the subject line of the email", default=None)
    email: str | None = holds(TEXT, "the email, as a block scalar (`|-`)", default=None)
    sms: str | None = holds(TEXT, "the text message: plain text", default=None)
    chat: str | None = holds(TEXT, "the chat reply", default=None)
    next_steps: tuple[str, ...] = holds(several(TEXT, least=1), "what the agent does after sending")
    example: Mapping[str, str] = holds(
        {str: TEXT}, "values of the filled example that differ from the samples", default={}
    )


@shape
class WrittenEntry:
    """One stage, scenario or milestone; the path of its file is its id."""

    title: str = holds(TEXT, "the title of the page")
    summary: str = holds(TEXT, "one or two sentences: what the case is about")
    customers_say: tuple[str, ...] = holds(several(TEXT), "how customers put it, in their words", default=())
    sent: str | None = holds(TEXT, "milestones only: when the message goes out", default=None)
    channels: tuple[str, ...] | None = holds(
        several(NAME, least=1), "channels it is written for; all when left out", default=None
    )
    use_when: tuple[str, ...] = holds(several(TEXT, least=1), "when to use it")
    not_when: tuple[NotWhen, ...] = holds(
        several(fitting(NotWhen)),
        "when another entry fits: `{text, see}`; with a `when` of conditions and values, the desk goes there by itself",
        default=(),
        of=NotWhen,
    )
    ask_first: tuple[str, ...] = holds(
        several(NAME), "questions of `vocabulary.yml` to settle before replying", default=()
    )
    calculator: bool = holds(
        YES_OR_NO, "`true` where the agent needs dates: its page shows the calculator", default=False
    )
    policy: tuple[str, ...] = holds(several(NAME), "sections of the policy it rests on", default=())
    counts_towards: tuple[str, ...] = holds(several(NAME), "KPIs the ticket counts towards", default=())
    raises: tuple[str, ...] = holds(
        several(NAME),
        "topics of `vocabulary.yml` that a case of it raises; verdicts and sections go by them",
        default=(),
    )
    wants: tuple[str, ...] = holds(
        several(TEXT), "facts of the case that the desk asks for, though no reply differs by them", default=()
    )
    stage: str | None = holds(NAME, "stages only: the stage of an order that it tells", default=None)
    step: str | None = holds(NAME, "milestones only: the step of an order's dates at which it goes out", default=None)
    out_from: str | None = holds(
        NAME, "milestones only: the stage from which on it has gone out, where a stage tells", default=None
    )
    templates: tuple[WrittenTemplate, ...] = holds(
        several(fitting(WrittenTemplate), least=1), "the replies; of each case exactly one fits", of=WrittenTemplate
    )

    @property
    def gives_way(self) -> tuple[NotWhen, ...]:
        """The cases that the facts of an order tell, and another entry replies to."""
        return tuple(other for other in self.not_when if other.when)

    @property
    def phrases(self) -> tuple[str, ...]:
        """Everything customers say in this case, the phrases of single templates last."""
        return self.customers_say + tuple(said for template in self.templates for said in template.customers_say)


@shape
class SampleOrder:
    """An order that the sample dates are reckoned from; days are working days."""

    ordered: dt.datetime = holds(MOMENT)
    product: str = holds(NAME)
    production_days: int | None = holds(NUMBER, default=None)
    rush: bool = holds(YES_OR_NO, default=False)


@shape
class ReckonedSample:
    """A sample value that the calculator gives for a sample order."""

    order: str = holds(NAME)
    milestone: str | None = holds(NAME, default=None)
    date: str | None = holds(NAME, default=None)
    moment: str | None = holds(NAME, default=None)
    product: str | None = holds(TEXT, default=None)


@shape
class WrittenSlot:
    """A blank that one order fills."""

    label: str = holds(TEXT)
    meaning: str = holds(TEXT)
    sample: str | ReckonedSample = holds(either(TEXT, fitting(ReckonedSample)))
    link: bool = holds(YES_OR_NO, default=False)
    bold: bool = holds(YES_OR_NO, default=False)


@shape
class WrittenSlots:
    """`templates/slots.yml`."""

    sample_orders: Mapping[str, SampleOrder] = holds({NAME: fitting(SampleOrder)}, of=SampleOrder)
    slots: Mapping[str, WrittenSlot] = holds({str: fitting(WrittenSlot)}, of=WrittenSlot)


@shape
class Tone:
    """`templates/tone.yml`: phrases that no reply says, each with what to write rather, and words a reply needs."""

    stiff: Mapping[str, str] = holds({str: TEXT})
    promise: Mapping[str, str] = holds({str: TEXT})
    blame: Mapping[str, str] = holds({str: TEXT})
    deflect: Mapping[str, str] = holds({str: TEXT})
    unlawful: Mapping[str, str] = holds({str: TEXT})
    promotional: Mapping[str, str] = holds({str: TEXT})
    green: Mapping[str, str] = holds({str: TEXT})
    opt_out: tuple[str, ...] = holds(several(TEXT, least=1))
    apology: tuple[str, ...] = holds(several(TEXT, least=1))
    reason: tuple[str, ...] = holds(several(TEXT, least=1))
    alternative: tuple[str, ...] = holds(several(TEXT, least=1))


@shape
class Channel:
    """One way to reach a customer."""

    label: str = holds(TEXT)


@shape
class Condition:
    """What can differ between the templates of one entry, and the values it can have."""

    label: str = holds(TEXT)
    values: Mapping[str, str] = holds({NAME: TEXT})
    needs: Mapping[str, str] = holds({NAME: TEXT}, "values that exist only where a store fact is true", default={})
    among: str | None = holds(TEXT, "the store fact that lists the values that exist", default=None)
    unknown: str | None = holds(NAME, "the value to go by while nobody knows", default=None)


@shape
class Question:
    """One of the facts of the first 90 seconds."""

    ask: str = holds(TEXT)
    where: str = holds(TEXT)


@shape
class GeneralPage:
    """A page that answers general questions, and how customers put them."""

    title: str = holds(TEXT)
    customers_say: tuple[str, ...] = holds(several(TEXT, least=1))


@shape
class General:
    """`templates/general.yml`: questions that mean no order, by the page that answers them."""

    pages: Mapping[str, GeneralPage] = holds({str: fitting(GeneralPage)}, of=GeneralPage)


@shape
class Shelf:
    """A titled row of entries, in the order they are shown."""

    title: str = holds(TEXT)
    entries: tuple[str, ...] = holds(several(TEXT, least=1))


@shape
class Vocabulary:
    """`templates/vocabulary.yml`."""

    channels: Mapping[str, Channel] = holds({NAME: fitting(Channel)}, of=Channel)
    conditions: Mapping[str, Condition] = holds({NAME: fitting(Condition)}, of=Condition)
    topics: Mapping[str, str] = holds({NAME: TEXT})
    questions: Mapping[str, Question] = holds({NAME: fitting(Question)}, of=Question)
    policies: Mapping[str, str] = holds({NAME: TEXT})
    kpis: Mapping[str, str] = holds({NAME: TEXT})
    shelves: tuple[Shelf, ...] = holds(several(fitting(Shelf)), of=Shelf)
