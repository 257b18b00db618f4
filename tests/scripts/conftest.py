"""Fixtures of the unit tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facts.store import load_store
from tests.scripts.facts_samples import FACTS

if TYPE_CHECKING:
    from facts.schema import Store


@pytest.fixture(scope="session")
def store() -> Store:
    """The sample store, which never changes with the real facts."""
    return load_store(FACTS)
