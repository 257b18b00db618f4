"""The written form of the words: what each YAML file may hold, and the table of fields that the pages print.

Only the shape is judged here; whether names exist and words are fit to send is judged in `macros.rules`.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - pydantic reads the annotations at run time
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

type Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
type Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
type OneOrMore = Annotated[
    tuple[Name, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)
]


class Written(BaseModel):
    """The base of everything that comes from a YAML file: unknown fields are refused, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NotWhen(Written):
    """A case that another entry answers."""

    text: Text = Field(description="the case, in a few words")
    see: Text = Field(description="the entry that answers it, for example `scenarios/order-status`")


class WrittenTemplate(Written):
    """One sendable message in one or more channels."""

    id: Name = Field(description="kebab-case, unique in the entry; becomes the anchor on the page")
    title: Text = Field(description="what makes this reply the right one, in a few words")
    when: dict[Name, OneOrMore] = Field(
        default={}, description="conditions of `vocabulary.yml` and the values it is for"
    )
    subject: Text | None = Field(default=None, description="the subject line of the email")
    email: Text | None = Field(default=None, description="the email, as a block scalar (`|-`)")
    sms: Text | None = Field(default=None, description="the text message: plain text")
    chat: Text | None = Field(default=None, description="the chat reply")
    next_steps: tuple[Text, ...] = Field(min_length=1, description="what the agent does after sending")
    example: dict[str, Text] = Field(
        default={}, description="values of the filled example that differ from the samples"
    )


class WrittenEntry(Written):
    """One stage, scenario or milestone; the path of its file is its id."""

    title: Text = Field(description="the title of the page")
    summary: Text = Field(description="one or two sentences: what the case is about")
    customers_say: tuple[Text, ...] = Field(default=(), description="how customers put it, in their words")
    sent: Text | None = Field(default=None, description="milestones only: when the message goes out")
    channels: tuple[Name, ...] | None = Field(default=None, description="channels it is written for; all when left out")
    use_when: tuple[Text, ...] = Field(min_length=1, description="when to use it")
    not_when: tuple[NotWhen, ...] = Field(default=(), description="when another entry fits: `{text, see}`")
    ask_first: tuple[Name, ...] = Field(
        default=(), description="questions of `vocabulary.yml` to settle before replying"
    )
    policy: tuple[Name, ...] = Field(default=(), description="sections of the policy it rests on")
    counts_towards: tuple[Name, ...] = Field(default=(), description="KPIs the ticket counts towards")
    templates: tuple[WrittenTemplate, ...] = Field(
        min_length=1, description="the replies; of each case exactly one fits"
    )


class SampleOrder(Written):
    """An order that the sample dates are reckoned from; days are working days."""

    ordered: dt.datetime
    product: Name
    production_days: int | None = None
    rush: bool = False


class ReckonedSample(Written):
    """A sample value that the calculator gives for a sample order."""

    order: Name
    milestone: Name | None = None
    date: Name | None = None
    moment: Name | None = None


class WrittenSlot(Written):
    """A blank that one order fills."""

    label: Text
    meaning: Text
    sample: Text | ReckonedSample
    link: bool = False


class WrittenSlots(Written):
    """`templates/slots.yml`."""

    sample_orders: dict[Name, SampleOrder]
    slots: dict[str, WrittenSlot]


class Channel(Written):
    """One way to reach a customer."""

    label: Text


class Condition(Written):
    """What can differ between the templates of one entry, and the values it can have."""

    label: Text
    values: dict[Name, Text]


class Question(Written):
    """One of the facts of the first 90 seconds."""

    ask: Text
    where: Text


class Shelf(Written):
    """A titled row of entries, in the order they are shown."""

    title: Text
    entries: tuple[Text, ...]


class Vocabulary(Written):
    """`templates/vocabulary.yml`."""

    channels: dict[Name, Channel]
    conditions: dict[Name, Condition]
    questions: dict[Name, Question]
    policies: dict[Name, Text]
    kpis: dict[Name, Text]
    shelves: tuple[Shelf, ...]
