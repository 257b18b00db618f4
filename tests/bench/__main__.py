"""`make bench`: every benchmark, each against something measured beside it in the same run; 1 when one misses."""

from __future__ import annotations

from tests.bench import bench_browser, bench_build, bench_dates, bench_exports, bench_triage


def main() -> int:
    """Run them all, so that one that misses does not hide the others."""
    return int(
        any([bench_dates.main(), bench_triage.main(), bench_build.main(), bench_exports.main(), bench_browser.main()])
    )


if __name__ == "__main__":
    raise SystemExit(main())
