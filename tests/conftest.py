"""What the tests share: the small world of `tests/data/world`, the real catalogue, and golden files."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.built import own_site
from tests.product import WORLD
from tests.product import small as small_world

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue

# How long an example takes says more of the machine than of the code.
settings.register_profile("playbook", deadline=None)
settings.load_profile("playbook")

TESTS = Path(__file__).resolve().parent
GOLDEN = TESTS / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden files anew; read the diff")


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the small world that a test may spoil."""
    return shutil.copytree(WORLD, tmp_path / "world")


@pytest.fixture(scope="session")
def small() -> tuple[Catalogue, Store]:
    """The catalogue and facts of the small world, whose words never change with the product's."""
    return small_world()


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the product's own site, built strictly."""
    return own_site()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with its golden file, or write the file anew with `--renew-golden`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--renew-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return compare
