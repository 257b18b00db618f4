"""The regions of a store are rows of the law: one that it does not serve needs none, and one more is a row more."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

import facts.regions
from answer.answer import answer, as_data
from case.case import read_case
from facts.regions import regions
from tests.own_store.own_playbook import KINDS, copied, desk, do_as_the_check_says, edit, problems_of
from tests.own_store.whole_playbook import answered, published
from tests.scripts.answer.desk import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NEW_ZEALAND = """
[nz]
name = "New Zealand"
countries = ["NZ"]
faults = "New Zealand has a law of its own."
refund_working_days = 10
refund_source = "made up"
"""


def test_a_region_may_be_served_no_longer(tmp_path: Path) -> None:
    for served in (["us", "au", "ca"], ["uk", "eu"]):
        root = copied(tmp_path / served[0])
        serve(root, served)
        do_as_the_check_says(root)
        answered(desk(root))
        published(root)


@pytest.fixture
def own_law(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The rows of the law of one's own playbook, in place of the checkout's."""
    monkeypatch.setattr(facts.regions, "PLAYBOOK", str(root))
    regions.cache_clear()
    yield root / "references/regions.toml"
    regions.cache_clear()


def test_a_region_that_is_not_served_needs_no_row(root: Path, own_law: Path) -> None:
    head, *rows = re.split(r"(?m)^(?=\[[a-z]+\])", own_law.read_text(encoding="utf-8"))
    own_law.write_text("".join([head, *(row for row in rows if row[1:3] in ("us", "eu"))]), encoding="utf-8")
    serve(root, ["us", "eu"])
    write_for_regions(root, lambda names: [name for name in names if name in ("us", "eu")])
    regions.cache_clear()
    assert problems_of(root) == []
    answered(desk(root))
    published(root)


def test_a_region_more_is_a_row_more(root: Path, own_law: Path) -> None:
    own_law.write_text(own_law.read_text(encoding="utf-8") + NEW_ZEALAND, encoding="utf-8")
    serve(root, ["nz", "us"])
    write_for_regions(root, lambda names: [*names, "nz"] if "au" in names else names)
    regions.cache_clear()
    assert problems_of(root) == []
    found = desk(root)
    answered(found)
    told = read_case({"concern": "damaged-on-arrival", "region": "nz"}, found.store, found.words, NOW)
    said = as_data(answer(found.store, found.words, found.model, told, NOW), found.words)
    assert "New Zealand has a law of its own." in json.dumps(said)
    assert [choice["says"] for choice in said["conditions"] if choice["condition"] == "region"] == ["New Zealand"]
    published(root)


def serve(root: Path, names: list[str]) -> None:
    """Sell to some regions only."""
    store = root / "references/store.toml"
    text = re.sub(r"(?m)^regions = .*$", f"regions = {json.dumps(names)}", store.read_text(encoding="utf-8"))
    store.write_text(text, encoding="utf-8")


def write_for_regions(root: Path, change: Callable[[list[str]], list[str]]) -> None:
    """Change the regions that templates are for; one that is for none goes."""

    def changed(entry: Any) -> None:
        for template in entry["templates"]:
            if "region" in template.get("when", {}):
                names = template["when"]["region"]
                template["when"]["region"] = change([names] if isinstance(names, str) else names)
        entry["templates"] = [each for each in entry["templates"] if each.get("when", {}).get("region") != []]

    for path in sorted(path for kind in KINDS for path in (root / "templates" / kind).glob("*.yml")):
        edit(path, changed)
