"""A body is text, facts and slots; every rendering of it says the same."""

from __future__ import annotations

from html import escape

import pytest
from bs4 import BeautifulSoup
from hypothesis import assume, given
from hypothesis import strategies as st

from macros.message.body import BodyError, parse
from macros.message.parts import Fact, Part, Slot, token
from macros.rules.words.bodies import MARKDOWN


def resolve(name: str) -> tuple[Part, ...]:
    return (Fact(name, "24 <b> *x*"),) if name.startswith("store.") else (Slot(name),)


PLAIN = [
    ("Hi {{ customer.first_name }},", "Hi {{ customer.first_name }},"),
    ("one\ntwo", "one two"),
    ("one\\\ntwo", "one\ntwo"),
    ("one\n\ntwo", "one\n\ntwo"),
    ("**{{ order.number }}**, yes", "{{ order.number }}, yes"),
    ("- a\n- b", "- a\n- b"),
    ("1. a\n2. b\n\nend", "1. a\n2. b\n\nend"),
    ("see\n\n- a\n\nend", "see\n\n- a\n\nend"),
    ("[track]({{ tracking.link }})", "track ({{ tracking.link }})"),
    ("{{ store.a.b }}", "24 <b> *x*"),
    ("2 * 3 * 4 & <b>", "2 * 3 * 4 & <b>"),
]


@pytest.mark.parametrize(("source", "expected"), PLAIN, ids=[source for source, _ in PLAIN])
def test_plain_text_keeps_the_words_and_drops_the_marks(source: str, expected: str) -> None:
    assert parse(source, resolve).plain(token) == expected


HTML = [
    ("**a** b", "<p><strong>a</strong> b</p>"),
    ("a & <b>", "<p>a &amp; &lt;b&gt;</p>"),
    ("{{ store.a.b }}", "<p>24 &lt;b&gt; *x*</p>"),
    ("a\\\nb", "<p>a<br>\nb</p>"),
    ("[x]({{ tracking.link }})", '<p><a data-href="{{ tracking.link }}">x</a></p>'),
    ("[x](https://shop.example/?a=1&b=2)", '<p><a href="https://shop.example/?a=1&amp;b=2">x</a></p>'),
]


@pytest.mark.parametrize(("source", "expected"), HTML, ids=[source for source, _ in HTML])
def test_html_escapes_words_and_facts(source: str, expected: str) -> None:
    assert parse(source, resolve).html(token) == expected


REFUSED = [
    ("{% if late %}sorry{% endif %}", "template logic"),
    ("{# later #}", "template logic"),
    ("{{ order.number | upper }}", "without filters"),
    ("{{ order }}", "write a slot"),
    ("{{ order.number", "close"),
    ("{{ order.number }", "close"),
    ("\ue000", "private-use"),
]


@pytest.mark.parametrize(("source", "expected"), REFUSED, ids=[source for source, _ in REFUSED])
def test_a_body_with_more_than_text_and_names_is_refused(source: str, expected: str) -> None:
    with pytest.raises(BodyError, match=expected):
        parse(source, resolve)


def test_slots_come_once_in_reading_order() -> None:
    body = parse("{{ b.b }} {{ a.a }} {{ b.b }} {{ store.x.y }}", resolve)
    assert body.slots == ("b.b", "a.a")


@given(
    st.lists(st.sampled_from(["word", "**bold**", "{{ a.b }}", "{{ store.x.y }}", "\n\n", "\n", "\\\n", "- ", "& <"]))
)
def test_html_and_plain_say_the_same_words(pieces: list[str]) -> None:
    body = parse(" ".join(pieces), resolve)
    assume(body.markdown_used() <= MARKDOWN)
    shown = BeautifulSoup(body.html(lambda name: escape(f"[{name}]")), "html.parser").get_text(" ")
    plain = body.plain(lambda name: f"[{name}]")
    assert [word for word in shown.split() if word != "-"] == [word for word in plain.split() if word != "-"]
