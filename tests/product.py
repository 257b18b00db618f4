"""The product's own words and facts, and those of the small world: read once, when the first test asks for them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from macros.load import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue, Message

WORLD = Path(__file__).resolve().parent / "data" / "world"


@cache
def product() -> tuple[Catalogue, Store]:
    """The catalogue and facts of the checkout, as a store may have changed them."""
    return load()


@cache
def small() -> tuple[Catalogue, Store]:
    """The catalogue and facts of `tests/data/world`, which never change with the product's."""
    return load(WORLD)


def catalogue() -> Catalogue:
    """The product's words."""
    return product()[0]


def store() -> Store:
    """The product's facts."""
    return product()[1]


def blank(name: str) -> str:
    """A slot's visible blank in the product's texts."""
    return catalogue().slots[name].blank


def letter(message: Message, slot: Callable[[str], str]) -> str:
    """Subject line and body as plain text, as a whole letter."""
    subject = f"Subject: {message.subject.plain(slot)}\n\n" if message.subject else ""
    return subject + message.body.plain(slot)
