"""Gorgias takes the macros: the CSV as its own template has it, and the bodies of its API."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.exports.tools.gorgias import TOOL
from tests.macros.exports.api_tools import GORGIAS
from tests.macros.exports.csv_files import assert_line_ends, rows
from tests.macros.exports.reading_back import saying, titled
from tests.product import store

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue

SHOPIFY = re.compile(r"\{\{ticket\.customer\.integrations\.shopify\.[\w\[\].]+\}\}")
LONGEST_FILE = 10_000_000


def content() -> bytes:
    """The CSV of the product's own words."""
    return GORGIAS.files["macros.csv"]


def test_the_csv_begins_with_the_header_of_the_import_and_nothing_before_it() -> None:
    assert content().startswith(b"name,body_text,tags\r\n")


def test_each_line_of_the_csv_ends_as_the_import_wants_and_each_line_of_a_text_does_not() -> None:
    assert_line_ends(content())


def test_the_csv_is_small_enough_for_the_import() -> None:
    assert len(content()) < LONGEST_FILE


def test_the_csv_reads_back_as_the_names_texts_and_tags_of_the_api() -> None:
    tags = [written.body["actions"][1]["arguments"]["tags"] for written in GORGIAS.replies]
    expected = [[written.title, written.plain, tag] for written, tag in zip(GORGIAS.replies, tags, strict=True)]
    assert rows(content())[1:] == expected


def test_the_tags_say_where_a_reply_comes_from() -> None:
    _, chat = GORGIAS.replies_of(saying("Hi"))
    assert chat.body["actions"][1]["arguments"] == {"tags": "stages, design, chat"}


def test_what_the_shop_fills_has_the_form_of_its_integration() -> None:
    from_shop = [written for written in GORGIAS.tokens.values() if "integrations" in written]
    assert len(from_shop) == 3
    assert [written for written in from_shop if not SHOPIFY.fullmatch(written)] == []


def test_a_name_with_a_comma_a_quote_and_an_end_of_line_stays_one_cell() -> None:
    title = 'Late, "very" late\nor lost'
    names = [row[0] for row in rows(TOOL.files(titled(title=title), store())["macros.csv"])]
    assert names == ["name", f"Design – {title} (email)", f"Design – {title} (chat)"]


def test_the_files_of_the_small_world(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden("exports/gorgias/macros.jsonl", TOOL.files(*small)["macros.jsonl"].decode())
