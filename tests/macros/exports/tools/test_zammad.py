"""Zammad's file: its import takes every row, and what an agent inserts reads like the page.

The rules of the import and of the variables are retyped here from Zammad's source (can_csv_import.rb, utils.coffee).
"""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from macros.exports.reply import ExportError, replies
from macros.exports.tools.zammad import DIALECT, TOOL, files, text_module
from tests.macros.exports.reading_back import (
    all_replies,
    as_plain,
    blanks_in,
    blanks_of,
    files_of,
    foreign_html,
    named,
    saying,
    shown,
    slots_back,
    titled,
)
from tests.product import store
from tests.tables import for_each

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

COLUMNS = {"id": None, "name": 250, "keywords": 500, "content": None, "note": 250, "active": None}
# The variables of a text module that we may use: those of the customer and of the agent who writes.
VARIABLES = {f"#{{{who}.{what}}}" for who in ("ticket.customer", "user") for what in ("firstname", "lastname", "email")}
VARIABLE = re.compile(r"#\{\s{0,2}(.+?)\s{0,2}\}")
UNKNOWN = "-"
NAMES = {"ticket.customer.firstname": "customer.first_name", "user.firstname": "agent.first_name"}
each_reply = for_each("reply", all_replies, ids=named)


def imported(content: bytes) -> list[dict[str, Any]]:
    """What Zammad's import makes of a file: the attributes of each text module."""
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    columns = [column.strip().lower() for column in header]
    return [_attributes(dict(zip(columns, row, strict=True))) for row in rows]


def _attributes(row: dict[str, str]) -> dict[str, Any]:
    cells = {name: cell.strip() for name, cell in row.items() if cell}
    for name, cell in cells.items():
        if name not in COLUMNS:
            raise ValueError(f"unknown attribute {name!r}")
        if len(cell) > (COLUMNS[name] or len(cell)):
            raise ValueError(f"value too long for {name}: {cell}")
    return {name: cell.split("~~~") if "~~~" in cell else cell for name, cell in cells.items()}


def inserted(content: str, values: dict[str, str]) -> str:
    """A text module as it stands in an answer: every variable replaced, an unknown one by a dash."""
    return VARIABLE.sub(lambda found: values.get(re.sub("<.+?>", "", found[1]), UNKNOWN), content)


@cache
def modules() -> list[dict[str, Any]]:
    """The product's own text modules, imported."""
    return imported(files_of("zammad")["text_modules.csv"])


@cache
def by_id() -> dict[str, dict[str, Any]]:
    """The same by our ids."""
    return {module["note"]: module for module in modules()}


def test_the_import_takes_every_reply_and_every_cell_as_it_is() -> None:
    assert [text_module(reply)._asdict() for reply in all_replies()] == modules()


def test_each_is_found_again_by_its_name() -> None:
    assert len({module["name"].casefold() for module in modules()}) == len(modules())


def test_each_carries_our_id_in_its_note() -> None:
    assert list(by_id()) == [reply.id for reply in all_replies()]


def test_each_is_active() -> None:
    assert {module["active"] for module in modules()} == {"true"}


def test_the_keywords_are_the_words_of_our_id() -> None:
    assert [module["keywords"].split() for module in modules()] == [reply.id.split("/")[1:] for reply in all_replies()]


def test_the_file_is_a_csv_in_utf_8_with_the_line_ends_of_the_web(small: tuple[Catalogue, Store]) -> None:
    content = files(*small)["text_modules.csv"]
    assert content.startswith(b"name,keywords,content,note,active\r\n")
    assert content.endswith(b",true\r\n")
    assert content.count(b"\r\n") == len(replies(small[0])) + 1
    assert "–".encode() in content


@each_reply
def test_a_text_module_says_what_the_page_says(reply: Reply) -> None:
    assert slots_back(as_plain(by_id()[reply.id]["content"]), DIALECT.tokens) == shown(reply)


@each_reply
def test_zammad_fills_in_the_names_and_nothing_else(reply: Reply) -> None:
    example = reply.template.example
    values = {variable: example.get(slot, "") for variable, slot in NAMES.items()}
    expected = reply.message.body.plain(
        lambda slot: example[slot] if slot in DIALECT.tokens else reply.slots[slot].blank
    )
    assert as_plain(inserted(by_id()[reply.id]["content"], values)) == expected


def test_what_zammad_cannot_fill_stays_a_visible_blank() -> None:
    for reply in all_replies():
        assert blanks_in(as_plain(by_id()[reply.id]["content"])) == blanks_of(reply, DIALECT.tokens), reply.id


def test_every_variable_is_one_of_zammads() -> None:
    used = {found[0] for module in modules() for found in VARIABLE.finditer(module["content"])}
    assert used
    assert used <= VARIABLES


def test_nothing_else_looks_like_a_variable() -> None:
    assert not [module["note"] for module in modules() if "#{" in VARIABLE.sub("", module["content"])]


def test_zammad_takes_each_text_as_html_and_keeps_its_tags() -> None:
    for module in modules():
        assert re.search("<.+?>", module["content"]), module["note"]
        assert foreign_html(module["content"]) == [], module["note"]


@pytest.mark.parametrize("words", ["#{ticket.number}", "#{", "Our~~~words"])
def test_words_that_zammad_would_read_are_refused(words: str) -> None:
    with pytest.raises(ExportError, match="would be read"):
        files(saying(words), store())


@pytest.mark.parametrize("words", ["<b>", "{{ticket}}", "{% x %}", "::", "~~gone~~", "50 %", "# {x}"])
def test_words_that_are_only_words_to_zammad_are_kept(words: str) -> None:
    first = imported(files(saying(words), store())["text_modules.csv"])[0]
    assert as_plain(inserted(first["content"], {})) == words


@pytest.mark.parametrize(("title", "said"), [("x" * 250, "longer than the 250"), ("a~~~b", "as a list")])
def test_a_title_that_zammad_cannot_take_is_refused(title: str, said: str) -> None:
    with pytest.raises(ExportError, match=f"stages/design/on-track/email: .*{said}"):
        files(titled(title=title), store())


def test_the_file_of_a_small_catalogue(small: tuple[Catalogue, Store], golden: Callable[[str, str], None]) -> None:
    golden(f"exports/{TOOL.id}/text_modules.csv", files(*small)["text_modules.csv"].decode().replace("\r\n", "\n"))
