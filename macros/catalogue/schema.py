"""The schema of the words: what each YAML file may hold, and what each field says to whoever writes one.

Only the form is judged here; whether names exist and words are fit to send is judged in `macros.rules`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalogue.fields import (
    TextOrTable,
    by_name,
    by_words,
    conditions,
    factors,
    moment,
    name,
    number,
    several,
    tables,
    words,
    yes_or_no,
)
from records.kinds import Table
from records.record import Record

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


class NotWhen(Record):
    """A case that another entry answers."""

    text: str = words("the case, in a few words")
    see: str = words("the entry that answers it, by its id: `scenarios/…`")
    when: Mapping[str, tuple[str, ...]] = conditions("conditions and their values by which the facts of an order tell")


class WrittenTemplate(Record):
    """One sendable message in one or more channels."""

    id: str = name("kebab-case, unique in the entry; becomes the anchor on the page")
    title: str = words("what makes this reply the right one, in a few words")
    when: Mapping[str, tuple[str, ...]] = conditions("conditions of `vocabulary.yml` and the values it is for")
    customers_say: tuple[str, ...] = several(
        "words by which a customer asks for this very reply; others stand with the entry", words(), optional=True
    )
    carries: tuple[str, ...] = several("what it must do: `apology`, `bad-news`, `decline`", name(), optional=True)
    subject: str | None = words("the subject line of the email", optional=True)
    email: str | None = words("the email, as a block scalar (`|-`)", optional=True)
    sms: str | None = words("the text message: plain text", optional=True)
    chat: str | None = words("the chat reply", optional=True)
    next_steps: tuple[str, ...] = several("what the agent does after sending", words(), least=1)
    example: Mapping[str, str] = by_words(
        "values of the filled example that differ from the samples", words(), optional=True
    )


class WrittenEntry(Record):
    """One stage, scenario or milestone; the path of its file is its id."""

    title: str = words("the title of the page")
    summary: str = words("one or two sentences: what the case is about")
    customers_say: tuple[str, ...] = several("how customers put it, in their words", words(), optional=True)
    sent: str | None = words("milestones only: when the message goes out", optional=True)
    channels: tuple[str, ...] = several("channels it is written for; all when left out", name(), least=1, optional=True)
    use_when: tuple[str, ...] = several("when to use it", words(), least=1)
    not_when: tuple[NotWhen, ...] = tables(
        "when another entry fits: `{text, see}`; with a `when` of conditions and values, the desk goes there by itself",
        NotWhen,
        optional=True,
    )
    ask_first: tuple[str, ...] = several(
        "questions of `desk/questions.yml` to settle before replying", words(), optional=True
    )
    calculator: bool = yes_or_no("`true` where the agent needs dates: its page shows the calculator")
    policy: tuple[str, ...] = several("sections of the policy it rests on", name(), optional=True)
    counts_towards: tuple[str, ...] = several("KPIs the ticket counts towards", name(), optional=True)
    raises: tuple[str, ...] = several(
        "topics of `vocabulary.yml` that it raises: by them the desk knows what is asked", name(), optional=True
    )
    wants: tuple[str, ...] = several(
        "facts of the case that the desk asks for, though no reply differs by them", words(), optional=True
    )
    comes_up: tuple[str, ...] = several(
        "when in an order's life customers write about it: `before-order`, `in-workshop`, `on-its-way`, `delivered`; "
        "any time when left out",
        name(),
        optional=True,
    )
    evidence: Mapping[str, float] = factors(
        "facts of the case, or a fact and its value (`wish=cancel`), and by how much each multiplies the odds that "
        "the message is about it"
    )
    raised_by: tuple[str, ...] = several(
        "facts of the case, or a fact and its value, that make it a concern beside another", words(), optional=True
    )
    stage: str | None = name("stages only: the stage of an order that it tells", optional=True)
    step: str | None = name("milestones only: the step of an order's dates at which it goes out", optional=True)
    out_from: str | None = name(
        "milestones only: the stage from which on it has gone out, where a stage tells", optional=True
    )
    templates: tuple[WrittenTemplate, ...] = tables(
        "the replies; of each case exactly one fits", WrittenTemplate, least=1
    )

    @property
    def gives_way(self) -> tuple[NotWhen, ...]:
        """The cases that the facts of an order tell, and another entry replies to."""
        return tuple(other for other in self.not_when if other.when)

    @property
    def phrases(self) -> tuple[str, ...]:
        """Everything customers say in this case, the phrases of single templates last."""
        return self.customers_say + tuple(said for template in self.templates for said in template.customers_say)


class SampleOrder(Record):
    """An order that the sample dates are computed from; days are working days."""

    order_date: dt.datetime = moment("when it was placed, in the store's zone")
    product: str = name("a product of the store")
    production_days: int | None = number("working days in the workshop; the product's own when left out")
    rush: bool = yes_or_no("`true` where it has rush")


class ComputedSample(Record):
    """A sample value that the calculator gives for a sample order."""

    order: str = name("the sample order")
    milestone: str | None = name("the milestone whose dates are shown", optional=True)
    date: str | None = name("`count-on-it-by`", optional=True)
    moment: str | None = name("`window-closes`", optional=True)
    product: str | None = words("a fact of the product, such as `making`", optional=True)


class WrittenSlot(Record):
    """A blank that one order fills."""

    label: str = words("what the blank shows")
    meaning: str = words("where an agent finds it")
    sample: str | ComputedSample = TextOrTable("what the filled examples show", ComputedSample)  # type: ignore[assignment]
    link: bool = yes_or_no("`true` for an address")
    bold: bool = yes_or_no("`true` where it always stands in bold")


class WrittenSlots(Record):
    """`templates/slots.yml`."""

    sample_orders: Mapping[str, SampleOrder] = by_name(
        "orders that the samples are computed from", Table("", SampleOrder)
    )
    slots: Mapping[str, WrittenSlot] = by_words("the blanks, in the order an agent meets them", Table("", WrittenSlot))


class Tone(Record):
    """`templates/tone.yml`: phrases that no reply says, each with what to write rather, and words a reply needs."""

    stiff: Mapping[str, str] = by_words("phrases of an office, each with what to write rather", words())
    promise: Mapping[str, str] = by_words("promises that nobody can keep", words())
    blame: Mapping[str, str] = by_words("phrases that blame the customer", words())
    deflect: Mapping[str, str] = by_words("phrases that blame somebody else", words())
    unlawful: Mapping[str, str] = by_words("what the law does not allow", words())
    promotional: Mapping[str, str] = by_words("what makes a text message an advertisement", words())
    green: Mapping[str, str] = by_words("claims about the environment", words())
    opt_out: tuple[str, ...] = several("words that end text messages: no reply asks for one", words(), least=1)
    apology: tuple[str, ...] = several("words that apologize", words(), least=1)
    reason: tuple[str, ...] = several("words that give a reason", words(), least=1)
    alternative: tuple[str, ...] = several("words that offer something else", words(), least=1)


class Channel(Record):
    """One way to reach a customer."""

    label: str = words("its name on the page")


class Condition(Record):
    """What can differ between the templates of one entry, and the values it can have."""

    label: str = words("the question it is, as the page shows it")
    values: Mapping[str, str] = by_name(
        "its values, each with its name on the page; those among `place.regions` are rows of `references/regions.toml`",
        words(),
        optional=True,
    )
    needs: Mapping[str, str] = by_name("values that exist only where a store fact is true", words(), optional=True)
    among: str | None = words("the store fact that lists the values that exist", optional=True)
    unknown: str | None = name("the value to go by while nobody knows", optional=True)


class GeneralPage(Record):
    """A page that answers general questions, and how customers put them."""

    title: str = words("its title")
    customers_say: tuple[str, ...] = several("how customers put it", words(), least=1)


class General(Record):
    """`templates/general.yml`: questions that mean no order, by the page that answers them."""

    pages: Mapping[str, GeneralPage] = by_words("by the page that answers them", Table("", GeneralPage))


class Shelf(Record):
    """A titled row of entries, in the order they are shown."""

    title: str = words("its title")
    entries: tuple[str, ...] = several("the entries on it", words(), least=1)


class Vocabulary(Record):
    """`templates/vocabulary.yml`."""

    channels: Mapping[str, Channel] = by_name("ways to reach a customer", Table("", Channel))
    conditions: Mapping[str, Condition] = by_name("what differs between templates", Table("", Condition))
    topics: Mapping[str, str] = by_name("what an entry is about, for the verdicts", words())
    policies: Mapping[str, str] = by_name("sections of the policy, by their anchors", words())
    kpis: Mapping[str, str] = by_name("what a lead counts", words())
    shelves: tuple[Shelf, ...] = tables("rows of entries, in the order they are shown", Shelf)
