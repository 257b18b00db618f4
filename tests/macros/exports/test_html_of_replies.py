"""The HTML of a reply, from which every helpdesk is filled, shows each blank as it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.exports.reply import Dialect, Reply, replies
from tests.macros.exports.reading_back import as_plain
from words.message import Body

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from words.tree import Block, Line, Slot

NONE, LINK = Dialect({}), Dialect({"tracking.link": "<<link>>"})
ORDER: Slot = {"slot": "order.number"}
TRACKING: Slot = {"slot": "tracking.link"}


def reply(small: tuple[Catalogue, Store], *blocks: Block, label: str = "Order number") -> Reply:
    """A reply of the small world whose body is made of some blocks, with a label for the order number."""
    found = replies(small[0])[0]
    slots = {**found.slots, ORDER["slot"]: found.slots[ORDER["slot"]]._replace(label=label)}
    return replace(found, message=replace(found.message, body=Body([*blocks])), slots=slots)


def test_a_blank_may_hold_any_sign(small: tuple[Catalogue, Store]) -> None:
    written = reply(small, {"p": ["Order ", ORDER]}, label="Order <no.> & day")
    assert written.html(NONE) == "<p>Order [ORDER &lt;NO.&gt; &amp; DAY]</p>"
    assert as_plain(written.html(NONE)) == written.plain(NONE) == "Order [ORDER <NO.> & DAY]"


LINKS = [
    ([TRACKING], LINK, '<p><a href="<<link>>">here</a></p>'),
    ([TRACKING], NONE, "<p>here ([TRACKING LINK])</p>"),
    (
        ["https://carrier.example/?a=1&n=", ORDER],
        LINK,
        "<p>here (https://carrier.example/?a=1&amp;n=[ORDER NUMBER])</p>",
    ),
    (["https://carrier.example/"], NONE, '<p><a href="https://carrier.example/">here</a></p>'),
]


@pytest.mark.parametrize(("address", "dialect", "expected"), LINKS)
def test_a_link_hides_no_blank(address: Line, dialect: Dialect, expected: str, small: tuple[Catalogue, Store]) -> None:
    written = reply(small, {"p": [{"a": ["here"], "to": address}]})
    assert written.html(dialect) == expected
    assert as_plain(written.html(dialect)) == written.plain(dialect)


def test_html_on_one_line_loses_no_space_between_words(small: tuple[Catalogue, Store]) -> None:
    written = reply(small, {"p": ["one\ntwo", {"br": 1}, "three"]}, {"ul": [["four"], ["five"]]})
    assert written.html_line(NONE) == "<p>one two<br>three</p><ul><li>four</li><li>five</li></ul>"
