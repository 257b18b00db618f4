from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates.time_zones import hours_later
from dates.workdays import EtaError
from tests.scripts.facts_samples import DATA

NEW_YORK = "America/New_York"
VECTORS = json.loads((DATA / "date-vectors.json").read_text(encoding="utf-8"))["window"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_known_windows(vector: dict[str, Any]) -> None:
    ordered = dt.datetime.fromisoformat(vector["order"])
    closes = hours_later(ordered, vector["window_hours"], vector["workshop_timezone"])
    assert closes.isoformat() == vector["expected"]["window_closes"]


@pytest.mark.parametrize(
    ("ordered", "zone", "closes"),
    [
        ("2026-03-03T10:30", NEW_YORK, "2026-03-04T10:30:00-05:00"),
        ("2026-03-07T20:00", NEW_YORK, "2026-03-08T21:00:00-04:00"),  # the clocks go forward: 24 hours end at nine
        ("2026-10-31T20:00", NEW_YORK, "2026-11-01T19:00:00-05:00"),  # the clocks go back: 24 hours end at seven
        ("2026-03-28T20:00", "Europe/Berlin", "2026-03-29T21:00:00+02:00"),
        ("2026-03-03T10:30:00+01:00", NEW_YORK, "2026-03-04T04:30:00-05:00"),
        ("2026-03-03T23:30:00Z", "Asia/Tokyo", "2026-03-05T08:30:00+09:00"),
    ],
)
def test_a_day_is_twenty_four_elapsed_hours(ordered: str, zone: str, closes: str) -> None:
    assert hours_later(dt.datetime.fromisoformat(ordered), 24, zone).isoformat() == closes


@given(st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 12, 31), timezones=st.just(dt.UTC)), st.integers(1, 336))  # noqa: DTZ001 - bounds are naive
def test_the_elapsed_time_is_the_window(ordered: dt.datetime, hours: int) -> None:
    assert hours_later(ordered, hours, NEW_YORK) - ordered == dt.timedelta(hours=hours)


def test_an_unknown_zone_is_refused_in_one_line() -> None:
    with pytest.raises(EtaError, match=r"^no time zone Mars/Base on this machine: .*tzdata$"):
        hours_later(dt.datetime(2026, 1, 1, tzinfo=dt.UTC), 24, "Mars/Base")
