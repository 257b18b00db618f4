"""Tracking numbers, by the shapes of the carriers or after the word for one, and who carries the parcel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading.extract.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.found import Context
    from reading.extract.message.phrases import Hits
    from reading.extract.message.text import Text

# UPS; the international form of the post (UPU S10); the long ones of USPS, which begin with 9.
SHAPES = re.compile(
    r"(?<![a-z0-9])(?:1 ?z(?: ?[a-z0-9]){16}|[a-z]{2} ?\d{3} ?\d{3} ?\d{3} ?[a-z]{2}|jd ?\d{16,18}|jjd ?\d{16,18}"
    r"|9[1-5]\d{2}(?: ?\d{4}){4}(?: ?\d{2})?)(?![a-z0-9])"
)
ANY = re.compile(
    r"(?:\W{0,3}(?:number|no|nr|code|id|is|was|says|for|ist|lautet|es|est)\b){0,3}[\W_]{0,4}([a-z0-9]{8,34})(?!\w)"
)
SPACED = re.compile(
    r"(?:\W{0,3}(?:number|no|nr|code|id|is)\b){0,3}[\W_]{0,4}(\d{4}(?: \d{4}){1,4}(?: \d{2,4})?)(?![\w])"
)
GROUPS = re.compile(r"(?<![\w+])\d{4}(?: \d{4}){2,5}(?: \d{2})?(?!\w)")  # beside a carrier's name
FEWEST_DIGITS = 6


def read_tracking(text: Text, hits: Hits) -> list[Found]:
    """Read the tracking number; several of them are choices."""
    spans = {match.span() for match in SHAPES.finditer(text.plain) if _is_number(match.group())}
    if not spans and "carriers" in hits:
        spans = {match.span() for match in GROUPS.finditer(text.plain)}
    if not spans:
        spans = {span for hit in hits.get("tracking_words", ()) for span in _after(text, text.ends[hit.last])}
    values = {"".join(text.own[start:end].split()).upper(): (start, end) for start, end in sorted(spans)}
    if len(values) == 1:
        value, (start, end) = next(iter(values.items()))
        return [Found("tracking", value, start, end)]
    if not values:
        return []
    start, end = next(iter(values.values()))
    return [Found("tracking", "", start, end, tuple(values))]


def read_carrier(text: Text, hits: Hits, context: Context) -> Iterator[Found]:
    """Read who delivers; a carrier that is asked about ("auspost?") is none, and several are choices."""
    spoiled = {at for hit in hits.get("not_carriers", ()) for at in range(hit.first, hit.last + 1)}
    named = {name.casefold(): name for name in context.carriers}
    known = [
        (named.get(hit.label.casefold(), hit.label), hit)
        for hit in hits.get("carriers", ())
        if hit.first not in spoiled
    ]
    if any(text.after(hit.last).startswith("?") for _, hit in known):
        return
    names = tuple(dict.fromkeys(name for name, _ in known))
    if names:
        hit = known[0][1]
        value, choices = (names[0], ()) if len(names) == 1 else ("", names)
        yield Found("carrier", value, text.starts[hit.first], text.ends[hit.last], choices)


def _after(text: Text, place: int) -> Iterator[tuple[int, int]]:
    near = text.plain[place : place + 90]
    for shape in (SPACED, ANY):
        match = shape.match(near)
        if match and _is_number(match[1]):
            yield place + match.start(1), place + match.end(1)
            return


def _is_number(found: str) -> bool:
    return sum(char.isdigit() for char in found) >= FEWEST_DIGITS
