"""The desk as a form: its fields go in, an answer to show comes out. The browser runs this file.

The answer is the data that `assess_case.py --json` prints, and a refusal has the same lines.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from answer.answer import answer, as_data
from case.case import CaseError, read_case
from case.from_message import reading_of
from facts.store import own_store
from reading.triage.model import load_model
from records.problem import dotted
from words.catalogue import load_words

if TYPE_CHECKING:
    from facts.schema import Store
    from records.problem import Problem


def answer_json(asked: str) -> str:
    """Answer a form that is a JSON object with the store's own facts; gives the answer as a JSON object."""
    return json.dumps(answer_form(own_store(), json.loads(asked)))


def answer_form(store: Store, asked: dict[str, Any]) -> dict[str, Any]:
    """Answer a form.

    Args:
        store: The facts.
        asked: The case's fields, and `now`, the moment of asking with its UTC offset.

    Returns:
        The answer's data, or `{"refused": [{"field": …, "message": …}]}` with every field to mend.
    """
    words, fields = load_words(), dict(asked)
    now = dt.datetime.fromisoformat(fields.pop("now"))
    try:
        case = read_case(fields, store, words, now)
    except CaseError as error:
        return {"refused": [_refusal(problem) for problem in error.problems]}
    return as_data(answer(store, words, load_model(), case, now, reading_of(case, store, words, now)), words)


def _refusal(problem: Problem) -> dict[str, str]:
    """Give the field, and what to write into it as a sentence."""
    return {"field": dotted(problem.place), "message": f"{problem.message[:1].upper()}{problem.message[1:]}"}
