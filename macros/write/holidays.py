"""Write references/holidays.toml: `python -m macros.write.holidays COUNTRY [SUBDIVISION]`."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from importlib.metadata import version
from pathlib import Path

import holidays

from facts.countries import is_country
from macros import paths

OUT = paths.FACTS / "holidays.toml"
WITHOUT = "write public_holidays = false in references/store.toml, and your closed days under [[closed]]"
YEARS_BEFORE, YEARS_AHEAD = 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Write the file, or say in one line why not.

    Returns:
        The exit code: 0, or 2 when the country or its subdivision is unknown, or the file cannot be written.
    """
    wanted = _parser().parse_args(arguments)
    first, last = wanted.year - YEARS_BEFORE, wanted.year + YEARS_AHEAD
    try:
        days = _known_holidays(wanted.country, wanted.subdivision, first, last)
        wanted.out.write_text(as_toml(wanted.country, wanted.subdivision, (first, last), days), encoding="utf-8")
    except (NotImplementedError, AttributeError, ValueError, OSError) as error:
        print(f"write_holidays: {error}", file=sys.stderr)
        return 2
    print(f"{wanted.out}: {len(days)} public holidays from {first} to {last}")
    return 0


def public_holidays(country: str, subdivision: str, first: int, last: int) -> dict[dt.date, str]:
    """List the public holidays of some years.

    The neighboring years are asked too: a New Year's Day that falls on a Saturday is observed in the year before.

    Args:
        country: ISO 3166-1 code, as the holidays package knows it.
        subdivision: ISO 3166-2 code without the country; empty for the whole country.
        first: First year.
        last: Last year, included.

    Raises:
        NotImplementedError: The package does not know the country or the subdivision.
    """
    found = holidays.country_holidays(
        country, subdiv=subdivision or None, years=range(first - 1, last + 2), language="en_US"
    )
    return {day: name for day, name in sorted(found.items()) if first <= day.year <= last}


def _known_holidays(country: str, subdivision: str, first: int, last: int) -> dict[dt.date, str]:
    if problem := explain(country, subdivision):
        raise ValueError(problem)
    if days := public_holidays(country, subdivision, first, last):
        return days
    raise ValueError(f"no public holidays are known of {country}: {WITHOUT}")


def as_toml(country: str, subdivision: str, years: tuple[int, int], days: dict[dt.date, str]) -> str:
    """Lay the holidays out as the file that scripts/facts/holidays.py reads."""
    command = f"make holidays COUNTRY={country}" + (f" SUBDIVISION={subdivision}" if subdivision else "")
    head = f"""\
# Public holidays, written by `{command}` with the holidays package {version("holidays")} (MIT license).
# Do not edit: days that only this store closes belong to [[closed]] in store.toml. Past last_year the calculator
# refuses to guess; run the command again each January.
country = "{country}"
subdivision = "{subdivision}"
first_year = {years[0]}
last_year = {years[1]}

[days]
"""
    return head + "".join(f"{day} = {json.dumps(name, ensure_ascii=False)}\n" for day, name in days.items())


def explain(country: str, subdivision: str) -> str | None:
    """Say in one line what to write instead of an unknown country or subdivision."""
    known = holidays.list_supported_countries()
    if country not in known or not is_country(country):
        return f"unknown country {country!r}: write a two-letter ISO code such as US, GB or DE"
    if subdivision and subdivision not in known[country]:
        return f"unknown subdivision {subdivision!r} of {country}: write one of {', '.join(known[country]) or 'none'}"
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros.write.holidays", description=__doc__)
    parser.add_argument("country", metavar="COUNTRY", help="ISO code, for example US")
    parser.add_argument("subdivision", metavar="SUBDIVISION", nargs="?", default="", help="ISO code, for example CA")
    parser.add_argument("--year", type=int, default=dt.datetime.now(dt.UTC).year, help="the current year")
    parser.add_argument("--out", type=Path, default=OUT, help="the file to write")
    return parser


if __name__ == "__main__":
    sys.exit(main())
