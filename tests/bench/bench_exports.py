"""The exports of all tools: their share of the whole build, measured beside it, and a thousand templates at once.

All times are processor time, so that other work on the machine does not count.
"""

from __future__ import annotations

import math
import operator
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from macros.exports import FOLDER, all_files  # noqa: E402
from macros.load import load  # noqa: E402
from tests.bench.bench_build import build_seconds, enlarge  # noqa: E402
from tests.bench.figures import Figure  # noqa: E402
from tests.built import copied  # noqa: E402

ROUNDS, MANY_ROUNDS = 5, 3
MANY = 1000  # templates
SHARE_TARGET, MANY_TARGET = 0.15, 5.0


def main() -> int:
    """Print the figures; 1 when one misses its target."""
    with tempfile.TemporaryDirectory() as folder:
        ours, large = (copied(Path(folder) / name) for name in ("ours", "large"))
        enlarge(large, math.ceil(MANY / len(load(ours)[0].templates)))
        figures = [share(ours), many(large)]
    print(*figures, sep="\n")
    return 0 if all(figure.good for figure in figures) else 1


def share(project: Path) -> Figure:
    """The exports of a project over a build that makes them anew, made in turn: the median of the pairs."""
    seconds = [(export_seconds(project), whole_build_seconds(project)) for _ in range(ROUNDS)]
    made, built = (statistics.median(column) for column in zip(*seconds, strict=True))
    found = statistics.median(operator.truediv(*pair) for pair in seconds)
    return Figure(f"exports ÷ build: {made:.2f} s, build {built:.2f} s", found, SHARE_TARGET)


def whole_build_seconds(project: Path) -> float:
    """The processor time of a build that finds no kept exports."""
    shutil.rmtree(project / ".cache" / FOLDER, ignore_errors=True)
    return build_seconds(project)


def many(project: Path) -> Figure:
    """The exports of a catalogue of a thousand templates, or a few more: the fastest of a few, as in `timeit`."""
    count = len(load(project)[0].templates)
    found = min(export_seconds(project) for _ in range(MANY_ROUNDS))
    return Figure(f"exports of {count} templates, seconds", found, MANY_TARGET)


def export_seconds(project: Path) -> float:
    """The time to make every file anew, from words and facts that are loaded."""
    catalogue, store = load(project)
    start = time.process_time()
    all_files(catalogue, store)
    return time.process_time() - start


if __name__ == "__main__":
    raise SystemExit(main())
