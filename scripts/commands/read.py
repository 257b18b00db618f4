"""The command line of read_message.py."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import textwrap
from io import StringIO
from typing import TYPE_CHECKING, Any

from answer.reading import MACHINE, label
from case.fields import MOMENT, moment
from commands.command_line import DONE, STANDARD_INPUT, Parser, read_text, run
from commands.streams import holds_every_letter
from dates.reading import quoted
from facts.store import load_store
from reading.reading import read_message
from records.problem import Problems
from words.catalogue import load_words

if TYPE_CHECKING:
    from facts.schema import Store
    from reading.extract.found import Found
    from reading.reading import Reading
    from words.catalogue import Words

NAME = "read_message"
EXAMPLE = """\
example:
  python3 scripts/read_message.py "Order 2041: can it say 'Luna' instead? I need it by Friday. Maya"

It gives the customer's own words, says whether a program wrote the mail, and lists the facts that stand in it. What
may mean several things is listed with each of them, and never guessed.
"""
WIDTH = 96
WORDS_SHOWN = 60  # characters of the words that a fact was read from


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives its exit code: 0, or 2 when the input is wrong."""
    return run(NAME, lambda: _run(_parser().read(arguments)))


def _run(wanted: argparse.Namespace) -> int:
    if (wanted.message is None) == (wanted.lines is None):
        raise ValueError('write one message in quotes, or "-" to read it, or --lines FILE for one message a line')
    store, words = load_store(), load_words()
    asked = wanted.asked or dt.datetime.now(dt.UTC)
    if wanted.lines is not None:
        for line in StringIO(read_text(wanted.lines), newline=None):
            print(_json(read_message(line, store, words, asked, wanted.region or "")))
        return DONE
    message = read_text(STANDARD_INPUT) if wanted.message == STANDARD_INPUT else wanted.message
    if not message.strip():
        raise ValueError("the message is empty: write the customer's words")
    found = read_message(message, store, words, asked, wanted.region or "")
    print(_json(found, indent=2) if wanted.json else _as_text(found, words))
    return DONE


def as_data(found: Reading) -> dict[str, Any]:
    """Lay a reading out as the data that `--json` prints; `start` and `end` are characters of `own`, or -1."""
    return {
        "own": found.own,
        "machine": found.machine,
        "signature": found.signature,
        "form": dict(found.form),
        "facts": [{**fact._asdict(), "choices": list(fact.choices)} for fact in found.facts],
    }


def _json(found: Reading, indent: int | None = None) -> str:
    return json.dumps(as_data(found), indent=indent, ensure_ascii=indent is None or not holds_every_letter())


def _as_text(found: Reading, words: Words) -> str:
    wrapped = [textwrap.fill(line, WIDTH) for line in found.own.splitlines()]
    own = textwrap.indent("\n".join(wrapped), "  | ", lambda _: True)
    facts = [f"{label(fact.fact, words)}: {_value(fact)}{_from(fact, found.own)}" for fact in found.facts]
    machine = MACHINE.say(found.machine, words) if found.machine else ""
    return "\n\n".join(filter(None, [machine, own, "\n".join(facts)]))


def _value(fact: Found) -> str:
    return fact.value or " or ".join(fact.choices)


def _from(fact: Found, own: str) -> str:
    said = " ".join(own[max(0, fact.start) : max(0, fact.end)].split())
    short = said if len(said) <= WORDS_SHOWN else f"{said[:WORDS_SHOWN]}…"
    return f"  (“{short}”)" if short and short != fact.value and len(said) < len(own.strip()) else ""


def _parser() -> Parser:
    parser = Parser(NAME, "Read what a customer's message says: own words, and the facts that stand in it.", EXAMPLE)
    parser.add_argument("message", nargs="?", help='the message in quotes, or "-" to read it')
    parser.add_argument("--lines", metavar="FILE", help='one message a line ("-" reads them); prints one JSON a line')
    parser.add_argument("--json", action="store_true", help="print everything for a program")
    parser.add_argument("--asked", type=_moment, metavar="MOMENT", help="when it was written: 2026-03-02T10:30 (now)")
    parser.add_argument("--region", type=_region, metavar="NAME", help="where the customer lives, if known")
    return parser


def _moment(text: str) -> dt.datetime:
    problems = Problems("")
    found: dt.datetime | None = moment("")(text, (), problems)
    if found is None or problems:
        raise argparse.ArgumentTypeError(f"{quoted(text)} is not {MOMENT}")
    return found


def _region(text: str) -> str:
    store: Store = load_store()
    if text in store.place.regions:
        return text
    raise argparse.ArgumentTypeError(f"{quoted(text)} is no region of the store: {', '.join(store.place.regions)}")
