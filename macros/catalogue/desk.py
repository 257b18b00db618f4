"""The schema of the desk's own sentences: what each file of `templates/desk/` may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from macros.catalogue.fields import by_name, by_words, several, tables, words
from records.kinds import Table
from records.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.catalogue.yaml_file import YamlFile


class RuleWords(Record):
    """What a rule of a verdict says."""

    says: str = words("the verdict")
    reason: str = words("why")


class Ground(Record):
    """A page or section that a verdict rests on."""

    title: str = words("its title")
    address: str = words("where it is, relative to the home page")


class VerdictWords(Record):
    """The words of one question about a case."""

    title: str = words("the question")
    rests_on: tuple[Ground, ...] = tables("what the verdict rests on", Ground, least=1)
    rules: Mapping[str, RuleWords] = by_name("what each rule says", Table("", RuleWords))


class Verdicts(Record):
    """`templates/desk/verdicts.yml`."""

    verdicts: Mapping[str, VerdictWords] = by_name("the questions about a case", Table("", VerdictWords))


class QuestionWords(Record):
    """A question to settle, in its one wording."""

    ask: str = words("the question")
    where: str = words("where the answer is found")
    changes: str | None = words("what rests on the answer, where the desk asks", optional=True)


class Questions(Record):
    """`templates/desk/questions.yml`."""

    first: tuple[str, ...] = several("those of the first 90 seconds, in their order", words(), least=1)
    questions: Mapping[str, QuestionWords] = by_words("by the facts that they ask for", Table("", QuestionWords))


class LineWords(Record):
    """A line of a section."""

    label: str = words("what it is about")
    says: str = words("what it says")
    address: str | None = words("what it rests on, relative to the home page", optional=True)


class SectionWords(Record):
    """A section of an answer."""

    title: str = words("its title")
    lines: Mapping[str, LineWords] = by_name("its lines", Table("", LineWords))
    steps: Mapping[str, tuple[LineWords, ...]] = by_name(
        "what to do, by how the case stands", tables("", LineWords, least=1), optional=True
    )


class Sections(Record):
    """`templates/desk/sections.yml`."""

    sections: Mapping[str, SectionWords] = by_name("the sections of an answer", Table("", SectionWords))


class Phrases(Record):
    """`templates/desk/phrases.yml`."""

    phrases: Mapping[str, Mapping[str, str]] = by_name("words inside other sentences", by_name("", words()))


FILES: dict[str, type[Record]] = {
    "verdicts": Verdicts,
    "questions": Questions,
    "sections": Sections,
    "phrases": Phrases,
}


class File[Kind: Record](NamedTuple):
    """What a file holds, and where each place of it stands."""

    source: YamlFile
    holds: Kind


class Desk(NamedTuple):
    """All four files."""

    verdicts: File[Verdicts]
    questions: File[Questions]
    sections: File[Sections]
    phrases: File[Phrases]

    def as_data(self) -> dict[str, Any]:
        """Lay the sentences out as the plain data that `scripts/words/desk.py` reads."""
        return {name: getattr(self, name).source.content[name] for name in self._fields}
