"""Rules on `when`: of every case exactly one template is the right one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dates.reading import quoted
from macros.catalogue.combinations import cases, in_words, possible, selected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalogue.problem import Problem
    from macros.catalogue.read import Words


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
