"""Compute the dates of a custom order: `python3 scripts/calculate_eta.py --help`.

This file stays small because Python compiles it anew at every start; its siblings are compiled once.
"""

from __future__ import annotations

import gc
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - many machines' own python3 is older, and would only show a traceback
    sys.exit("calculate_eta needs Python 3.11 or newer: this one is " + sys.version.split()[0])

try:
    from commands.eta import main
    from dates.reading import parse_day, parse_moment
    from dates.workdays import EtaError
    from eta.estimate import MILESTONES, Estimate, Milestone, estimate
    from eta.order import Order
    from facts.store import FactsError, Store, load_store
except KeyboardInterrupt:  # Ctrl-C before there is a command to end
    sys.exit(130)

__all__ = [
    "MILESTONES",
    "Estimate",
    "EtaError",
    "FactsError",
    "Milestone",
    "Order",
    "Store",
    "estimate",
    "load_store",
    "main",
    "parse_day",
    "parse_moment",
]

if __name__ == "__main__":
    code = main()
    gc.freeze()  # the last collections of a process that ends anyway would take a tenth of its time
    sys.exit(code)
