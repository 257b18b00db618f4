"""The Markdown of a reply: paragraphs on one line, and facts that are nothing but words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.exports.markdown_text import literal, markdown
from macros.message.body import Body, parse
from macros.message.letters import to_plain
from macros.message.parts import Fact, Slot, token

# What Markdown might read, and what it leaves alone, each in the middle and at the start of a line.
FACTS = [
    "Hearth & Initial",
    "*stars* and **more**",
    "_lines_ and __more__, but snake_case",
    "`ticks`",
    "[in brackets](here) and ![more][x]",
    "<b>bold</b> and <https://x.example>",
    "&amp; &#60; AT&T",
    "~~gone~~",
    "\\* \\ \\\\",
    "# no heading",
    "- no list",
    "+ no list",
    "1. no list, and 2) neither",
    "> no quote",
    "===",
    "---",
    "12.06.2026 at 3.5 %",
    "字母 “Zoë” – 5 €",
]
LINES = [
    ("a paragraph", "One\ntwo\nthree.\n\nFour.", "One two three.\n\nFour."),
    ("a list item", "- one\n  two\n- three", "- one two\n- three"),
    ("a nested item", "- one\n  - two\n    three", "- one\n  - two three"),
    ("a hard break", "Warmly,\\\nJo\\\nThe team", "Warmly,\\\nJo\\\nThe team"),
    ("a hard break of blanks", "One\ntwo  \nthree", "One two  \nthree"),
    ("a link", "See [the\npage](https://x.example)\nnow.", "See [the page](https://x.example) now."),
    ("trailing blanks", "One \ntwo", "One two"),
]


def read(text: str) -> str:
    return to_plain(MarkdownIt("commonmark").enable("strikethrough").parse(text), {}, token)


@pytest.mark.parametrize(("written", "expected"), [line[1:] for line in LINES], ids=[line[0] for line in LINES])
def test_only_the_breaks_that_are_meant_are_kept(written: str, expected: str) -> None:
    assert markdown(Body((written,)), token) == expected


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("before", ["", "We say: ", "Warmly,\\\n"], ids=["alone", "inside", "after a break"])
def test_a_fact_shows_exactly_its_words(fact: str, before: str) -> None:
    text = markdown(Body((before, Fact("store.brand.name", fact))), token)
    assert read(text) == before.replace("\\", "") + fact


@given(st.text(st.sampled_from("ab1 *_`[]()<>&;#+-=.!~\\|:"), min_size=1).map(str.strip).filter(bool))
def test_no_words_can_act_as_markdown(words: str) -> None:
    assert read("Said: " + literal(words)) == "Said: " + words


def test_words_that_are_no_markdown_stay_readable() -> None:
    plain = "Hearth & Initial – order #1042, 12.06.2026, a+b, snake_case, (yes) 5!"
    assert literal(plain) == plain


def test_slots_are_filled_as_they_come() -> None:
    body = parse("Hi **{{ a.b }}**,\n[here]({{ c.d }})", lambda name: (Slot(name),))
    assert markdown(body, lambda name: f"*{name}*") == "Hi ***a.b***, [here](*c.d*)"
