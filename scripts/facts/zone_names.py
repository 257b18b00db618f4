"""Names of time zones, as the facts may give them."""

from __future__ import annotations

import os

from records.problem import nearest

USUAL_FOLDER = "/usr/share/zoneinfo/"


def is_zone_name(name: str) -> bool:
    """Say whether a name looks like one of the time zone database: America/New_York, UTC."""
    return name == "UTC" or (
        "/" in name.strip("/") and name.replace("/", "").replace("_", "").replace("-", "").replace("+", "").isalnum()
    )


def unknown_zone(name: str) -> str | None:
    """Say what is wrong with a zone name that the time zone database does not hold.

    A look into the usual folder answers without importing `zoneinfo`. Where there is no database at all, as in a
    browser before `tzdata` is loaded, every name passes.
    """
    if os.path.isfile(USUAL_FOLDER + name):  # noqa: PTH113 - pathlib costs a tenth of the calculator's start
        return None
    from zoneinfo import available_timezones  # noqa: PLC0415 - slow to import

    known = available_timezones()
    if not known or name in known:
        return None
    near = nearest(name, sorted(known))
    return "expected a name of the time zone database" + (f', like "{near}"' if near else "")
