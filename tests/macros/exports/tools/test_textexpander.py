"""TextExpander takes the CSV: an abbreviation and a text a row, and every blank is a fill-in."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.exports.abbreviation import abbreviation
from macros.exports.reply import ExportError
from macros.exports.tools.textexpander import TOOL
from tests.macros.exports.csv_files import assert_line_ends, rows
from tests.macros.exports.reading_back import (
    FIRST,
    HARMLESS,
    all_replies,
    files_of,
    labelled,
    named,
    saying,
    shown,
    slots_back,
    titled,
)
from tests.product import catalogue, product, store
from tests.tables import for_each
from words.message import Body

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

FILE = "custom-order-support.csv"
FILL_IN = re.compile(r"%filltext:name=([^%:]+):default=([^%:]+)%")
# A percent sign that is no macro: what ends an amount, before a space, a mark or nothing.
PERCENT = re.compile(r"(?<=\d)%(?=[\s.,;:!?)”’]|\Z)")

each_reply = for_each("reply", all_replies, ids=named)


def content() -> bytes:
    """The file of the product's own words."""
    return files_of("textexpander")[FILE]


@cache
def by_id() -> dict[str, str]:
    """Its texts by our ids."""
    return dict(zip((reply.id for reply in all_replies()), (row[1] for row in rows(content())), strict=True))


def expanded(text: str, filled: Mapping[str, str] | None = None) -> str:
    """What TextExpander writes when the fill-ins are confirmed, filled by their names or left as they were."""
    return FILL_IN.sub(lambda found: (filled or {}).get(found[1], found[2]), text)


def test_the_file_has_no_header_and_names_the_group_before_its_first_dot() -> None:
    assert list(TOOL.files(*product())) == [FILE]
    assert content().startswith(abbreviation(all_replies()[0]).encode() + b',"')
    assert FILE.partition(".")[0] == "custom-order-support"


def test_each_line_of_the_file_ends_alike_and_each_line_of_a_text_with_a_line_feed() -> None:
    assert_line_ends(content())


def test_each_reply_is_one_row_under_its_own_abbreviation() -> None:
    assert [row[0] for row in rows(content())] == [abbreviation(reply) for reply in all_replies()]
    assert {len(row) for row in rows(content())} == {2}


@each_reply
def test_fill_ins_that_nobody_fills_leave_the_blanks_to_see(reply: Reply) -> None:
    assert slots_back(expanded(by_id()[reply.id]), {}) == shown(reply)
    blanks = {found[2] for found in FILL_IN.finditer(by_id()[reply.id])}
    assert blanks == {reply.slots[name].blank for name in reply.message.body.slots}


@each_reply
def test_filled_fill_ins_give_the_filled_example(reply: Reply) -> None:
    example = {reply.slots[name].label: value for name, value in reply.template.example.items()}
    assert expanded(by_id()[reply.id], example) == reply.message.body.plain(reply.template.example.__getitem__)


def test_every_fill_in_is_a_slot_under_its_label() -> None:
    known = {(slot.label, slot.blank) for slot in catalogue().slots.values()}
    assert {found.groups() for text in by_id().values() for found in FILL_IN.finditer(text)} <= known
    assert len(known) == len({label for label, _ in known}) == len(catalogue().slots)


def test_no_other_percent_sign_could_begin_a_macro() -> None:
    left = [PERCENT.sub("", FILL_IN.sub("", text)) for text in by_id().values()]
    assert [text for text in left if "%" in text] == []


@pytest.mark.parametrize("words", [*HARMLESS, "15% off", "15%.", "(50%)", "“50%”", "all 100%"])
def test_words_stay_words(words: str) -> None:
    assert [expanded(text) for _, text in rows(TOOL.files(saying(words), store())[FILE])] == [words] * 3


@pytest.mark.parametrize("words", ["%clipboard", "%|", "a %d b", "%%", "50%off", "%filltext:name=a%", "5%-10%", "%<"])
def test_words_that_would_be_a_macro_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: '%' would be read as a placeholder"):
        TOOL.files(saying(words), store())


def test_a_percent_sign_right_before_a_blank_is_refused() -> None:
    catalogue = saying("50%")
    message = catalogue.entries[0].templates[0].messages[0]
    body = Body([{"p": ["50%", {"slot": "order.number"}]}])
    with pytest.raises(ExportError, match="would be read as a placeholder"):
        TOOL.files(titled(messages=(replace(message, body=body),)), store())


@pytest.mark.parametrize("label", ["Time: from", "100%"])
def test_a_label_that_would_end_the_fill_in_is_refused_by_name(label: str) -> None:
    with pytest.raises(ExportError, match=r"order\.number: the label .* would end the fill-in"):
        TOOL.files(labelled(label), store())


def test_the_file_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden(f"exports/textexpander/{FILE}", TOOL.files(*small)[FILE].decode().replace("\r\n", "\n"))
