"""The entry that CONTRIBUTING.md writes step by step is one that the check accepts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.check import everything
from tests.built import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = "scenarios/tracking-stands-still"
BESIDE = "scenarios/taking-too-long"


def test_the_example_of_an_entry_has_no_problem(root: Path) -> None:
    (written,) = re.findall(
        r"```yaml\n(title: .*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL
    )
    (root / "templates" / f"{ENTRY}.yml").write_text(written, encoding="utf-8")
    (root / "docs" / f"{ENTRY}.md").write_text(
        f'# Tracking stands still\n\n{{{{ entry("{ENTRY}") }}}}\n', encoding="utf-8"
    )
    for name in ("templates/vocabulary.yml", "mkdocs.yml"):
        path, suffix = root / name, ".md" if name == "mkdocs.yml" else ""
        if path.exists():
            lines = path.read_text(encoding="utf-8").splitlines()
            at = next(number for number, line in enumerate(lines) if f"- {BESIDE}{suffix}" in line)
            lines.insert(at, lines[at].replace(BESIDE, ENTRY))
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [str(problem) for problem in everything(root)] == []
