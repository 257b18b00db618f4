"""Rules on names: what an entry must say, and that every word it uses from a vocabulary exists."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from answer.questions import FACTS
from case.situation import IN_ORDER
from dates.reading import quoted
from eta.estimate import MILESTONES
from facts.lookup import value_of
from macros.catalogue.problem import CatalogueError
from macros.catalogue.read import REGIONS
from macros.catalogue.references import REFERENCES, render_reference
from macros.rules.words.code import CONDITIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.catalogue.problem import Problem
    from macros.catalogue.read import EntryFile, Words
    from macros.catalogue.schema import ComputedSample, NotWhen, WrittenTemplate
    from records.problem import Place


PRODUCT_WORDS = ("title", "process", "making", "can_change", "remake", "refund_share")
# What only one kind of entry says, and whether it must.
OF_ONE_KIND = {
    "sent": ("milestones", "say when the message goes out"),
    "step": ("milestones", f"say at which step of an order it goes out, one of {', '.join(MILESTONES)}"),
    "out_from": ("milestones", None),
    "stage": ("stages", f"say which stage it tells, one of {', '.join(IN_ORDER)}"),
}


def entry_fields(words: Words) -> Iterator[Problem]:
    """A milestone says when it is sent, a stage which it is; what customers write about says how they put it."""
    for entry in words.entries:
        for field, (kind, advice) in OF_ONE_KIND.items():
            said = getattr(entry.written, field)
            if entry.kind == kind and advice and not said:
                yield entry.file.problem((field,), f"is missing; {advice}")
            if entry.kind != kind and said:
                yield entry.file.problem((field,), f"is for {kind} only; remove it")
        if entry.kind != "milestones" and not entry.written.phrases:
            yield entry.file.problem(("customers_say",), "is missing; add how customers put it, in their words")


def one_entry_for_a_stage(words: Words) -> Iterator[Problem]:
    """No two entries tell the same stage."""
    told: dict[str, str] = {}
    for entry in words.entries:
        stage = entry.written.stage
        if stage and told.setdefault(stage, entry.id) != entry.id:
            yield entry.file.problem(
                ("stage",), f"is {quoted(stage)}, which {told[stage]} tells already; take one of the two"
            )


def known_words(words: Words) -> Iterator[Problem]:
    """Questions, policies, KPIs, channels and topics are those of the vocabulary; facts, stages and steps are known."""
    vocabulary = words.vocabulary
    fields: dict[str, Iterable[str]] = {
        "ask_first": words.desk.questions.holds.questions,
        "policy": vocabulary.policies,
        "counts_towards": vocabulary.kpis,
        "channels": vocabulary.channels,
        "raises": vocabulary.topics,
        "wants": FACTS,
        "stage": IN_ORDER,
        "step": MILESTONES,
        "out_from": IN_ORDER,
    }
    for entry in words.entries:
        for field, known in fields.items():
            for place, word in _said(entry, field):
                if word not in known:
                    yield entry.file.problem(place, f"is {quoted(word)}; expected one of {', '.join(known)}")


def _said(entry: EntryFile, field: str) -> list[tuple[Place, str]]:
    """The words of a field, which holds one or a list of them, with their places."""
    said = getattr(entry.written, field) or ()
    return [((field,), said)] if isinstance(said, str) else [((field, at), word) for at, word in enumerate(said)]


def unused_words(words: Words) -> Iterator[Problem]:
    """A condition, policy or partial that nothing uses is removed, or its user is missing; code has its own."""
    written = [entry.written for entry in words.entries]
    conditional: list[WrittenTemplate | NotWhen] = []
    for entry in written:
        conditional += [*entry.templates, *entry.gives_way]
    used = {
        "conditions": {*CONDITIONS, *(name for each in conditional for name in each.when)},
        "policies": {policy for entry in written for policy in entry.policy},
    }
    for field, names in used.items():
        for name in getattr(words.vocabulary, field):
            if name not in names:
                yield words.vocabulary_file.problem((field, name), "is used by no entry; use it or remove it")
    for name in words.partials:
        if not any(f"partial.{name}" in text for entry in words.entries for text in _texts(entry)):
            yield words.partials_file.problem((name,), "is used by no template; use it or remove it")


def computed_samples(words: Words) -> Iterator[Problem]:
    """A computed sample names an order that exists and exactly one thing to compute."""
    for name, order in words.slots.sample_orders.items():
        if order.product not in words.store.products:
            known = ", ".join(words.store.products)
            yield words.slots_file.problem(
                ("sample_orders", name, "product"),
                f"is {quoted(order.product)}; expected one of {known}",
            )
    for name, slot in words.slots.slots.items():
        if not isinstance(slot.sample, str):
            yield from (
                words.slots_file.problem(("slots", name, "sample"), message)
                for message in _sample_problems(slot.sample, words)
            )


def references(words: Words) -> Iterator[Problem]:
    """The policy and the FAQ name only facts that the store has."""
    for name in REFERENCES:
        try:
            render_reference(words.root / f"references/{name}.md", words.store)
        except CatalogueError as error:
            yield from error.problems


def condition_facts(words: Words) -> Iterator[Problem]:
    """A condition has values; what they depend on is a store fact, and a value that is named exists."""
    for name, condition in words.vocabulary.conditions.items():
        is_written = "values" in words.vocabulary_file.content["conditions"][name]
        if is_written == (condition.among == REGIONS):
            says = "comes from references/regions.toml; remove it" if is_written else "is missing; say what it can be"
            yield words.vocabulary_file.problem(("conditions", name, "values"), says)
        if condition.unknown and condition.unknown not in condition.values:
            known = ", ".join(condition.values)
            yield words.vocabulary_file.problem(("conditions", name, "unknown"), f"expected one of {known}")
        for value, fact in condition.needs.items():
            if value not in condition.values:
                known = ", ".join(condition.values)
                yield words.vocabulary_file.problem(("conditions", name, "needs", value), f"expected one of {known}")
            yield from _fact_problems(words, fact, ("conditions", name, "needs", value))
        if condition.among:
            yield from _fact_problems(words, condition.among, ("conditions", name, "among"))


def unique_titles(words: Words) -> Iterator[Problem]:
    """No two pages share a title, and no two templates of an entry."""
    titles = Counter(entry.written.title for entry in words.entries)
    for entry in words.entries:
        if titles[entry.written.title] > 1:
            yield entry.file.problem(
                ("title",), f"is {quoted(entry.written.title)}, as on another page; make it its own"
            )
        inner = Counter(template.title for template in entry.written.templates)
        for index, template in enumerate(entry.written.templates):
            if inner[template.title] > 1:
                yield entry.file.problem(("templates", index, "title"), "is used twice in this entry")


def _sample_problems(sample: ComputedSample, words: Words) -> Iterator[str]:
    if sample.order not in words.slots.sample_orders:
        yield f"names the order {quoted(sample.order)}; expected one of {', '.join(words.slots.sample_orders)}"
    if sum(value is not None for value in (sample.milestone, sample.date, sample.moment, sample.product)) != 1:
        yield "must name exactly one of milestone, date, moment and product"
    if sample.milestone and sample.milestone not in MILESTONES:
        yield f"names the milestone {quoted(sample.milestone)}; expected one of {', '.join(MILESTONES)}"
    if sample.product not in {None, *PRODUCT_WORDS}:
        yield f"names the product fact {quoted(sample.product or '')}; expected one of {', '.join(PRODUCT_WORDS)}"
    if sample.date not in {None, "count-on-it-by"} or sample.moment not in {None, "window-closes"}:
        yield "has an unknown date or moment; expected date: count-on-it-by or moment: window-closes"


def _fact_problems(words: Words, fact: str, place: Place) -> Iterator[Problem]:
    try:
        value_of(words.store, fact)
    except LookupError as error:
        yield words.vocabulary_file.problem(place, str(error.args[0]))


def _texts(entry: EntryFile) -> Iterator[str]:
    for template in entry.written.templates:
        yield from (text for text in (template.email, template.sms, template.chat) if text)
