"""Measure the dates against their targets. Exits 1 when one is missed.

Run as `python -m tests.bench.bench_dates`, or by its path.

Every figure is a ratio of two things measured in turn in the same run, so that a busy machine slows both. Children run
with bytecode caching on, as on a machine that has run the script before.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]  # so that it runs by its path as well as by -m

from eta.estimate import estimate  # noqa: E402
from facts.store import load_store  # noqa: E402
from tests.bench.figures import Figure  # noqa: E402
from tests.bench.pandas_orders import PandasOrders  # noqa: E402
from tests.bench.sample_orders import realistic_orders, write_orders  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from eta.order import Order
    from facts.schema import Store

FACTS = ROOT / "tests" / "data" / "world" / "references" / "store.toml"
SCRIPT = [sys.executable, str(ROOT / "scripts" / "calculate_eta.py")]
PLAIN_START = """
import argparse
import datetime
parser = argparse.ArgumentParser()
parser.add_argument("--order-date")
parser.add_argument("--production-days", type=int)
datetime.date.fromisoformat(parser.parse_args(["--order-date", "2026-03-01", "--production-days", "7"]).order_date)
"""
EXAMPLE = ["--order-date", "2026-03-01", "--production-days", "7", "--shipping-days", "5", "--rush"]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
ENVIRONMENT["PYTHONPATH"] = str(ROOT / "scripts")
STARTER = """
import os
import subprocess
import sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
print(os.wait4(child.pid, 0)[2].ru_maxrss)
"""
NOISE = 1.1  # what a million rows may take beyond ten times a hundred thousand


def main() -> int:
    """Measure everything and print one line each."""
    store = load_store(FACTS)
    with tempfile.TemporaryDirectory() as folder:
        figures = [start_up(), against_pandas(store), *csv_files(store, Path(folder))]
    print(*figures, sep="\n")
    return 0 if all(figure.good for figure in figures) else 1


def start_up(rounds: int = 40) -> Figure:
    """Compare the example command with a process that parses two arguments."""
    plain = [sys.executable, "-c", PLAIN_START]
    run([*SCRIPT, *EXAMPLE])  # so that the siblings are compiled, as on every start but the first
    pairs = [(run([*SCRIPT, *EXAMPLE]), run(plain)) for _ in range(rounds)]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Figure(f"start: {ours * 1e3:.1f} ms, argparse and datetime alone {theirs * 1e3:.1f} ms", ours / theirs, 1.6)


def against_pandas(store: Store, orders: int = 2000, rounds: int = 7) -> Figure:
    """Compare one estimate with the same dates by pandas, its offsets made once."""
    sample, theirs = list(realistic_orders(store, orders)), PandasOrders(store)
    for order in sample:
        assert theirs(order) == [(step.earliest, step.latest) for step in estimate(store, order).milestones]
    pairs = [(timed(partial(estimate, store), sample), timed(theirs, sample)) for _ in range(rounds)]
    ours, pandas = (statistics.median(column) / orders for column in zip(*pairs, strict=True))
    return Figure(
        f"estimate: {ours * 1e6:.1f} µs, pandas {pandas * 1e6:.1f} µs: times faster", pandas / ours, 3, at_least=True
    )


def csv_files(store: Store, folder: Path, rounds: int = 5) -> list[Figure]:
    """Compare 100,000 orders with numpy on whole columns, and a million with 100,000, in time and in memory."""
    small, large = (write_orders(folder / f"{count}.csv", store, count) for count in (100_000, 1_000_000))
    rival = [sys.executable, str(Path(__file__).parent / "numpy_orders.py"), str(small), str(FACTS)]
    ours = [*SCRIPT, "--store", str(FACTS), "--csv"]
    results = folder / "ours.csv", folder / "numpy.csv"
    pairs = [(run([*ours, str(small)], results[0]), run(rival, results[1])) for _ in range(rounds)]
    assert results[0].read_bytes() == results[1].read_bytes(), "numpy disagrees"
    mine, numpy = (statistics.median(column) for column in zip(*pairs, strict=True))
    turns = [(run([*ours, str(large)], results[0]), run([*ours, str(small)], results[0])) for _ in range(3)]
    many, few = (min(column) for column in zip(*turns, strict=True))
    much, little = (peak_memory([*ours, str(path)]) for path in (large, small))
    return [
        Figure(f"100,000 orders: {mine:.2f} s, numpy {numpy:.2f} s", mine / numpy, 3),
        Figure(f"1,000,000 orders: {many:.1f} s, 100,000: {few:.2f} s", many / few, round(10 * NOISE, 1)),
        Figure(f"1,000,000 orders: {much / 1024:.1f} MB, 100,000: {little / 1024:.1f} MB", much / little, 1.05),
    ]


def timed(reckon: Callable[[Order], object], orders: list[Order]) -> float:
    """Return the seconds it takes to reckon orders one by one."""
    start = time.perf_counter()
    for order in orders:
        reckon(order)
    return time.perf_counter() - start


def run(command: list[str], out: Path | None = None) -> float:
    """Run a child and return its seconds; its output goes to a file or nowhere."""
    with (out or Path(os.devnull)).open("wb") as sink:
        start = time.perf_counter()
        subprocess.run(command, stdout=sink, env=ENVIRONMENT, check=True)
        return time.perf_counter() - start


def peak_memory(command: list[str]) -> int:
    """Run a child and return the most memory it held, in kilobytes.

    A small process starts it: until a child has its own program, it counts as much memory as the process it came from.
    """
    return int(subprocess.run([sys.executable, "-S", "-c", STARTER, *command], env=ENVIRONMENT, check=True,
                              stdout=subprocess.PIPE).stdout)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
