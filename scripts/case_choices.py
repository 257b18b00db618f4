"""Which value each condition of the vocabulary has for a case: settled by the agent, reckoned, said, or not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from case_conditions import ASSUMED, RECKONED
from selection import possible, selected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from situation import Situation
    from words import Entry, Template, Words


class Choice(NamedTuple):
    """The value of one condition for a case.

    Attributes:
        is_known: Whether it is settled or reckoned; False where it is only assumed.
    """

    condition: str
    value: str
    is_known: bool


def choices(situation: Situation, words: Words, entry: Entry) -> list[Choice]:
    """Give the value of each condition that the templates of an entry differ by."""
    can_be = possible(words.conditions, situation.store)
    used = [name for name in words.conditions if any(name in template.when for template in entry.templates)]
    return [_choice(situation, words, name, can_be[name]) for name in used]


def template_for(entry: Entry, values: Mapping[str, str]) -> Template:
    """Give the one template of an entry for these values; the checks make sure there is exactly one."""
    (found,) = selected(entry.templates, values)
    return found


def _choice(situation: Situation, words: Words, name: str, can_be: list[str]) -> Choice:
    known = (situation.case.decided.get(name), _reckoned(situation, name), situation.said.get(name))
    value = next((value for value in known if value in can_be), None)
    if value is not None:
        return Choice(name, value, is_known=True)
    assumed = (ASSUMED[name](situation) if name in ASSUMED else None, words.conditions[name].unknown)
    return Choice(name, next((value for value in assumed if value in can_be), can_be[0]), is_known=False)


def _reckoned(situation: Situation, name: str) -> str | None:
    return RECKONED[name](situation) if name in RECKONED else None
