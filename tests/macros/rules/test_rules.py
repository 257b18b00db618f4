"""Every rule of the checker refuses its bad samples, and says what to mend."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from macros.check import everything
from macros.load import load
from macros.rules.tone import LINTS
from macros.rules.words import RULES

SAMPLES = Path(__file__).resolve().parent.parent.parent / "data" / "invalid"


class Sample(NamedTuple):
    rule: str
    file: str
    replace: str | None
    text: str | None
    problem: str
    facts: dict[str, str]

    def __str__(self) -> str:
        return f"{self.rule}: {self.problem}"

    def spoil(self, world: Path) -> None:
        """Make the one edit of this sample in a copy of the world, whose facts may differ too."""
        for old, new in self.facts.items():
            replaced(world / "references/store.toml", old, new)
        path = world / self.file
        if self.text is None:
            path.unlink()
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.replace:
            replaced(path, self.replace, self.text)
        else:
            path.write_text(self.text, encoding="utf-8")


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def samples() -> list[Sample]:
    return [
        Sample(path.stem, case["file"], case.get("replace"), case.get("with"), case["problem"], case.get("facts", {}))
        for path in sorted(SAMPLES.glob("*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def test_the_small_world_has_no_problem(world: Path) -> None:
    assert everything(world) == []


@pytest.mark.parametrize("sample", samples(), ids=str)
def test_a_bad_sample_is_refused(sample: Sample, world: Path) -> None:
    sample.spoil(world)
    said = [str(problem) for problem in everything(world)]
    assert any(problem.startswith(sample.problem) for problem in said), "\n".join(said)


@pytest.mark.parametrize("rule", RULES + LINTS, ids=lambda rule: rule.__name__)
def test_a_rule_is_the_one_that_speaks(rule: object) -> None:
    name = f"{rule.__module__.rpartition('.')[2]}.{getattr(rule, '__name__', '')}"
    assert (SAMPLES / f"{name}.yml").exists()


def test_all_problems_are_said_at_once(world: Path) -> None:
    (world / "docs/stages/design.md").unlink()
    slots = world / "templates/slots.yml"
    slots.write_text(
        slots.read_text(encoding="utf-8").replace("order: usual, date", "order: odd, date"), encoding="utf-8"
    )
    assert len(everything(world)) == 2


def test_a_store_sees_only_the_replies_it_can_send(world: Path) -> None:
    facts = world / "references" / "store.toml"
    text = facts.read_text(encoding="utf-8").replace("offered = true", "offered = false")
    facts.write_text(text.replace('regions = ["us", "eu", ', 'regions = ["us", '), encoding="utf-8")
    catalogue, _ = load(world)
    (template,) = catalogue.by_id["scenarios/change-request"].templates
    assert template.anchor == "window-closed"
    assert template.when["Where does the customer live?"] == ("United States", "United Kingdom", "Australia", "Canada")
