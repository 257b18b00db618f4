"""The checker: a plain function over the words as written, one small rule for each promise they keep.

A rule takes the words and yields problems. It never stops at the first, and every rule has a sample it refuses in
`tests/data/invalid`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.rules.words import bodies, code, links, names, numbers, offers, reading, selection, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.catalogue.problem import Problem
    from macros.catalogue.read import Words

RULES: tuple[Callable[[Words], Iterator[Problem]], ...] = (
    names.entry_fields,
    names.one_entry_for_a_stage,
    names.known_words,
    names.unused_words,
    code.topics,
    code.conditions,
    code.slots,
    code.sample_orders,
    code.channels,
    code.kpis,
    names.computed_samples,
    names.references,
    names.condition_facts,
    names.unique_titles,
    selection.unique_ids,
    selection.known_conditions,
    selection.one_template_for_each_case,
    bodies.channels,
    bodies.parsed,
    bodies.markdown,
    bodies.examples,
    bodies.unused_slots,
    offers.empty_facts,
    offers.facts_of_offers,
    numbers.in_templates,
    numbers.in_references,
    links.shelves,
    links.other_entries,
    links.circles,
    links.policy_and_kpi_headings,
    links.pages,
    links.page_links,
    links.messages,
    reading.known_asks,
    reading.known_times,
    sentences.rules_and_words,
    sentences.questions,
    sentences.placeholders,
    sentences.numbers,
    sentences.addresses,
)


def check(words: Words) -> list[Problem]:
    """Everything that is wrong with the words, in the order of files and lines."""
    # Everything that asks which cases a store can meet rests on these facts; without them it cannot be asked.
    if groundless := [*names.condition_facts(words)]:
        return sorted(groundless)
    return sorted(problem for rule in RULES for problem in rule(words))
