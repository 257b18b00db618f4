"""Inputs of the four commands: arguments, orders as CSV, messages, cases as JSON."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import sys
from functools import cache
from typing import TYPE_CHECKING, Any
from unittest import mock

from jsonschema import Draft202012Validator

from case.case import Case
from commands import assess, eta, read, triage
from tests.built import ROOT
from tests.fuzz.inputs import edited, messages, on_disk, value
from tests.fuzz.outcomes import ACCEPTED, WRONG_ANSWER, Outcome, of_command, run
from tests.scripts.facts_samples import DATA, FACTS

if TYPE_CHECKING:
    from random import Random

OPTIONS = ("--order-date", "--product", "--production-days", "--shipping-days", "--needed-by", "--closed")
FLAGS = (
    "--rush",
    "--explain",
    "--json",
    "--help",
    "--rsh",
    "extra",
    "",
    " ",
    "--",
    "-",
    "--csv",
    "--store",
    "--json=1",
)
COLUMNS = ("order_date", "product", "production_days", "shipping_days", "rush", "needed_by", "name", "note", "=x")
GOOD = {
    "--order-date": ("2026-03-02", "2026-03-02T10:30", "2026-11-20"),
    "--product": ("pet-portrait", "engraved-necklace"),
    "--production-days": ("1", "7", "365"),
    "--shipping-days": ("1", "5", "90"),
    "--needed-by": ("2026-03-27", "2028-12-31"),
    "--closed": ("2026-03-04", "2026-03-04..2026-03-06"),
}
SHOWN = ("--json", "--markdown", "--channel=sms", "--channel=chat", "--channel=letter", "--jsn")


def eta_arguments(chance: Random) -> Outcome:
    """Arguments of calculate_eta; its dates are in order."""
    arguments = ["--store", str(FACTS), "--order-date", _usual("--order-date", chance)]
    for _ in range(chance.randrange(5)):
        option = chance.choice(OPTIONS)
        arguments += chance.choice(
            ([option, _usual(option, chance)], [f"{option}={value(chance)}"], [chance.choice(FLAGS)])
        )
    said = run(eta.main, arguments)
    found = of_command("calculate_eta", said)
    is_json = found.kind == ACCEPTED and said.out.startswith("{")
    return found if not is_json or _in_order(json.loads(said.out)) else Outcome(WRONG_ANSWER, said.out)


def eta_orders(chance: Random) -> Outcome:
    """A CSV of orders; each row comes back once, with as many cells."""
    columns = chance.sample(COLUMNS, chance.randint(1, len(COLUMNS))) + ["order_date"] * chance.randrange(2)
    written = io.StringIO()
    rows = csv.writer(written, lineterminator=chance.choice(("\n", "\r\n")))
    rows.writerow(columns)
    rows.writerows([_cell(name, chance) for name in columns] for _ in range(chance.randrange(12)))
    text = edited(written.getvalue(), chance) if chance.randrange(2) else written.getvalue()
    with mock.patch.object(eta, "_sink", _here):
        said = run(eta.main, ["--store", str(FACTS), "--csv", "-"], on_disk(text, chance))
    found = of_command("calculate_eta", said)
    widths = {len(row) for row in csv.reader(io.StringIO(said.out, newline=""))}
    is_whole = found.kind != ACCEPTED or len(widths) <= 1  # a row with cells too many is refused, and copied as it is
    return found if is_whole else Outcome(WRONG_ANSWER, f"rows of {widths} cells")


def triage_messages(chance: Random) -> Outcome:
    """A message as an argument, from a pipe, or a file of messages; a line has an answer each."""
    parts = [chance.choice((chance.choice(messages()), value(chance))) for _ in range(chance.randint(1, 4))]
    text = chance.choice(("", "\n", " ", "\n> ", "\n-- \n")).join(parts)
    arguments, stdin = chance.choice((([text], ""), (["-", "--json"], text), (["--lines", "-"], text)))
    arguments += [f"--top={value(chance)}"] if not chance.randrange(10) else []
    said = run(triage.main, arguments, on_disk(stdin, chance))
    found = of_command("triage_inquiry", said)
    is_data = found.kind == ACCEPTED and "--lines" in arguments
    return found if not is_data or all(map(_is_ranking, said.out.splitlines())) else Outcome(WRONG_ANSWER, said.out)


def read_messages(chance: Random) -> Outcome:
    """A message to read; a line has an answer each, and each fact stands within the words."""
    parts = [chance.choice((chance.choice(messages()), value(chance))) for _ in range(chance.randint(1, 4))]
    text = chance.choice(("", "\n", " ", "\n> ", "\n-- \n")).join(parts)
    arguments, stdin = chance.choice((([text], ""), (["-", "--json"], text), (["--lines", "-"], text)))
    arguments += [f"--asked={value(chance)}"] if not chance.randrange(10) else ["--asked=2026-03-04T10:00"]
    said = run(read.main, arguments, on_disk(stdin, chance))
    found = of_command("read_message", said)
    is_data = found.kind == ACCEPTED and "--lines" in arguments
    return found if not is_data or all(map(_is_reading, said.out.splitlines())) else Outcome(WRONG_ANSWER, said.out)


def cases(chance: Random) -> Outcome:
    """A case as JSON; its answer has the form that is described."""
    told = dict(chance.choice(_good_cases()))
    told |= dict(chance.choices([*chance.choice(_good_cases()).items()], k=chance.randrange(3)))
    for _ in range(chance.choice((0, 0, 1, 3))):
        told[chance.choice([*Case._fields, "now", "decided", "slots", value(chance)])] = _fact(chance)
    text = json.dumps(told, ensure_ascii=bool(chance.randrange(2)), indent=1)
    text = text if chance.randrange(4) else edited(text, chance)
    shown = [chance.choice(SHOWN)] if chance.randrange(4) else []
    said = run(assess.main, ["-", *shown], on_disk(text, chance))
    found = of_command("assess_case", said)
    if found.kind != ACCEPTED or shown != ["--json"]:
        return found
    wrong = next(_answer().iter_errors(json.loads(said.out)), None)
    return Outcome(WRONG_ANSWER, f"{wrong.json_path}: {wrong.message}"[:400]) if wrong else found


def _here() -> contextlib.AbstractContextManager[Any]:
    """Standard output as it stands now, and not the descriptor that it usually has."""
    return contextlib.nullcontext(sys.stdout)


def _usual(option: str, chance: Random) -> str:
    return chance.choice((*GOOD[option], *GOOD[option], value(chance)))


def _cell(name: str, chance: Random) -> str:
    good = GOOD.get(f"--{name.replace('_', '-')}", ("yes", "no", "#1042", ""))
    return chance.choice((*good, *good, value(chance).replace("\x00", "")))


def _fact(chance: Random) -> Any:
    plain = (value(chance), value(chance), chance.choice((True, False, None, 0, 7, -1, 2.5, 1e400, 10**30)))
    return chance.choice((*plain, [value(chance)], {value(chance): value(chance)}, {"delay.reason": value(chance)}))


def _in_order(told: dict[str, Any]) -> bool:
    steps = [(step["earliest"], step["latest"]) for step in told["milestones"]]
    return all(first <= last for first, last in steps) and steps == sorted(steps)


def _is_ranking(line: str) -> bool:
    return set(json.loads(line)) == {"ranking", "unsure", "concerns"}


def _is_reading(line: str) -> bool:
    told = json.loads(line)
    spans = [(fact["start"], fact["end"]) for fact in told["facts"]]
    return all((start, end) == (-1, -1) or 0 <= start < end <= len(told["own"]) for start, end in spans)


@cache
def _good_cases() -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted((DATA / "cases").glob("*.json"))]


@cache
def _answer() -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / "references" / "answer.schema.json").read_text(encoding="utf-8")))
