"""What inputs are made of: values near the edges, hostile texts, and edits of a good text."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from tests.scripts.facts_samples import DATA

if TYPE_CHECKING:
    from random import Random

EDGES = [
    *("", " ", "0", "-1", "1", "007", "1e9", "²", "٣", "9" * 5000, "0x" + "f" * 5000, "null", "true", "nan", "inf"),
    *("2026-03-02", "2026-02-30", "0001-01-01", "9999-12-31", "20260302", "2026-W10-1", "2026-03-02T10:30+99:00"),
    *("2026-03-02T10:30", "2026-03-02 10:30:00 -0500", "2026-03-02..2026-03-09", "2026-03-09..2026-03-02", "soon"),
    *("yes", "no", "us", "eu", "ZZ", "US", "email", "design", "shipped", "pet-portrait", "UPS", "faq", "rush"),
    *("a\x00b", "\x1b[31m", "\u202e", "\ufeff", "\x0b", "\x85", "\u2028", "\r\n", "\t", "\\", "\\ud800", "é" * 300),
    *("=1+1", "-$25", "**b**", "<b>", "{{ x }}", "{% x %}", "{{", "}}", "|", "[a](b)", "`", "%s", "${x}", "../x"),
]
SIGNS = [*"\x00\x0b\x1b\u202e\ufeff\x85'\"{}[]:#-!", "&a ", "*a"]
STRAY = [b"\xff", b"\xc3", b"\x00", b"\xed\xa0\x80", b"\r", b"\xef\xbb\xbf"]
LETTERS = [*range(32), *range(32, 0x3000, 7), 0x1F600]


@cache
def hostile() -> list[str]:
    """The texts that somebody types on purpose, none of them as long as a book."""
    told = json.loads((DATA / "hostile.json").read_text(encoding="utf-8"))
    return [each["text"] * min(each.get("times", 1), 50) for each in told]


@cache
def messages() -> list[str]:
    """What customers write."""
    lines = (DATA / "inquiries.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def value(chance: Random) -> str:
    """A value that nobody expects, or one near the edge of what fits."""
    return str(chance.choice((chance.choice(EDGES), chance.choice(EDGES), chance.choice(hostile()), _letters(chance))))


def edited(text: str, chance: Random) -> str:
    """A good text with an edit or some, of lines, of values and of signs."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        text = chance.choice((_line, _line, _value, _value, _sign))(text, chance)
    return text


def on_disk(text: str, chance: Random) -> bytes:
    """A text as it comes from a disk: mostly whole, now and then cut off, in another encoding or with a stray byte."""
    raw = text.encode("utf-8", "replace")
    at = chance.randrange(len(raw) + 1)
    spoiled = (
        raw[:at],
        raw[:at] + chance.choice(STRAY) + raw[at:],
        text.encode("utf-16", "replace"),
        text.encode("cp1252", "replace"),
    )
    return chance.choice((*spoiled, *[raw] * 20))


def _letters(chance: Random) -> str:
    """Letters of any script, signs and what cannot be seen."""
    return "".join(chr(chance.choice(LETTERS)) for _ in range(chance.randrange(30)))


def _line(text: str, chance: Random) -> str:
    """Leave a line out, write it elsewhere or in another one's place, or shift it."""
    lines = text.split("\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    line, elsewhere = lines[at], lines[other]
    lines[at : at + 1] = chance.choice(([], [line, elsewhere], [elsewhere], [f"  {line}"], [line[1:]], [line * 2]))
    return "\n".join(lines)


def _value(text: str, chance: Random) -> str:
    """Write something else behind an equals sign, a colon or a dash."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    sign = next((sign for sign in (" = ", ": ", "- ") if sign in lines[at]), "")
    if sign:
        new = json.dumps(value(chance)) if sign == " = " else value(chance)
        lines[at] = lines[at].partition(sign)[0] + sign + new
    return "\n".join(lines)


def _sign(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + str(chance.choice(SIGNS)) + text[at + chance.randrange(2) :]
