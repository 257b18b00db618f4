"""A playbook of one's own for the tests that edit one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.own_store.own_playbook import copied

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the words, the facts and the pages that a test may edit."""
    return copied(tmp_path / "own")
