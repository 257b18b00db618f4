"""A few seeded inputs of each kind that `make fuzz` tries by the thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fuzz.__main__ import KINDS, main, parts, tried
from tests.tables import for_each

if TYPE_CHECKING:
    import pytest

FEW = 60


@for_each("kind", KINDS)
def test_no_input_shows_a_fault(kind: str) -> None:
    found = [tried(part) for part in parts([kind], FEW, seed=7)]
    assert [fault for each in found for fault in each.faults] == []
    assert sum(each.counts.total() for each in found) >= 1


def test_an_input_is_the_same_whenever_it_is_made() -> None:
    (part,) = parts(["calculate_eta arguments"], FEW, seed=3)
    assert tried(part).counts == tried(part).counts


def test_a_fault_ends_with_its_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "store.toml", lambda _: 1 / 0)
    assert main(["--count", "2", "--only", "store.toml", "--jobs", "1"]) == 1
    assert "store.toml, input 0 of seed 1: traceback" in capsys.readouterr().out
