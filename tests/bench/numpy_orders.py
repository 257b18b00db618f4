"""The same columns as `calculate_eta.py --csv`, by numpy on whole columns: the measure of our speed, not a product."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Any

import numpy as np

from eta.calendars import calendars
from eta.estimate import plan_for
from eta.spreadsheet import ADDED
from facts.store import load_store

Days = np.ndarray[Any, Any]


def main(orders: str, facts: str) -> None:
    """Print the orders with their dates."""
    store = load_store(facts)
    with Path(orders).open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    columns = dict(zip(header, zip(*rows, strict=True), strict=True))
    moments = np.array(columns["order_date"], dtype="datetime64[s]")
    counted = moments.astype("datetime64[D]")
    cut_off = store.orders.cut_off
    late = (moments - counted) >= np.timedelta64(cut_off.hour * 3600 + cut_off.minute * 60, "s")
    counted = counted + late.astype("timedelta64[D]")
    steps = [dates_of(store, columns, counted, latest=latest) for latest in (False, True)]
    texts = [np.datetime_as_string(day).tolist() for both in zip(*steps, strict=True) for day in both]
    texts += [np.datetime_as_string(steps[1][5]).tolist(), verdicts(columns["needed_by"], steps[0][5], steps[1][5])]
    write = csv.writer(sys.stdout, lineterminator="\n")
    write.writerow(header + ADDED)
    write.writerows(row + list(cells) for row, cells in zip(rows, zip(*texts, strict=True), strict=True))


def dates_of(store: Any, columns: dict[str, Any], counted: Days, *, latest: bool) -> list[Days]:
    """Reckon the seven milestones after the confirmation."""
    kinds = list(zip(columns["product"], columns["rush"], strict=True))
    plans = {kind: plan_of(store, *kind, latest=latest) for kind in set(kinds)}
    plan = np.array([plans[kind] for kind in kinds])
    workshop, dispatch, carrier = (
        np.busdaycalendar(weekmask=list(book.week), holidays=list(book.closed)) for book in calendars(store)
    )
    started = np.busday_offset(counted, 1, roll="forward", busdaycal=workshop)
    design = np.busday_offset(counted, plan[:, 1], roll="forward", busdaycal=workshop)
    complete = np.busday_offset(counted, plan[:, 0], roll="forward", busdaycal=workshop)
    shipped = np.busday_offset(complete, 0, roll="forward", busdaycal=dispatch)
    carried = store.shipping.latest_days if latest else store.shipping.days
    delivered = np.busday_offset(shipped, carried, roll="forward", busdaycal=carrier)
    follow_up = np.timedelta64(store.follow_up.days, "D")
    return [started, design, complete, complete, shipped, delivered, delivered + follow_up]


def plan_of(store: Any, product: str, rush: str, *, latest: bool) -> tuple[int, int]:
    """Return the production days of a kind of order and the design share; only the reckoning of dates is numpy's."""
    plan = plan_for(store, product, None, None, rush=rush == "yes")
    return (
        (plan.production.latest_days, plan.design.latest_days) if latest else (plan.production.days, plan.design.days)
    )


def verdicts(needed_by: tuple[str, ...], earliest: Days, latest: Days) -> list[str]:
    """Judge the needed-by dates; a blank one has no verdict."""
    wanted = np.array([text or "NaT" for text in needed_by], dtype="datetime64[D]")
    words = np.where(latest <= wanted, "fits", np.where(earliest <= wanted, "tight", "does-not-fit"))
    return np.where(np.isnat(wanted), "", words).tolist()  # type: ignore[no-any-return]


if __name__ == "__main__":
    main(*sys.argv[1:])
