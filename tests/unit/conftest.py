"""Fixtures of the unit tests."""

from __future__ import annotations

import pytest
from store_facts import load_store
from store_schema import Store
from unit.facts_samples import FACTS


@pytest.fixture(scope="session")
def store() -> Store:
    """The sample store, which never changes with the real facts."""
    return load_store(FACTS)
