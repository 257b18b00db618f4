"""Rules on `when`: of every case exactly one template is the right one."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

from dates.reading import quoted
from words.selection import possible, selected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.catalogue.problem import Problem
    from macros.catalogue.read import Words
    from macros.catalogue.schema import WrittenTemplate

type Case = Mapping[str, str]


def unique_ids(words: Words) -> Iterator[Problem]:
    """A template's id is its own within the entry."""
    for entry in words.entries:
        ids = Counter(template.id for template in entry.written.templates)
        for index, template in enumerate(entry.written.templates):
            if ids[template.id] > 1:
                yield entry.file.problem(
                    ("templates", index, "id"), f"{quoted(template.id)} is used twice in this entry"
                )


def known_conditions(words: Words) -> Iterator[Problem]:
    """Conditions and their values are those of the vocabulary."""
    for entry in words.entries:
        for field in ("templates", "not_when"):
            for index, choice in enumerate(getattr(entry.written, field)):
                for name, values in choice.when.items():
                    for problem in _unknown(name, values, words):
                        yield entry.file.problem((field, index, "when", name), problem)


def _unknown(name: str, values: tuple[str, ...], words: Words) -> Iterator[str]:
    conditions = words.vocabulary.conditions
    if name not in conditions:
        yield f"is not a condition; expected one of {', '.join(conditions)}"
        return
    known = conditions[name].values
    yield from (f"is {quoted(value)}; expected one of {', '.join(known)}" for value in values if value not in known)


def one_template_for_each_case(words: Words) -> Iterator[Problem]:
    """Each combination of an entry's condition values selects exactly one template."""
    values = possible(words.vocabulary.conditions, words.store)
    for entry in words.entries:
        for case in cases(entry.written.templates, values):
            ids = [template.id for template in selected(entry.written.templates, case)]
            if not ids:
                yield entry.file.problem(("templates",), f"no template for {in_words(case)}; add one or widen a `when`")
            if len(ids) > 1:
                found = " and ".join(ids)
                yield entry.file.problem(("templates",), f"{found} both fit {in_words(case)}; narrow a `when`")


def cases(templates: Sequence[WrittenTemplate], values: Mapping[str, Sequence[str]]) -> Iterator[Case]:
    """Every combination of possible values of the conditions that any of the templates names."""
    used = [name for name in values if any(name in template.when for template in templates)]
    for combined in product(*(values[name] for name in used)):
        yield dict(zip(used, combined, strict=True))


def in_words(case: Case) -> str:
    """A case as a message shows it: `window: open, region: eu`."""
    return ", ".join(f"{name}: {value}" for name, value in case.items()) or "every case"
