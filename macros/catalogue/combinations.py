"""Which template is right when: the cases a store can meet, and the templates each of them selects."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from words.selection import possible, selected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.catalogue.schema import WrittenTemplate

__all__ = ["cases", "in_words", "narrowed", "possible", "selected"]

type Case = Mapping[str, str]
type Values = Mapping[str, Sequence[str]]


def cases(templates: Sequence[WrittenTemplate], values: Values) -> Iterator[Case]:
    """Every combination of possible values of the conditions that any of the templates names."""
    used = [name for name in values if any(name in template.when for template in templates)]
    for combined in product(*(values[name] for name in used)):
        yield dict(zip(used, combined, strict=True))


def narrowed(template: WrittenTemplate, values: Values) -> Mapping[str, Sequence[str]]:
    """The values a template is for, without those that the store cannot meet."""
    return {name: [value for value in fits if value in values[name]] for name, fits in template.when.items()}


def in_words(case: Case) -> str:
    """A case as a message shows it: `window: open, region: eu`."""
    return ", ".join(f"{name}: {value}" for name, value in case.items()) or "every case"
