"""Read what a person or a spreadsheet writes about an order; a refusal says what to write instead."""

from __future__ import annotations

import datetime as dt

from dates.workdays import EtaError

YES = frozenset(("yes", "y", "true", "1", "x"))
NO = frozenset(("no", "n", "false", "0", ""))
DATE_LENGTH = len("2026-03-01")
SHOWN = 40  # characters of what was written: about a third of a line
LONGEST = 80  # the same, where each of them is escaped
SPACED_OFFSET = len("2026-05-14 11:23:45")


def parse_moment(text: str) -> dt.date:
    """Read a day, or a moment with or without a UTC offset; Shopify's `2026-05-14 11:23:45 +0100` too.

    Raises:
        EtaError: It is neither.
    """
    try:
        if len(text) <= DATE_LENGTH:
            return dt.date.fromisoformat(text)
        if text[SPACED_OFFSET] == " ":
            text = text[:SPACED_OFFSET] + text[SPACED_OFFSET + 1 :]
        return dt.datetime.fromisoformat(text)
    except (ValueError, IndexError):
        return _short_moment(text)


def parse_day(text: str) -> dt.date:
    """Read a day.

    Raises:
        EtaError: It is not one.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise EtaError(f"{quoted(text)} is not a date: write it like 2026-03-01") from None


def parse_days(text: str) -> int:
    """Read a number of working days.

    Raises:
        EtaError: It is not a whole number from 1 to 365.
    """
    if text.isascii() and text.isdigit() and len(text.lstrip("0")) <= 3 and 1 <= int(text) <= 365:  # noqa: PLR2004
        return int(text)
    raise EtaError(f"{quoted(text)} is not a number of days: write a whole number from 1 to 365")


def parse_yes(text: str) -> bool:
    """Read a yes or no; an empty cell is no.

    Raises:
        EtaError: It is neither.
    """
    word = text.lower()
    if word not in YES | NO:
        raise EtaError(f"{quoted(text)} is neither yes nor no: write yes or no")
    return word in YES


def parse_closed(text: str) -> tuple[dt.date, dt.date]:
    """Read a closed day, or the first and last of several: 2026-03-04..2026-03-06.

    Raises:
        EtaError: It is neither, or the last day comes before the first.
    """
    first, dots, last = text.partition("..")
    start = parse_day(first)
    end = parse_day(last) if dots else start
    if end < start:
        raise EtaError(f"{quoted(text)} ends before it begins: write {last}..{first}")
    return start, end


def quoted(text: str) -> str:
    """Quote what was written, on one line and not at length; what cannot be seen is escaped."""
    shown = repr(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…{shown[-1]}"


def _short_moment(text: str) -> dt.datetime:
    try:
        if len(text) > DATE_LENGTH:
            return dt.datetime.fromisoformat(text)
    except ValueError:
        pass
    raise EtaError(f"{quoted(text)} is not a date: write it like 2026-03-01 or 2026-03-01 10:30") from None
