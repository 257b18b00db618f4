"""Creates whose fate is unknown, and what proves that they were not carried out.

A list may lag behind what was created, so that it shows nothing proves little. It is believed once it shows what was
created later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

    from macros.exports.push.plan import Step

AN_EARLIER_RUN = "an earlier run asked for it without an answer, and the list does not show it so far"


class Doubt(NamedTuple):
    """A create whose fate is unknown.

    Attributes:
        before: How many were created before it.
    """

    step: Step
    why: str
    before: int


class Doubts:
    """The doubts of a run, beside the numbers of what it created."""

    def __init__(self) -> None:
        self._created: list[int] = []
        self._doubts: list[Doubt] = []

    def created(self, key: int) -> None:
        """Remember that an entry was created for certain."""
        self._created.append(key)

    def add(self, step: Step, why: str = AN_EARLIER_RUN) -> None:
        """Remember a doubt."""
        self._doubts.append(Doubt(step, why, len(self._created)))

    def taken(self) -> list[Doubt]:
        """All doubts, which are forgotten."""
        found, self._doubts = self._doubts, []
        return found

    def disproved(self, doubt: Doubt, listed: Collection[int]) -> bool:
        """Whether a list that lacks it shows all that was created, some of it later."""
        return len(self._created) > doubt.before and all(key in listed for key in self._created)
