"""The words of the site that the browser visits: the product's own, with the facts of the tests in them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from macros.load import load
from tests.built import sample

if TYPE_CHECKING:
    from macros.catalogue.model import Catalogue


@cache
def catalogue() -> Catalogue:
    """What the site was built from."""
    return load(sample())[0]
