"""`make bench`: every benchmark, each against something measured beside it in the same run; 1 when one misses."""

from __future__ import annotations

from tests.bench import bench_browser, bench_build, bench_dates, bench_exports, bench_triage, bench_visits

ALL = (bench_dates, bench_triage, bench_build, bench_exports, bench_browser, bench_visits)


def main() -> int:
    """Run them all, so that one that misses does not hide the others."""
    return max(int(bench.main()) for bench in ALL)


if __name__ == "__main__":
    raise SystemExit(main())
