"""`python -m tests.hostile [--only PART]`: 1 when a hostile string in any field is more than text."""

from __future__ import annotations

import argparse
import time

from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS, find
from tests.browser.conftest import complaints_about
from tests.built import sample, served
from tests.hostile.places import PLACES
from tests.hostile.rounds import tried

SHOWN = 10  # faults of a place that are printed


def main() -> int:
    """Try all strings in all fields, print a table, and 1 when any is a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--only", default="", help="a part of the names of the places that are tried")
    only: str = parser.parse_args().only
    faults = 0
    with served(sample() / "site") as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS])
        page = browser.new_context(base_url=base, service_workers="block").new_page()
        complaints = complaints_about(page, base)
        print(f"{'':26}{'texts':>9}{'faults':>9}{'seconds':>9}")
        for place in (place for place in PLACES if only in place.name):
            begun, found = time.perf_counter(), tried(page, place, complaints, every=True)
            print(
                f"{place.name:26}{found.texts:>9}{len(found.faults):>9}{time.perf_counter() - begun:>9.0f}", flush=True
            )
            print(*found.faults[:SHOWN], sep="\n", end="\n" if found.faults else "")
            faults += len(found.faults)
        browser.close()
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
