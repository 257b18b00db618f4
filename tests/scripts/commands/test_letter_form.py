"""What an agent has edited is written as text by the same file that writes every other message."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from commands.letter_form import answer_form, answer_json

if TYPE_CHECKING:
    from words.tree import Block

LETTERS: list[tuple[str, list[Block], str]] = [
    ("nothing", [], ""),
    ("nothing that can be seen", [{"p": []}, {"p": [" ", {"br": 1}]}], ""),
    ("paragraphs", [{"p": []}, {"p": ["Hi ", {"b": ["Maya"]}, ","]}, {"p": ["thanks. "]}], "Hi Maya,\n\nthanks."),
    ("a typed line", [{"p": ["Hi", {"br": 1}, "there", {"br": 1}]}], "Hi\nthere"),
    ("lists", [{"ul": [["a"], ["b"]]}, {"ol": [["c"], ["d"]]}], "- a\n- b\n\n1. c\n2. d"),
    ("a link", [{"p": [{"a": ["here"], "to": ["https://x.example/"]}]}], "here (https://x.example/)"),
    ("what looks like markup", [{"p": ["<b> *x* {{ order.item }} & "]}], "<b> *x* {{ order.item }} &"),
]


@pytest.mark.parametrize(("blocks", "plain"), [row[1:] for row in LETTERS], ids=[row[0] for row in LETTERS])
def test_an_edited_letter_is_written_as_it_reads(blocks: list[Block], plain: str) -> None:
    assert answer_form(blocks)["plain"] == plain


def test_the_length_is_that_of_the_text() -> None:
    assert json.loads(answer_json(json.dumps({"blocks": [{"p": ["a" * 161]}, {"p": []}]}))) == {
        "plain": "a" * 161,
        "length": "161 characters, 2 segments",
    }
