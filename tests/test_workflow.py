"""What publishes the site runs the code that was looked at: each action by its commit, its version beside it."""

from __future__ import annotations

import re

from tests.built import ROOT

PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+")


def test_every_action_is_named_by_its_commit() -> None:
    workflows = [path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml")]
    used = [name for text in workflows for name in re.findall(r"uses: (.*)", text)]
    assert used
    assert [name for name in used if not PINNED.fullmatch(name)] == []
