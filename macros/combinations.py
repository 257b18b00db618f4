"""Which template is right when: every combination of an entry's conditions, and the templates it selects."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.written import Condition, WrittenTemplate

type Case = Mapping[str, str]


def cases(templates: Sequence[WrittenTemplate], conditions: Mapping[str, Condition]) -> Iterator[Case]:
    """Every combination of values of the conditions that any of the templates names."""
    used = [name for name in conditions if any(name in template.when for template in templates)]
    for values in product(*(conditions[name].values for name in used)):
        yield dict(zip(used, values, strict=True))


def selected(templates: Iterable[WrittenTemplate], case: Case) -> list[str]:
    """The ids of the templates that a case selects; a condition that a template leaves out fits any value."""
    return [
        template.id for template in templates if all(case.get(name) in fits for name, fits in template.when.items())
    ]


def in_words(case: Case) -> str:
    """A case as a message shows it: `window: open, region: eu`."""
    return ", ".join(f"{name}: {value}" for name, value in case.items()) or "every case"
