"""How a verdict is reached: a table of rules, read from the top; the first whose test holds gives the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from words.sentences import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from case.situation import Situation
    from words.catalogue import Words


class Rule(NamedTuple):
    """One line of a table; what it says stands in `templates/desk/verdicts.yml`.

    Attributes:
        id: Its own name in the table.
        holds: Whether it is this one, for a case that no earlier rule fits.
        gives: The verdict, where it is not called like the rule.
    """

    id: str
    holds: Callable[[Situation], bool]
    gives: str = ""

    @property
    def value(self) -> str:
        """The verdict, for a program."""
        return self.gives or self.id


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
        given: What the rules' sentences may hold in braces.
    """

    id: str
    applies: Callable[[Situation], bool]
    given: Mapping[str, Callable[[Situation, Words], str]]
    rules: tuple[Rule, ...]

    def judge(self, situation: Situation) -> Rule | None:
        """Give the rule that decides a case; None where the case does not raise the question."""
        return self.rule(situation) if self.applies(situation) else None

    def rule(self, situation: Situation) -> Rule:
        """Give the first rule that holds, also where the case does not raise the question."""
        return next(rule for rule in self.rules if rule.holds(situation))

    def verdict(self, situation: Situation, words: Words) -> Verdict | None:
        """Give the verdict on a case in words; None where the case does not raise the question."""
        rule = self.judge(situation)
        if rule is None:
            return None
        told = words.desk.verdicts[self.id]
        says, reason = (fill(text, self.given, situation, words) for text in told.rules[rule.id])
        return Verdict(self.id, told.title, rule.value, says, reason, told.rests_on)


def always(_: Situation) -> bool:
    """Hold for every case: the last line of a table."""
    return True
