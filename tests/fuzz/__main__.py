"""`python -m tests.fuzz [--count N] [--seed N] [--only KIND]`: 1 when an input shows a fault."""

from __future__ import annotations

import argparse
import collections
import multiprocessing
import random
import time
from typing import NamedTuple

from tests.fuzz import commands, files, processes
from tests.fuzz.outcomes import FAULTS, OUTCOMES, Outcome, outcome_of

KINDS = {
    "calculate_eta arguments": commands.eta_arguments,
    "calculate_eta --csv": commands.eta_orders,
    "triage_inquiry": commands.triage_messages,
    "read_message": commands.read_messages,
    "assess_case": commands.cases,
    "store.toml": files.store_facts,
    "holidays.toml": files.holidays,
    "regions.toml": files.law,
    "templates/*.yml": files.words,
    "templates/compiled": files.compiled,
    "real processes": processes.real,
}
SHARES = {"real processes": 50}  # a process takes as long as so many inputs in this one
COUNT, SEED, PART = 10_000, 1, 250
SHOWN = 5  # faults of a kind that are printed


class Part(NamedTuple):
    """Some inputs of one kind, each with a seed of its own: any of them can be made again alone."""

    kind: str
    seed: int
    inputs: range


class Found(NamedTuple):
    """What became of a part."""

    part: Part
    counts: collections.Counter[str]
    faults: list[tuple[int, Outcome]]
    seconds: float


def parts(kinds: list[str], count: int, seed: int) -> list[Part]:
    """All that is to be tried, the kinds in turn, so that every processor has its share of the slow ones."""
    wanted = {kind: -(-count // SHARES.get(kind, 1)) for kind in kinds}
    ranges = [(kind, range(at, min(at + PART, wanted[kind]))) for kind in kinds for at in range(0, wanted[kind], PART)]
    return [Part(kind, seed, inputs) for kind, inputs in sorted(ranges, key=lambda part: part[1].start)]


def tried(part: Part) -> Found:
    """Try a part."""
    begun, counts, faults = time.perf_counter(), collections.Counter[str](), []
    for at in part.inputs:
        chance = random.Random(f"{part.kind} {part.seed} {at}")  # noqa: S311 - made again from its seed
        found = outcome_of(lambda chance=chance: KINDS[part.kind](chance))  # type: ignore[misc]
        counts[found.kind] += 1
        faults += [(at, found)] if found.kind in FAULTS else []
    return Found(part, counts, faults, time.perf_counter() - begun)


def main(arguments: list[str] | None = None) -> int:
    """Try all, print a table, and 1 when any input shows a fault."""
    wanted = _parser().parse_args(arguments)
    kinds = [kind for kind in KINDS if not wanted.only or wanted.only in kind]
    todo = parts(kinds, wanted.count, wanted.seed)
    with multiprocessing.Pool(wanted.jobs) as pool:
        found = pool.map(tried, todo, chunksize=1) if wanted.jobs > 1 else [*map(tried, todo)]
    print(table(kinds, found))
    faults = [(each.part.kind, at, fault) for each in found for at, fault in each.faults]
    for kind in kinds:
        for _, at, fault in [each for each in faults if each[0] == kind][:SHOWN]:
            print(f"\n{kind}, input {at} of seed {wanted.seed}: {fault.kind}\n{fault.detail}")
    return 1 if faults else 0


def table(kinds: list[str], found: list[Found]) -> str:
    """The counts by kind and outcome."""
    lines = [f"{'':24}{'inputs':>9}" + "".join(f"{name:>15}" for name in OUTCOMES) + f"{'seconds':>9}"]
    for kind in kinds:
        own = [each for each in found if each.part.kind == kind]
        counts = sum((each.counts for each in own), collections.Counter[str]())
        seconds = sum(each.seconds for each in own)
        cells = "".join(f"{counts[name]:>15}" for name in OUTCOMES)
        lines.append(f"{kind:24}{counts.total():>9}{cells}{seconds:>9.0f}")
    return "\n".join(lines)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT, help=f"inputs of each kind ({COUNT})")
    parser.add_argument("--seed", type=int, default=SEED, help=f"another one makes other inputs ({SEED})")
    parser.add_argument("--only", default="", help="a part of the names of the kinds that are tried")
    parser.add_argument("--jobs", type=int, default=2, help="processes (2)")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
