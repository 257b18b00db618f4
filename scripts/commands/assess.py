"""The command line of assess_case.py."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from answer.answer import answer, as_data
from answer.text import as_markdown, as_text
from case.case import CHANNELS, CaseError, read_case
from case.example import example
from case.from_message import reading_of
from commands.command_line import DONE, Parser, read_text, run
from commands.streams import holds_every_letter
from eta.calendars import FIRST_YEAR, LAST_YEAR
from facts.store import load_store
from reading.reading import NOTHING
from reading.triage.model import load_model
from records.problem import Problem, show
from words.catalogue import load_words

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from answer.answer import Answer
    from words.catalogue import Words

NAME = "assess_case"
MOST_DIGITS = 18
HELP = """\
example:
  python3 scripts/assess_case.py --example > case.json
  python3 scripts/assess_case.py case.json

Every fact may be left out but the message, or the concern. What the message says fills what is left out; what is
still missing becomes a question.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives its exit code: 0, or 2 when the case cannot be read."""
    return run(NAME, lambda: _run(_parser().read(arguments)))


def _run(wanted: argparse.Namespace) -> int:
    if wanted.example:
        print(example(load_store()), end="")
        return DONE
    if not wanted.case:
        raise CaseError('no case: write the path of a JSON file, "-" to read it, or --example for one to start from')
    store, words, now = load_store(), load_words(), dt.datetime.now(dt.UTC)
    raw = read_json(read_text(wanted.case), wanted.case)
    moment = _now(raw, now, wanted.case)
    case = read_case(raw, store, words, moment, wanted.case)
    reading = NOTHING if wanted.no_reading else reading_of(case, store, words, moment)
    found = answer(store, words, load_model(), case, moment, reading)
    print(FORMS[wanted.form](found, words, wanted.channel or case.channel), end="")
    return DONE


def read_json(text: str, name: str) -> Any:
    """Read a case's JSON; keys that begin with `//` are notes.

    Raises:
        CaseError: It is no JSON object.
    """
    try:
        raw = json.loads(text, object_pairs_hook=lambda pairs: _once(pairs, name), parse_int=_number)
    except json.JSONDecodeError as error:
        raise CaseError(Problem(name, (), f"line {error.lineno}: no JSON: {error.msg}; see --example")) from None
    except RecursionError:
        raise CaseError(Problem(name, (), "nested too deeply; see --example")) from None
    if not isinstance(raw, dict):
        raise CaseError(Problem(name, (), 'expected an object like {"message": "…"}; see --example'))
    return {key: value for key, value in raw.items() if not key.startswith("//")}


def _once(pairs: list[tuple[str, Any]], file: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise CaseError(Problem(file, (name,), "stands twice; keep one"))
        found[name] = value
    return found


def _number(digits: str) -> int | str:
    """Read a number; one that nobody counts with stays the digits that it is, for its field to judge."""
    return int(digits) if len(digits) <= MOST_DIGITS else digits


def _now(raw: dict[str, Any], now: dt.datetime, file: str) -> dt.datetime:
    """Take `now` out of a case, for one that is assessed as of another moment."""
    text = raw.pop("now", None)
    try:
        found = dt.datetime.fromisoformat(text) if text else now
        if FIRST_YEAR <= found.year <= LAST_YEAR:
            return found
    except (TypeError, ValueError):
        pass
    expected = "expected a day and time like 2026-03-02T10:30:00-05:00"
    raise CaseError(Problem(file, ("now",), expected, show(text)))


def _json(found: Answer, words: Words, channel: str) -> str:
    del channel
    return json.dumps(as_data(found, words), indent=2, ensure_ascii=not holds_every_letter()) + "\n"


FORMS: dict[str, Callable[[Answer, Words, str], str]] = {"json": _json, "markdown": as_markdown, "text": as_text}


def _parser() -> Parser:
    parser = Parser(NAME, "Assess a case: what is true of it, what to ask, and the reply to send.", HELP)
    parser.add_argument("case", nargs="?", help='the case as a JSON file, or "-" to read it')
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", dest="form", action="store_const", const="json", default="text", help="for a program")
    forms.add_argument("--markdown", dest="form", action="store_const", const="markdown", help="for a document")
    forms.add_argument("--example", action="store_true", help="print a case with notes to start from")
    parser.add_argument("--no-reading", action="store_true", help="take no fact from the message, only what is entered")
    parser.add_argument("--channel", choices=CHANNELS, help="which reply the text shows (email)")
    return parser
