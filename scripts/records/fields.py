"""What a key may hold, as a class of facts declares it: first what the key says, then what fits.

They return Any so that a class can say both at once: `days: int = whole("…", 1, 365)` is an int to whoever reads it.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from records.kinds import MARKUP, ByName, Choices, Items, Scalar, Table, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from records.record import Field, Record

MAIL = "an email address like care@your-store.example"
NOT_IN_ADDRESSES = frozenset(' "<>\\^`{|}')  # RFC 3986, 2.: they are written in percent signs
NAME_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def text(says: str, *, optional: bool = False) -> Any:
    """Describe words on one line; what is optional is None when it is left out."""
    return Text(says, "words on one line", lambda value: _is_line(value) and value != "", optional=optional)


def pattern(says: str) -> Any:
    """Describe words on one line that may hold placeholders in braces."""
    return Scalar(
        says,
        "words on one line, without signs of markup",
        lambda value: _is_line(value) and value != "" and not MARKUP.search(re.sub(r"\{[a-z_]*\}", "", value)),
    )


def text_or_nothing(says: str) -> Any:
    """Describe words on one line, or an empty string."""
    return Text(says, "words on one line, or nothing", _is_line)


def price_or_nothing(says: str) -> Any:
    """Describe a price in words, with its currency, or an empty string."""
    return Text(
        says, 'a price like "$25", or nothing', lambda value: _is_line(value) and (not value or _is_worth(value, r"\d"))
    )


def worth(says: str) -> Any:
    """Describe what something costs or is worth: a price, a share of one, or words."""
    return Text(says, 'words or an amount, like "$15" or "15%"', lambda value: _is_line(value) and _is_worth(value))


def matching(says: str, expected: str, accepts: Callable[[str], bool]) -> Any:
    """Describe words on one line that a further test accepts."""
    return Scalar(says, expected, lambda value: _is_line(value) and accepts(value))


def mail_address(says: str) -> Any:
    """Describe an email address."""
    return matching(
        says,
        MAIL,
        lambda value: value.count("@") == 1 and "." in value.partition("@")[2] and _is_plain(value),
    )


def web_address(says: str, holding: str = "", *, or_nothing: bool = False) -> Any:
    """Describe an https address, with a placeholder such as {number} that it must hold."""
    expected = "an address that begins with https://" + (f" and holds {holding}" if holding else "")
    return matching(
        says,
        expected + (", or nothing" if or_nothing else ""),
        lambda value: (
            (or_nothing and not value)
            or (value.startswith("https://") and holding in value and _is_plain(value.replace(holding, "")))
        ),
    )


def texts(says: str) -> Any:
    """Describe a list of words; a missing one is empty."""
    return Items(says, "a list of words", Scalar("", "words on one line", _is_line), optional=True)


def whole(says: str, least: int, most: int, *, optional: bool = False) -> Any:
    """Describe a whole number, both ends included; what is optional is None when it is left out."""
    expected = f"a whole number from {least} to {most}"
    return Scalar(says, expected, lambda value: type(value) is int and least <= value <= most, optional=optional)


def flag(says: str) -> Any:
    """Describe a yes or no."""
    return Scalar(says, "true or false", lambda value: isinstance(value, bool))


def clock(says: str) -> Any:
    """Describe a time of day without seconds' fractions."""
    return Scalar(
        says, "a time of day like 14:00:00", lambda value: isinstance(value, dt.time) and not value.microsecond
    )


def day(says: str) -> Any:
    """Describe a calendar day, without a time."""
    return Scalar(says, "a day like 2026-12-24", lambda value: type(value) is dt.date)


def one_of(says: str, *known: str, optional: bool = False) -> Any:
    """Describe one of a few words; what is optional is None when it is left out."""
    expected = "one of " + ", ".join(known)
    return Scalar(says, expected, lambda value: isinstance(value, str) and value in known, optional=optional)


def some_of(says: str, *known: str) -> Any:
    """Describe a list of known words, each at most once."""
    return Choices(says, known)


def table(says: str, kind: type[Record], *, optional: bool = False) -> Any:
    """Describe a table inside this one; what is optional is None when it is left out."""
    return Table(says, kind, optional=optional)


def tables(says: str, kind: type[Record], *, optional: bool = False) -> Any:
    """Describe an array of tables; an optional one may be left out or empty."""
    return Items(says, "an array of tables, [[…]]", Table("", kind), 0 if optional else 1, optional=optional)


def named_tables(says: str, kind: type[Record]) -> Any:
    """Describe a table of tables that the store names itself."""
    return ByName(says, "at least one table with a name", Table("", kind), is_name=is_name, least=1)


def keyed(key: str, field: Field) -> Any:
    """Describe a field by a key that no attribute can have."""
    field.key = key
    return field


def is_name(value: Any) -> bool:
    """Say whether a value is lower-case words joined by hyphens."""
    return isinstance(value, str) and all(part and NAME_CHARACTERS.issuperset(part) for part in value.split("-"))


def _is_plain(address: str) -> bool:
    return NOT_IN_ADDRESSES.isdisjoint(address)


def _is_worth(value: str, holding: str = r"\S") -> bool:
    """Say whether an amount may be meant: it is not below nothing, and no share is more than the whole."""
    shares = re.findall(r"(\d+)(?:[.,]\d+)?\s*%", value)
    is_negative = re.match(r"\D*(?<!\w)[-−–]\s*[^\w\s]?\s*\d", value)
    return bool(re.search(holding, value)) and not is_negative and all(_is_share(share) for share in shares)


def _is_share(percent: str) -> bool:
    return len(percent) <= len("100") and int(percent) <= 100  # noqa: PLR2004 - the whole


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and value == value.strip() and value.isprintable()
