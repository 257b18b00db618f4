"""Orders of a made-up year, the same at every run."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

from eta.order import Order

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facts.schema import Store

SEED = 20260301
HEADER = "name,order_date,product,rush,needed_by,email\n"


def realistic_orders(store: Store, count: int) -> Iterator[Order]:
    """Make up orders: any minute of a year, any product, some in a hurry, some needed by a day."""
    chance, products = random.Random(SEED), list(store.products)  # noqa: S311 - nothing is kept secret with it
    start = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - a wall clock
    for _ in range(count):
        ordered = start + dt.timedelta(minutes=chance.randrange(365 * 24 * 60))
        rush, hurried = chance.random() < 0.15, chance.random() < 0.2
        needed_by = ordered.date() + dt.timedelta(days=chance.randrange(5, 45)) if hurried else None
        yield Order(ordered, chance.choice(products), rush=rush, needed_by=needed_by)


def write_orders(path: Path, store: Store, count: int) -> Path:
    """Write made-up orders as a CSV file."""
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        for number, order in enumerate(realistic_orders(store, count), 1000):
            rush, needed_by = "yes" if order.rush else "no", order.needed_by or ""
            cells = f"{order.order_date:%Y-%m-%d %H:%M},{order.product},{rush},{needed_by}"
            file.write(f"#{number},{cells},customer{number}@mail.example\n")
    return path
