"""The command line of triage_inquiry.py."""

from __future__ import annotations

import argparse
import json
from io import StringIO
from typing import TYPE_CHECKING

from commands.command_line import DONE, STANDARD_INPUT, Parser, read_text, run
from dates.reading import quoted
from reading.triage.model import load_model
from reading.triage.ranking import triage
from words.catalogue import load_words

if TYPE_CHECKING:
    from reading.triage.ranking import Triage

NAME = "triage_inquiry"
EXAMPLE = """\
example:
  python3 scripts/triage_inquiry.py "Did you lose my order? I ordered the ring two weeks ago."

"unsure" means: ask, or look at the first three; do not act on the first alone.
"""
USUAL_TOP = 5
MOST_DIGITS = 9


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives its exit code: 0, or 2 when the input is wrong."""
    return run(NAME, lambda: _run(_parser().read(arguments)))


def _run(wanted: argparse.Namespace) -> int:
    if (wanted.message is None) == (wanted.lines is None):
        raise ValueError('write one message in quotes, or "-" to read it, or --lines FILE for one message a line')
    if wanted.lines is not None:
        for line in StringIO(read_text(wanted.lines), newline=None):
            print(json.dumps(triage(load_model(), line).as_data(wanted.top)))
        return DONE
    message = read_text(STANDARD_INPUT) if wanted.message == STANDARD_INPUT else wanted.message
    if not message.strip():
        raise ValueError("the message is empty: write the customer's words")
    found = triage(load_model(), message)
    print(json.dumps(found.as_data(wanted.top), indent=2) if wanted.json else _as_text(found, wanted.top))
    return DONE


def _as_text(found: Triage, top: int) -> str:
    words = load_words()
    lines = [
        f"{rank.score:>5.0%}  {rank.id:38} {words.title(rank.id)}" + (f"  ({', '.join(rank.why)})" if rank.why else "")
        for rank in found.ranking[:top]
    ]
    others = [words.title(place) for place in found.concerns[0 if found.unsure else 1 :]]
    lines += [f"It is {'' if found.unsure else 'also '}about: {', '.join(others)}"] if others else []
    return "\n".join((["Unsure: ask, or choose among these."] if found.unsure else []) + lines)


def _parser() -> Parser:
    parser = Parser(NAME, "Rank the playbook's entries for a customer's message, with the words that decided.", EXAMPLE)
    parser.add_argument("message", nargs="?", help='the customer\'s words in quotes, or "-" to read them')
    parser.add_argument("--lines", metavar="FILE", help='one message a line ("-" reads them); prints one JSON a line')
    parser.add_argument("--json", action="store_true", help="print everything for a program")
    parser.add_argument("--top", type=_count, default=USUAL_TOP, metavar="N", help=f"how many places ({USUAL_TOP})")
    return parser


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{quoted(text)} is not a count: write a whole number from 1 up")
