"""A letter that an agent has edited, as a form: its tree goes in, its text comes out. The browser runs this file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from words.message import Body, token
from words.sms import length

if TYPE_CHECKING:
    from words.tree import Block


def answer_json(asked: str) -> str:
    """Answer a form that is a JSON object; gives the answer as a JSON object."""
    return json.dumps(answer_form(json.loads(asked)["blocks"]))


def answer_form(blocks: list[Block]) -> dict[str, Any]:
    """Write an edited letter.

    Returns:
        `plain`, the text, and `length`, how long it is as a text message, in words.
    """
    written = (Body([block]).plain(token).strip() for block in blocks)
    plain = "\n\n".join(filter(None, written))
    return {"plain": plain, "length": str(length(plain))}
