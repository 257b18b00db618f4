"""The desk's own sentences as written in `templates/desk/`: what each file may hold, and the same as plain data."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.catalogue.shape import NAME, TEXT, fitting, holds, several, shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.catalogue.yaml_file import YamlFile


@shape
class RuleWords:
    """What a rule of a verdict says, and why."""

    says: str = holds(TEXT)
    reason: str = holds(TEXT)


@shape
class Ground:
    """A page or section that a verdict rests on; the address is relative to the home page."""

    title: str = holds(TEXT)
    address: str = holds(TEXT)


@shape
class VerdictWords:
    """The words of one question about a case."""

    title: str = holds(TEXT)
    rests_on: tuple[Ground, ...] = holds(several(fitting(Ground), least=1), of=Ground)
    rules: Mapping[str, RuleWords] = holds({NAME: fitting(RuleWords)}, of=RuleWords)


@shape
class Verdicts:
    """`templates/desk/verdicts.yml`."""

    verdicts: Mapping[str, VerdictWords] = holds({NAME: fitting(VerdictWords)}, of=VerdictWords)


@shape
class QuestionWords:
    """A question to settle, in its one wording."""

    ask: str = holds(TEXT)
    where: str = holds(TEXT)
    changes: str = holds(TEXT, "what rests on the answer, where the desk asks", default="")


@shape
class Questions:
    """`templates/desk/questions.yml`."""

    first: tuple[str, ...] = holds(several(TEXT, least=1), "those of the first 90 seconds, in their order")
    questions: Mapping[str, QuestionWords] = holds({str: fitting(QuestionWords)}, of=QuestionWords)


@shape
class LineWords:
    """A line of a section."""

    label: str = holds(TEXT)
    says: str = holds(TEXT)
    address: str = holds(TEXT, "what it rests on, relative to the home page", default="")


@shape
class SectionWords:
    """A section of an answer: its lines, and what to do by how the case stands."""

    title: str = holds(TEXT)
    lines: Mapping[str, LineWords] = holds({NAME: fitting(LineWords)}, of=LineWords)
    steps: Mapping[str, tuple[LineWords, ...]] = holds(
        {NAME: several(fitting(LineWords), least=1)}, of=LineWords, default={}
    )


@shape
class Sections:
    """`templates/desk/sections.yml`."""

    sections: Mapping[str, SectionWords] = holds({NAME: fitting(SectionWords)}, of=SectionWords)


@shape
class Phrases:
    """`templates/desk/phrases.yml`."""

    phrases: Mapping[str, Mapping[str, str]] = holds({NAME: {NAME: TEXT}})


class File[Shape](NamedTuple):
    """What a file holds, and where each place of it stands."""

    source: YamlFile
    holds: Shape


class Desk(NamedTuple):
    """All four files."""

    verdicts: File[Verdicts]
    questions: File[Questions]
    sections: File[Sections]
    phrases: File[Phrases]

    def as_data(self) -> dict[str, Any]:
        """Lay the sentences out as the plain data that `scripts/words/desk.py` reads."""
        return {
            "verdicts": asdict(self.verdicts.holds)["verdicts"],
            "questions": asdict(self.questions.holds)["questions"],
            "sections": asdict(self.sections.holds)["sections"],
            "phrases": asdict(self.phrases.holds)["phrases"],
        }
