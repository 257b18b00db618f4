"""The browser's desk says what the terminal says: 300 random cases, good and bad, the same data."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import random
from typing import TYPE_CHECKING, Any

import pytest

import commands.assess as assess_command
from tests.browser.engine_files import assets_of
from tests.inquiry_labels import OURS, inquiries
from tests.scripts.answer.desk import STORE, WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

COUNT, SEED = 300, 20261124
MESSAGES = [inquiry.text for inquiry in inquiries(OURS)]
NOW = "2026-11-24T15:00:00+00:00"
ASK = """async ([address, asked]) => {
  const { client } = await import(address);
  const { engine, words } = document.querySelector("[data-words]").dataset;
  const form = { of: "desk_form", words: new URL(words, location.href).href };
  return Promise.all(asked.map((fields) => client(engine).ask(fields, form)));
}"""
ODD = ["soon", "2026-02-30", "0", "-3", "<b>", "“x”", "{{ store }}", "2019-05-05", "2026-03-01T25:00", "maybe"]

pytestmark = pytest.mark.browser


def random_case(chance: random.Random) -> dict[str, str]:
    """Make up what the desk's form holds; one field in sixty holds something odd, and half are empty."""
    day = dt.date(2026, 9, 1) + dt.timedelta(days=chance.randrange(80))
    later = day + dt.timedelta(days=chance.randrange(40))
    sensible = {
        "message": chance.choice(MESSAGES),
        "concern": chance.choice(["", "", *WORDS.entries]),
        "customer": "Eva",
        "agent": "Jo",
        "order": "1042",
        "order_date": chance.choice([str(day), f"{day}T{chance.randrange(24):02}:30", f"{day}T09:00+02:00"]),
        "product": chance.choice([*STORE.products]),
        "customization": "Luna, always",
        "change": chance.choice(["personalization", "options", "address"]),
        "change_to": "Luna, forever",
        "stage": chance.choice(["design", "production", "quality-check", "shipped", "unknown"]),
        "asked": f"{later}T10:00",
        "photos": chance.choice(["yes", "no"]),
        "needed_by": str(day + dt.timedelta(days=chance.randrange(60))),
        "rush": chance.choice(["yes", "no"]),
        "region": chance.choice([*STORE.place.regions]),
        "delivered": str(later),
        "last_parcel": str(later + dt.timedelta(days=chance.randrange(9))),
        "told": chance.choice(["yes", "no"]),
        "promise": f"{later}..{later + dt.timedelta(days=chance.randrange(9))}",
        "approved": chance.choice(["Luna, always", "Luna"]),
        "made": chance.choice(["Luna, always", "Lunna, always"]),
        "notices": str(chance.randrange(3)),
        "tracking": "1Z999",
        "carrier": chance.choice([carrier.name for carrier in STORE.shipping.carriers]),
    }
    filled = {name: text if name == "message" or chance.random() < 1 / 2 else "" for name, text in sensible.items()}
    return {name: chance.choice(ODD) if chance.random() < 1 / 60 else text for name, text in filled.items()}


def by_terminal(case: dict[str, str], folder: Path) -> str:
    """What the terminal prints for a case: its JSON, or its lines."""
    path = folder / "case.json"
    path.write_text(json.dumps({**case, "now": NOW}), encoding="utf-8")
    printed, complained = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(complained):
        assess_command.main([str(path), "--json"])
    return printed.getvalue() + complained.getvalue().replace(f"assess_case: {path}: ", "")


def as_terminal(answer: dict[str, Any], told: str) -> bool:
    """Whether an answer of the browser is what the terminal told; a refusal begins its message with a capital."""
    if "refused" not in answer:
        return bool(json.loads(told) == answer)
    lines = told.splitlines()
    return len(lines) == len(answer["refused"]) and all(
        line.startswith(refused["field"]) and line.lower().endswith(refused["message"].lower())
        for line, refused in zip(lines, answer["refused"], strict=True)
    )


def test_the_desk_says_what_the_terminal_says(
    page: Page, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assess_command, "load_store", lambda: STORE)
    chance = random.Random(SEED)  # noqa: S311 - nothing is kept secret with it
    cases = [random_case(chance) for _ in range(COUNT)]
    page.goto("desk/")
    address = page.evaluate(f"new URL('../{assets_of(site)}/engine/client.js', location.href).href")
    answers = page.evaluate(ASK, [address, [{**case, "now": NOW} for case in cases]])
    told = [by_terminal(case, tmp_path) for case in cases]
    differing = [
        (case, expected, answer)
        for case, expected, answer in zip(cases, told, answers, strict=True)
        if not as_terminal(answer, expected)
    ]
    assert differing == []
    refused = sum("refused" in answer for answer in answers)
    replied = {answer["reply"]["id"] for answer in answers if answer.get("reply")}
    assert COUNT / 10 < refused < COUNT / 2  # both kinds were seen
    assert len(replied) > COUNT / 10
