"""A message is one tree; whatever is written from it says the same, and its words are only words."""

from __future__ import annotations

from html import escape

import pytest
from bs4 import BeautifulSoup
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.message.parse import parse
from macros.message.source import BodyError, Name, Part
from words.message import HTML_ON_ONE_LINE, MARKDOWN_ON_ONE_LINE, Body, literal, token

FACT = "24 <b> *x*"


def resolve(name: str) -> tuple[Part, ...]:
    return (Name("fact", name.removeprefix("store.")) if name.startswith("store.") else Name("slot", name),)


def body(source: str) -> Body:
    return parse(source, resolve).settled(lambda _: FACT)


def shown(markdown: str) -> str:
    """The words that a reader of Markdown sees, on one line; "(…)" after those of a link."""
    page = BeautifulSoup(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown), "html.parser")
    for link in page.find_all("a"):
        link.append(f" ({link['href']})")
    return " ".join(page.get_text().split())


TREES = [
    ("", []),
    ("a\nb", [{"p": ["a\nb"]}]),
    ("a\\\nb", [{"p": ["a", {"br": 1}, "b"]}]),
    ("a **{{ b.c }}**", [{"p": ["a ", {"b": [{"slot": "b.c"}]}]}]),
    ("{{ store.a.b }}{{ c.d }}", [{"p": [{"fact": "a.b"}, {"slot": "c.d"}]}]),
    ("[a **b**](https://x/{{ c.d }})", [{"p": [{"a": ["a ", {"b": ["b"]}], "to": ["https://x/", {"slot": "c.d"}]}]}]),
    ("- a\n- b\n\n1. c", [{"ul": [["a"], ["b"]]}, {"ol": [["c"]]}]),
    ("- a\n\n- b", [{"ul": [["a"], ["b"]]}]),
]


@pytest.mark.parametrize(("source", "blocks"), TREES, ids=[source for source, _ in TREES])
def test_a_source_is_parsed_into_a_tree(source: str, blocks: list[object]) -> None:
    assert parse(source, resolve).blocks == blocks


REFUSED = [
    ("{% if late %}sorry{% endif %}", "template logic"),
    ("{# later #}", "template logic"),
    ("{{ order.number | upper }}", "without filters"),
    ("{{ order }}", "write a slot"),
    ("{{ order.number", "close"),
    ("{{ order.number }", "close"),
    ("\ue000", "private-use"),
    ("# a *b*", "uses em, heading; use bold, links and lists only"),
    ("- a\n  - b", "more than one paragraph in a list item"),
    ("- a\n\n  b", "more than one paragraph in a list item"),
]


@pytest.mark.parametrize(("source", "expected"), REFUSED, ids=[source for source, _ in REFUSED])
def test_a_body_with_more_than_a_tree_holds_is_refused(source: str, expected: str) -> None:
    with pytest.raises(BodyError, match=expected):
        parse(source, resolve)


def test_slots_come_once_in_reading_order() -> None:
    assert parse("{{ b.b }} [{{ a.a }}]({{ c.c }}) {{ b.b }} {{ store.x.y }}", resolve).slots == ("b.b", "a.a", "c.c")


def test_the_texts_are_those_of_the_template_alone() -> None:
    assert [*parse("a **b** {{ store.a.b }}[c](d{{ e.f }})", resolve).texts] == ["a ", "b", " ", "c", "d"]


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
    ("{{ store.a.b }}", FACT),
    ("2 * 3 * 4 & <b>", "2 * 3 * 4 & <b>"),
]


@pytest.mark.parametrize(("source", "expected"), PLAIN, ids=[source for source, _ in PLAIN])
def test_plain_text_keeps_the_words_and_drops_the_marks(source: str, expected: str) -> None:
    assert body(source).plain(token) == expected


HTML = [
    ("**a** b", "<p><strong>a</strong> b</p>"),
    ("a & <b>\nc", "<p>a &amp; &lt;b&gt; c</p>"),
    ("{{ store.a.b }}", "<p>24 &lt;b&gt; *x*</p>"),
    ("a\\\nb", "<p>a<br>\nb</p>"),
    ("[x]({{ tracking.link }})", '<p><a href="{{ tracking.link }}">x</a></p>'),
    ("[x](https://shop.example/?a=1&b=2)", '<p><a href="https://shop.example/?a=1&amp;b=2">x</a></p>'),
    ("a\n\n- b\n- c", "<p>a</p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>"),
]


@pytest.mark.parametrize(("source", "expected"), HTML, ids=[source for source, _ in HTML])
def test_html_escapes_words_and_facts(source: str, expected: str) -> None:
    assert body(source).html(token) == expected
    assert body(source).written(HTML_ON_ONE_LINE, token) == expected.replace(">\n", ">")


MARKDOWN = [
    ("a paragraph", "One\ntwo\nthree.\n\nFour.", "One two three.\n\nFour."),
    ("a list item", "- one\n  two\n- three", "- one two\n- three"),
    ("a hard break", "Warmly,\\\nJo\\\nThe team", "Warmly,\\\nJo\\\nThe team"),
    ("a hard break of blanks", "One\ntwo  \nthree", "One two\\\nthree"),
    ("a hard break in an item", "1. one\\\n   two", "1. one\\\n   two"),
    ("a link", "See [the\npage](https://x.example)\nnow.", "See [the page](https://x.example) now."),
    ("trailing blanks", "One \ntwo", "One two"),
    ("words that look like Markdown", "1\\) \\*a\n\\# b", "1\\) \\*a # b"),
]


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in MARKDOWN], ids=[row[0] for row in MARKDOWN])
def test_markdown_on_one_line_keeps_only_the_line_ends_that_are_meant(source: str, expected: str) -> None:
    assert body(source).written(MARKDOWN_ON_ONE_LINE, token) == expected


def test_markdown_keeps_the_lines_of_the_file() -> None:
    source = "One\ntwo **{{ a.b }}**\n\n- three\n  four [x](https://x.example)"
    assert body(source).markdown(token) == source


# What Markdown might read, and what it leaves alone.
WORDS = [
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


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("before", ["", "We say: ", "Warmly,\\\n"], ids=["alone", "inside", "after a break"])
def test_words_in_markdown_are_only_words(before: str, words: str) -> None:
    said = parse(f"{before}{{{{ store.a.b }}}}", resolve).settled(lambda _: words)
    assert shown(said.markdown(token)) == " ".join(f"{before}{words}".replace("\\\n", "\n").split())
    assert shown(f"Said: {literal(words)}") == f"Said: {words}"


@given(st.text(st.sampled_from("ab1 *_`[]()<>&;#+-=.!~\\|:"), min_size=1).map(str.strip).filter(bool))
def test_no_words_can_act_as_markdown(words: str) -> None:
    assert shown(f"Said: {literal(words)}") == " ".join(f"Said: {words}".split())
    assert shown(literal(words)) == " ".join(words.split())


def test_words_that_are_no_markdown_stay_readable() -> None:
    plain = "Hearth & Initial – order #1042, 12.06.2026, a+b, snake_case, (yes) 5!"
    assert literal(plain) == plain


@given(st.text(st.sampled_from("ab()[]<>*_\\&#"), min_size=1))
def test_an_address_cannot_leave_its_link(after: str) -> None:
    address = f"https://x.example/{after}"
    said = Body([{"p": [{"a": ["here"], "to": [address]}]}])
    assert shown(said.markdown(token)) == f"here ({MarkdownIt().normalizeLink(address)})"
    link = BeautifulSoup(said.html(token), "html.parser").find("a")
    assert link is not None
    assert link["href"] == address


def test_a_link_whose_address_is_not_known_is_written_out() -> None:
    said = parse("[a **b**](https://x/{{ c.d }}) [e]({{ store.f.g }})", resolve)
    settled = said.settled(lambda _: "y", lambda _: False)
    assert settled.html(str.upper) == '<p>a <strong>b</strong> (https://x/C.D) <a href="y">e</a></p>'
    assert settled.plain(str.upper) == said.settled(lambda _: "y").plain(str.upper) == "a b (https://x/C.D) e (y)"


@given(
    st.lists(st.sampled_from(["word", "**bold**", "{{ a.b }}", "{{ store.x.y }}", "\n\n", "\n", "\\\n", "- ", "& <"]))
)
def test_every_form_says_the_same_words(pieces: list[str]) -> None:
    try:
        said = body(" ".join(pieces))
    except BodyError:
        assume(False)
    page = BeautifulSoup(said.html(lambda name: escape(f"[{name}]")), "html.parser").get_text(" ")
    plain = said.plain(lambda name: f"[{name}]")
    words = [word for word in page.split() if word != "-"]
    assert words == [word for word in plain.split() if word != "-"]
    written = said.markdown(lambda name: literal(f"[{name}]"))
    assert words == [word for word in shown(written).replace("\n", " ").split() if word != "-"]
