"""The browser reckons what the terminal reckons: 500 random orders, good and bad, byte for byte."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from commands.eta import main
from tests.browser.engine_files import assets_of
from tests.browser.eta.test_calculator import opened
from tests.scripts.answer.desk import STORE
from tests.scripts.facts_samples import FACTS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

COUNT, SEED = 500, 20260301
NOW = "2026-03-02T12:00:00Z"
ASK = """async ([address, asked]) => {
  const { client } = await import(address);
  const engine = document.querySelector(".eta").dataset.engine;
  return Promise.all(asked.map((fields) => client(engine).ask(fields)));
}"""
ODD = ["", "soon", "2026-02-30", "0", "-3", "7.5", "٣", "1e2", "<b>", "“x”", "366", "2019-05-05", "2026-03-01T25:00"]

pytestmark = pytest.mark.browser


def random_order(chance: random.Random) -> dict[str, str]:
    """Make up what a form holds; one field in twelve holds something odd."""
    day = dt.date(2026, 1, 1) + dt.timedelta(days=chance.randrange(500))
    moment = f"{day}T{chance.randrange(24):02}:{chance.randrange(60):02}"
    closed = day + dt.timedelta(days=chance.randrange(20))
    sensible = {
        "order-date": chance.choice([str(day), moment, f"{moment}+02:00"]),
        "product": chance.choice(["", *STORE.products]),
        "production-days": chance.choice(["", str(chance.randrange(1, 60))]),
        "shipping-days": chance.choice(["", str(chance.randrange(1, 20))]),
        "needed-by": chance.choice(["", str(day + dt.timedelta(days=chance.randrange(60)))]),
        "closed": chance.choice(["", f"{closed}", f"{closed}..{closed + dt.timedelta(days=chance.randrange(5))}"]),
        "rush": chance.choice(["", "yes"]),
    }
    odd = {name: chance.choice(ODD) for name in sensible if name != "rush" and chance.random() < 1 / 12}
    return {**sensible, **odd}


def by_terminal(order: dict[str, str]) -> str:
    """What the terminal prints for an order: its JSON, or its one line."""
    options = [f"--{name}={text}" for name, text in order.items() if text and name != "rush"]
    printed, complained = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(complained):
        main(["--store", str(FACTS), *options, "--json", *(["--rush"] if order["rush"] else [])])
    return printed.getvalue() + complained.getvalue()


def as_terminal(answer: dict[str, Any]) -> set[str]:
    """An answer of the browser as the terminal prints it; a field that cannot be read is named there."""
    if "estimate" in answer:
        return {json.dumps(answer["estimate"], indent=2) + "\n"}
    field, message = answer["refused"]["field"], answer["refused"]["message"]
    return {
        f"calculate_eta: {message}\n",
        f"calculate_eta: argument --{field}: {' '.join(message.split())} (--help shows an example)\n",
    }


def test_the_browser_says_what_the_terminal_says(page: Page, site: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311 - nothing is kept secret with it
    orders = [random_order(chance) for _ in range(COUNT)]
    orders = [order if order["order-date"] else {**order, "order-date": "2026-03-02"} for order in orders]
    opened(page)
    address = page.evaluate(f"new URL('../{assets_of(site)}/engine/client.js', location.href).href")
    answers = page.evaluate(ASK, [address, [{**order, "now": NOW} for order in orders]])
    told = [by_terminal(order) for order in orders]
    differing = [
        (order, expected, answer)
        for order, expected, answer in zip(orders, told, answers, strict=True)
        if expected not in as_terminal(answer)
    ]
    assert differing == []
    refused = sum("refused" in answer for answer in answers)
    assert COUNT / 10 < refused < COUNT * 9 / 10  # both kinds were seen
