"""How a verdict is reached: a table of rules, read from the top; the first whose test holds gives the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from case.situation import Situation


class Rule(NamedTuple):
    """One line of a table.

    Attributes:
        value: The verdict.
        holds: Whether it is this one, for a case that no earlier rule fits.
        says: The verdict in words; may hold the table's words in braces.
        reason: Why, in words.
    """

    value: str
    holds: Callable[[Situation], bool]
    says: str
    reason: str


class Verdict(NamedTuple):
    """What is true of a case.

    Attributes:
        id: The question it answers: `change-window`.
        title: The same in words.
        value: The answer, for a program: `open`.
        says: The answer, for a person.
        reason: Why.
        rests_on: Pages and sections that it rests on, with their titles, relative to the home page.
    """

    id: str
    title: str
    value: str
    says: str
    reason: str
    rests_on: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """All rules of one question.

    Attributes:
        applies: Whether a case raises the question.
        rests_on: Pages and sections, with their titles.
        words: What the rules' sentences may hold in braces.
    """

    id: str
    title: str
    applies: Callable[[Situation], bool]
    rests_on: tuple[tuple[str, str], ...]
    words: Callable[[Situation], Mapping[str, str]]
    rules: tuple[Rule, ...]

    def judge(self, situation: Situation) -> Verdict | None:
        """Give the verdict on a case; None where the case does not raise the question."""
        if not self.applies(situation):
            return None
        rule = self.rule(situation)
        words = self.words(situation)
        says, reason = rule.says.format_map(words), rule.reason.format_map(words)
        return Verdict(self.id, self.title, rule.value, says, reason, self.rests_on)

    def rule(self, situation: Situation) -> Rule:
        """Give the first rule that holds, also where the case does not raise the question."""
        return next(rule for rule in self.rules if rule.holds(situation))


def always(_: Situation) -> bool:
    """Hold for every case: the last line of a table."""
    return True
