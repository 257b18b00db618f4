"""Which template is right when: the values of conditions that a store can meet, and the templates they select."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from facts.lookup import value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from facts.schema import Store


class Condition(Protocol):
    """What can differ between the templates of an entry; `needs` and `among` name facts that a value rests on."""

    @property
    def values(self) -> Mapping[str, str]:
        """Each value, and what it says."""

    @property
    def needs(self) -> Mapping[str, str]:
        """The flag that a value needs."""

    @property
    def among(self) -> str | None:
        """The list that holds the values a store has."""


class Conditional(Protocol):
    """What is right only when its conditions are met."""

    @property
    def when(self) -> Mapping[str, Sequence[str]]:
        """The values of each condition that it is for."""


Choice = TypeVar("Choice", bound=Conditional)


def possible(conditions: Mapping[str, Condition], store: Store) -> dict[str, list[str]]:
    """List the values of each condition that a store can meet: no rush it does not offer, no region it does not serve.

    Raises:
        LookupError: A condition names a store fact that does not exist.
    """
    return {
        name: [value for value in known.values if _is_met(known, value, store)] for name, known in conditions.items()
    }


def selected(choices: Iterable[Choice], case: Mapping[str, str]) -> list[Choice]:
    """List the templates that a case selects; a condition that a template leaves out fits any value."""
    return [choice for choice in choices if all(case.get(name) in fits for name, fits in choice.when.items())]


def _is_met(known: Condition, value: str, store: Store) -> bool:
    needed = value not in known.needs or bool(value_of(store, known.needs[value]))
    served = known.among is None or value in value_of(store, known.among)  # type: ignore[operator]
    return needed and served
