"""Which template is right when: the cases a store can meet, and the templates each of them selects."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from macros.facts import value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.facts import Store
    from macros.written import Condition, WrittenTemplate

type Case = Mapping[str, str]
type Values = Mapping[str, Sequence[str]]


def possible(conditions: Mapping[str, Condition], store: Store) -> Values:
    """The values of each condition that a store can meet: no rush it does not offer, no region it does not serve.

    Raises:
        LookupError: when a condition names a store fact that does not exist.
    """
    return {
        name: [value for value in known.values if _is_met(known, value, store)] for name, known in conditions.items()
    }


def cases(templates: Sequence[WrittenTemplate], values: Values) -> Iterator[Case]:
    """Every combination of possible values of the conditions that any of the templates names."""
    used = [name for name in values if any(name in template.when for template in templates)]
    for combined in product(*(values[name] for name in used)):
        yield dict(zip(used, combined, strict=True))


def selected(templates: Iterable[WrittenTemplate], case: Case) -> list[str]:
    """The ids of the templates that a case selects; a condition that a template leaves out fits any value."""
    return [
        template.id for template in templates if all(case.get(name) in fits for name, fits in template.when.items())
    ]


def narrowed(template: WrittenTemplate, values: Values) -> Mapping[str, Sequence[str]]:
    """The values a template is for, without those that the store cannot meet."""
    return {name: [value for value in fits if value in values[name]] for name, fits in template.when.items()}


def in_words(case: Case) -> str:
    """A case as a message shows it: `window: open, region: eu`."""
    return ", ".join(f"{name}: {value}" for name, value in case.items()) or "every case"


def _is_met(known: Condition, value: str, store: Store) -> bool:
    needed = value not in known.needs or bool(value_of(store, known.needs[value]))
    served = known.among is None or value in value_of(store, known.among)  # type: ignore[operator]
    return needed and served
