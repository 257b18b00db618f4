"""A reply filled for one order: whatever a person typed stays text, and what nobody knows stays a visible blank."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from answer.slots import quoted
from macros.message.parse import parse
from macros.message.source import Name, Part
from tests.scripts.case_samples import SAMPLE, WORDS, template
from tests.scripts.facts_samples import store_with
from words.filling import Filling
from words.signs import is_address, one_line
from words.sms import length

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from words.filling import Filled
    from words.message import Body

NAME, NUMBER, LINK = "{{ customer.first_name }}", "{{ order.number }}", "{{ tracking.link }}"
LINKED = f"Follow [your parcel]({LINK})"
# What somebody may type as a name, with or without meaning to.
TYPED = [
    "Maya",
    "José-María O'Neill",
    "“Luna, forever” & <more>",
    "<b>Maya</b>",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    "&amp;",
    "&#60;b&#62;",
    "**bold** _thin_ ~~gone~~ `code`",
    "[a](https://x.example) ![b](c.png) <https://x.example>",
    "# no heading",
    "- no list",
    "+ no list",
    "1. no list",
    "2026. no list",
    "1) no list",
    "> no quote",
    "| no | table |",
    "--- no rule",
    "===",
    "\\* \\",
    "{{ customer.first_name }}",
    "{{ store.brand.email }}",
    "{{ agent.first_name }} and {{ x }}",
    "$1 \\1 \\g<0> {0} %s",
    "字母 اسم Ѕ",
    "🎉🙏🏽",
]
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class Page(HTMLParser):
    """What a reader sees of a text in HTML, and what is in it besides."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.tags = "", set[str]()
        self.attributes: dict[str, str | None] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: D102 - of the library
        self.tags.add(tag)
        self.attributes |= dict(attrs)

    def handle_data(self, data: str) -> None:  # noqa: D102 - of the library
        self.text += data


def filling(**values: str) -> Filling:
    """A filling with the sample facts; the names have two underscores for a dot."""
    return Filling(SAMPLE, WORDS, {name.replace("__", "."): value for name, value in values.items()})


def named(value: str) -> Filling:
    return filling(customer__first_name=value)


def resolve(name: str) -> tuple[Part, ...]:
    return (Name("fact", name.removeprefix("store.")) if name.startswith("store.") else Name("slot", name),)


def body(source: str) -> Body:
    return parse(source, resolve)


def filled(by: Filling, source: str, channel: str = "email") -> Filled:
    return by.message(channel, None, body(source))


def test_a_slot_is_filled_with_the_orders_value_and_a_fact_with_the_stores() -> None:
    text = f"Hi {NAME}, write to {{{{ store.brand.email }}}} within {{{{ store.change_window.hours }}}} hours."
    assert named("Maya").plain(body(text)) == "Hi Maya, write to care@hearthandinitial.example within 24 hours."


def test_a_fact_is_the_one_of_today(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"change_window.hours": "6", "orders.cut_off": "09:30:00"})
    text = "{{ store.change_window.hours }} hours, until {{ store.orders.cut_off }}"
    assert Filling(store, WORDS, {}).plain(body(text)) == "6 hours, until 9:30 AM"


@pytest.mark.parametrize("empty", [{}, {"customer.first_name": ""}, {"customer.first_name": " \u200b"}], ids=str)
def test_what_nobody_knows_stays_a_visible_blank(empty: Mapping[str, str]) -> None:
    blank = Filling(SAMPLE, WORDS, empty)
    told = filled(blank, f"Hi {NAME},")
    assert told.plain == blank.plain(body(f"Hi {NAME},")) == "Hi [FIRST NAME],"
    assert filled(blank, f"Hi {NAME},", "sms").plain == "Hi [FIRST NAME],"
    assert told.html == '<p>Hi <span data-blank="customer.first_name">[FIRST NAME]</span>,</p>'
    assert MARKDOWN.render(told.markdown) == "<p>Hi [FIRST NAME],</p>\n"


def test_a_blank_and_a_value_can_be_told_apart_on_a_page() -> None:
    told = filled(named("[FIRST NAME]"), NAME).html
    assert told == '<p><span data-filled="customer.first_name">[FIRST NAME]</span></p>'


@pytest.mark.parametrize("typed", TYPED)
def test_a_value_is_only_text_in_a_plain_text(typed: str) -> None:
    assert filled(named(typed), f"Hi {NAME}, {NAME}!").plain == f"Hi {typed}, {typed}!"


@pytest.mark.parametrize("typed", TYPED)
def test_a_value_is_only_text_on_a_page(typed: str) -> None:
    page = Page(filled(named(typed), f"Hi {NAME}!").html)
    assert (page.text, page.tags) == (f"Hi {typed}!", {"p", "span"})
    assert page.attributes == {"data-filled": "customer.first_name"}


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("before", ["Hi ", "", "- ", "1. ", "**Ordered:** ", "Hi\\\n"])
def test_a_value_is_only_text_in_markdown(before: str, typed: str) -> None:
    page = Page(MARKDOWN.render(filled(named(typed), f"{before}{NAME}").markdown))
    frame = Page(MARKDOWN.render(f"{before}Luna"))
    assert page.text.strip() == frame.text.strip().replace("Luna", typed)
    assert page.tags == frame.tags
    assert page.attributes == {}


@given(st.text(max_size=60))
def test_any_value_is_only_text(typed: str) -> None:
    line = one_line(typed)
    shown = line or "[FIRST NAME]"
    told = filled(named(typed), f"Hi {NAME}!")
    assert told.plain == Page(told.html).text == f"Hi {shown}!"
    page = Page(MARKDOWN.render(told.markdown))
    assert (page.text.strip(), page.tags) == (f"Hi {shown}!", {"p"})


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("two\nlines", "two lines"),
        ("a\t b \r\n c", "a b c"),
        ("\x00\x07Maya\x1b", "Maya"),
        ("Ma\u200bya", "Ma ya"),  # a space without width
        ("\u202eayaM", "ayaM"),  # what turns the reading direction around
        ("\u2066Maya\u2069", "Maya"),
        ("\ufeffMaya", "Maya"),
        ("کتاب\u200cها", "کتاب\u200cها"),  # what joins letters, or keeps them apart, belongs to them
        ("Luna 👩\u200d👧", "Luna 👩\u200d👧"),
        ("\u200dMaya \u200c", "Maya"),
        (" \u200d ", ""),
        ("\ud800Maya", "Maya"),
        ("x" * 3000, "x" * 2000),
        ("", ""),
    ],
)
def test_a_value_is_one_line_of_visible_text(typed: str, kept: str) -> None:
    assert one_line(typed) == kept
    assert named(typed).plain(body(NAME)) == kept or kept == ""


@given(st.text(max_size=300))
def test_a_value_that_is_one_line_already_stays_as_it_is(typed: str) -> None:
    assert one_line(one_line(typed)) == one_line(typed)


@pytest.mark.parametrize("text", [f"{NAME} {NUMBER}", f"{NUMBER}{NAME}", f"{NAME}\n\n{NUMBER}"])
def test_a_token_in_a_value_is_never_filled(text: str) -> None:
    trap = filling(customer__first_name=NUMBER, order__number=NAME)
    told = filled(trap, text)
    assert told.plain.count(NAME) == 1
    assert told.plain.count(NUMBER) == 1
    assert Page(told.html).text.split() == told.plain.split()


def test_a_token_in_a_value_is_never_filled_in_an_address() -> None:
    told = filled(filling(order__number=NAME, customer__first_name="Maya"), f"[x](https://x.example/{NUMBER})")
    page = Page(told.html)
    assert (page.tags, set(page.attributes)) == ({"p", "a"}, {"href"})
    assert page.attributes["href"] == f"https://x.example/{NAME}"


@pytest.mark.parametrize("address", ["https://x.example/?n=1&x=2", "http://x.example", "https://x.example/a_(b)*c"])
def test_an_address_becomes_a_link(address: str) -> None:
    told = filled(filling(tracking__link=address), LINKED)
    page = Page(told.html)
    assert page.attributes["href"] == address
    assert page.text == "Follow your parcel"
    assert Page(MARKDOWN.render(told.markdown)).attributes == {"href": html.unescape(address)}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://x.example",
        "mailto:a@x.example",
        "//x.example",
        "x.example",
        "https://",
        " https:// x.example",
        "https://x.example/a b",
        'https://x.example/"onclick="x',
        "https://x.example/'x",
        "https://x.example/<b>",
        "see https://x.example",
        "https://x.example\njavascript:x",
        "",
    ],
)
def test_what_is_no_web_address_becomes_no_link(address: str) -> None:
    linked = filling(tracking__link=address)
    told = filled(linked, LINKED)
    page = Page(told.html)
    assert "href" not in page.attributes
    assert page.text == told.plain == "Follow your parcel ([TRACKING LINK])"
    assert linked.missing([body(LINKED)]) == ["tracking.link"]
    assert "href" not in Page(MARKDOWN.render(told.markdown)).attributes


@given(st.text(max_size=80))
def test_no_text_becomes_another_kind_of_address(typed: str) -> None:
    href = Page(filled(filling(tracking__link=typed), LINKED).html).attributes.get("href")
    assert href is None or re.match(r"https?://", href)


def test_an_address_cannot_leave_its_attribute() -> None:
    text = f"[x](https://x.example/{NUMBER}?a={LINK})"
    told = filled(filling(order__number='"onclick="x', tracking__link="https://x.example/?n=1&lt=2"), text).html
    assert told == '<p><a href="https://x.example/&quot;onclick=&quot;x?a=https://x.example/?n=1&amp;lt=2">x</a></p>'


def test_an_address_of_the_store_is_linked_as_it_is() -> None:
    text = "[your orders]({{ store.brand.order_status_url }})"
    assert Page(filled(filling(), text).html).attributes == {"href": "https://hearthandinitial.example/orders"}


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("“Luna” – ‘forever’ — Maya’s…", "\"Luna\" - 'forever' - Maya's..."),
        ("a\u00a0b", "a b"),
        ("José & Zoé", "José & Zoé"),
    ],
)
def test_a_text_message_keeps_the_letters_that_fit_a_whole_segment(typed: str, sent: str) -> None:
    assert filled(named(typed), f"Hi {NAME}", "sms").plain == f"Hi {sent}"
    assert length(sent).is_short


def test_quotes_and_dashes_of_our_own_cost_no_segment() -> None:
    values = {"order.item": quoted("Luna"), "delay.reason": "Monday, March 2 – Friday, March 6"}
    text = "It’s {{ order.item }} — {{ delay.reason }}… {{ order.number }}"
    assert length(filled(Filling(SAMPLE, WORDS, values), text, "sms").plain).is_short


def test_a_message_has_the_same_words_in_every_form() -> None:
    text = template("t", "T", {}, f"Hi {NAME}, order {NUMBER}.")
    found = filling(customer__first_name="Maya & Jo", order__number="#1042").message(
        "email", body(f"Order {NUMBER}"), text.messages["email"]
    )
    assert (found.subject, found.plain) == ("Order #1042", "Hi Maya & Jo, order #1042.")
    assert Page(found.html).text == found.plain
    assert Page(MARKDOWN.render(found.markdown)).text.strip() == found.plain


@pytest.mark.parametrize(("channel", "subject"), [("email", "About T"), ("sms", None), ("chat", None)])
def test_only_an_email_has_a_subject(channel: str, subject: str | None) -> None:
    text = template("t", "T", {})
    assert filling().message(channel, text.subject, text.messages[channel]).subject == subject


def test_a_text_message_on_a_page_is_only_text() -> None:
    text = template("t", "T", {}, f"Hi {NAME}")
    found = named("<b>“Maya”</b>").message("sms", None, text.messages["sms"])
    assert (found.plain, found.html) == ('Hi <b>"Maya"</b>', '<p>Hi &lt;b&gt;"Maya"&lt;/b&gt;</p>')
    assert Page(MARKDOWN.render(found.markdown)).tags == {"p"}


def test_the_blanks_that_are_left_are_named_once_and_in_reading_order() -> None:
    bodies = [body(f"{NUMBER} {NAME} {{{{ store.brand.name }}}}"), body(f"{NUMBER} [x]({LINK})")]
    assert filling().missing(bodies) == ["order.number", "customer.first_name", "tracking.link"]
    assert filling(order__number="1", tracking__link="https://x.example").missing(bodies) == ["customer.first_name"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Luna, forever", "“Luna, forever”"),
        ("“Luna”", "“Luna”"),
        ('"Luna"', '"Luna"'),
        ("the photo of Biscuit", "the photo of Biscuit"),
        ("size 7 in gold", "size 7 in gold"),
        ("", ""),
    ],
)
def test_what_goes_on_a_piece_stands_in_quotes_and_a_description_does_not(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("value", "expected"), [("https://x.example", True), ("HTTPS://x.example", False), ("http:/x.example", False)]
)
def test_an_address_begins_with_http(value: str, expected: bool) -> None:
    assert is_address(value) == expected
