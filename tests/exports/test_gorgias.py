"""Gorgias takes the macros: the CSV as its own template has it, and the bodies of its API."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import pytest

from macros.exports.gorgias import TOOL
from macros.exports.reply import ExportError, Reply
from tests.exports.reading_back import (
    CATALOGUE,
    FIRST,
    HARMLESS,
    REPLIES,
    STORE,
    all_found,
    as_plain,
    blanks_in,
    blanks_of,
    foreign_html,
    json_lines,
    named,
    problems,
    saying,
    shown,
    slots_back,
    titled,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.catalogue import Catalogue
    from macros.facts import Store

ORDER = "ticket.customer.integrations.shopify.orders[0]"
TOKENS = {
    "customer.first_name": "{{ticket.customer.firstname}}",
    "agent.first_name": "{{current_user.firstname}}",
    "order.number": "{{" + ORDER + ".name}}",
    "tracking.number": "{{" + ORDER + ".fulfillments[0].tracking_number}}",
    "tracking.link": "{{" + ORDER + ".fulfillments[0].tracking_url}}",
}
SHOPIFY = re.compile(r"\{\{ticket\.customer\.integrations\.shopify\.[\w\[\].]+\}\}")
SYNTAX = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}")
QUOTED = re.compile(rb'"(?:[^"]|"")*"')
LONGEST_FILE = 10_000_000

FILES = TOOL.files(CATALOGUE, STORE)
CSV = FILES["macros.csv"]
HEADER, *ROWS = csv.reader(io.StringIO(CSV.decode("utf-8"), newline=""), strict=True)
MACROS = json_lines(FILES["macros.jsonl"])
BY_ID = {macro["external_id"]: macro for macro in MACROS}


def text_of(macro: dict[str, Any]) -> dict[str, str]:
    """The arguments of the action that writes the reply."""
    return next(action["arguments"] for action in macro["actions"] if action["name"] == "setResponseText")


def test_the_csv_begins_with_the_header_of_the_import_and_nothing_before_it() -> None:
    assert CSV.startswith(b"name,body_text,tags\r\n")


def test_each_line_of_the_csv_ends_as_the_import_wants_and_each_line_of_a_text_does_not() -> None:
    assert QUOTED.sub(b"", CSV).split(b"\r\n")[-1] == b""
    assert QUOTED.sub(b"", CSV).replace(b"\r\n", b"").count(b"\n") == 0
    assert CSV.count(b"\r") == len(ROWS) + 1


def test_the_csv_is_small_enough_for_the_import() -> None:
    assert len(CSV) < LONGEST_FILE


def test_the_csv_reads_back_as_the_names_texts_and_tags_of_the_api() -> None:
    tags = [macro["actions"][1]["arguments"]["tags"] for macro in MACROS]
    texts = [text_of(macro)["body_text"] for macro in MACROS]
    assert [tuple(row) for row in ROWS] == list(zip((macro["name"] for macro in MACROS), texts, tags, strict=True))


def test_each_reply_is_there_once_under_our_id_and_its_own_name() -> None:
    assert [macro["external_id"] for macro in MACROS] == [reply.id for reply in REPLIES]
    assert len({macro["name"] for macro in MACROS}) == len(MACROS)


def test_the_tags_say_where_a_reply_comes_from() -> None:
    _, chat = json_lines(TOOL.files(saying("Hi"), STORE)["macros.jsonl"])
    assert chat["actions"][1]["arguments"] == {"tags": "stages, design, chat"}


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_macro_says_what_the_page_shows(reply: Reply) -> None:
    text = text_of(BY_ID[reply.id])
    assert slots_back(text["body_text"], TOKENS) == shown(reply)
    assert slots_back(as_plain(text["body_html"]), TOKENS) == shown(reply)


@pytest.mark.parametrize("form", ["body_text", "body_html"])
def test_every_token_is_one_that_gorgias_knows_and_nothing_else_looks_like_one(form: str) -> None:
    assert all_found(SYNTAX, (text_of(macro)[form] for macro in MACROS)) <= set(TOKENS.values())


def test_what_the_shop_fills_has_the_form_of_its_integration() -> None:
    from_shop = [written for written in TOKENS.values() if "integrations" in written]
    assert len(from_shop) == 3
    assert [written for written in from_shop if not SHOPIFY.fullmatch(written)] == []


@pytest.mark.parametrize("form", ["body_text", "body_html"])
def test_what_gorgias_cannot_fill_is_a_blank_to_see(form: str) -> None:
    seen = {reply.id: blanks_in(text_of(BY_ID[reply.id])[form]) for reply in REPLIES}
    assert seen == {reply.id: blanks_of(reply, TOKENS) for reply in REPLIES}


def test_the_html_is_a_letter_and_nothing_more() -> None:
    assert [macro["external_id"] for macro in MACROS if foreign_html(text_of(macro)["body_html"])] == []


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_macro_has_the_documented_form(reply: Reply) -> None:
    assert problems("gorgias", BY_ID[reply.id]) == []


GOOD: dict[str, Any] = MACROS[0]
REPLY, ADD_TAGS = GOOD["actions"]
BAD = {
    "without a name": {key: value for key, value in GOOD.items() if key != "name"},
    "a field of its own": {**GOOD, "macro_id": 1},
    "a language in words": {**GOOD, "language": "English"},
    "an unknown action": {**GOOD, "actions": [{**REPLY, "name": "setText"}]},
    "an action of another kind": {**GOOD, "actions": [{**REPLY, "type": "system"}]},
    "a reply without its text": {**GOOD, "actions": [{**REPLY, "arguments": {"body_html": "<p>Hi</p>"}}]},
    "tags as a list": {**GOOD, "actions": [{**ADD_TAGS, "arguments": {"tags": ["email"]}}]},
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
def test_the_documented_form_refuses(body: object) -> None:
    assert problems("gorgias", body)


@pytest.mark.parametrize("words", HARMLESS)
def test_words_stay_words(words: str) -> None:
    files = TOOL.files(saying(words), STORE)
    written = [text_of(macro) for macro in json_lines(files["macros.jsonl"])]
    assert [text["body_text"] for text in written] == [words, words]
    assert [as_plain(text["body_html"]) for text in written] == [words, words]
    assert [foreign_html(text["body_html"]) for text in written] == [[], []]


@pytest.mark.parametrize("words", ["{{ticket.id}}", "a {{ b", "a }} b"])
def test_words_that_would_be_filled_are_refused_by_name(words: str) -> None:
    with pytest.raises(ExportError, match=rf"{FIRST}/email: .* would be read as a placeholder"):
        TOOL.files(saying(words), STORE)


def test_a_name_with_a_comma_a_quote_and_an_end_of_line_stays_one_cell() -> None:
    title = 'Late, "very" late\nor lost'
    written = TOOL.files(titled(title=title), STORE)["macros.csv"].decode()
    rows = csv.reader(io.StringIO(written, newline=""), strict=True)
    assert [row[0] for row in rows] == ["name", f"Design – {title} (email)", f"Design – {title} (chat)"]


def test_the_files_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden("exports/gorgias/macros.jsonl", TOOL.files(*small)["macros.jsonl"].decode())
