"""The plain files hold everything, for tools that import nothing: text, Markdown, CSV and JSON say the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from macros.exports.tools.plain import TOOL
from tests.macros.exports.csv_files import assert_line_ends, rows
from tests.macros.exports.markdown_pages import quoted, read
from tests.macros.exports.packed import unpacked
from tests.macros.exports.reading_back import (
    HARMLESS,
    all_replies,
    as_plain,
    blanks_in,
    files_of,
    foreign_html,
    named,
    saying,
    shown,
    slots_back,
    titled,
)
from tests.product import catalogue, letter, store
from tests.tables import for_each
from words.message import Body, token

if TYPE_CHECKING:
    from collections.abc import Callable

    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply

RESIDUE = re.compile(r"\*\*|\]\(|</?\w+>|[{}]|&\w+;|\\$", re.MULTILINE)
RULE = f"\n\n{'=' * 80}\n"

each_reply = for_each("reply", all_replies, ids=named)


def content(name: str) -> bytes:
    """A file of the product's own words."""
    return files_of("plain")[name]


@cache
def letters() -> dict[str, str]:
    """The text files of the zip by our ids."""
    return {name.removesuffix(".txt"): text.decode() for name, text in unpacked(content("replies.zip")).items()}


@cache
def data() -> dict[str, Any]:
    """What the JSON file holds."""
    found: dict[str, Any] = json.loads(content("replies.json"))
    return found


@cache
def records() -> dict[str, Any]:
    """Its replies by our ids."""
    return {record["id"]: record for record in data()["replies"]}


@cache
def cells() -> dict[str, dict[str, str]]:
    """The rows of the CSV by our ids."""
    return {row["id"]: row for row in cells_of(files_of("plain"))}


@cache
def in_markdown() -> dict[str, str]:
    """The letters of the Markdown file by our ids."""
    return dict(zip((reply.id for reply in all_replies()), quoted(content("replies.md").decode()), strict=True))


def cells_of(files: dict[str, bytes]) -> list[dict[str, str]]:
    """The rows of the CSV by the names of their columns."""
    header, *found = rows(files["replies.csv"])
    return [dict(zip(header, row, strict=True)) for row in found]


def whole_letter(reply: Reply) -> str:
    """Subject line and text as the page shows them, with their slots."""
    return letter(reply.message, token)


@each_reply
def test_a_text_file_holds_the_letter_with_its_subject_and_ends_with_a_line(reply: Reply) -> None:
    assert slots_back(letters()[reply.id], {}) == whole_letter(reply) + "\n"


@each_reply
def test_every_form_says_what_the_page_shows(reply: Reply) -> None:
    record, row, subject = records()[reply.id], cells()[reply.id], reply.message.subject
    written = [row["text"], record["text"], read(record["markdown"]), as_plain(record["html"])]
    written.append(read(in_markdown()[reply.id]))
    assert [slots_back(text, {}) for text in written] == [shown(reply)] * 5
    assert slots_back(row["subject"], {}) == (subject.plain(token) if subject else "")
    assert record["subject"] == (row["subject"] or None)


@each_reply
def test_what_is_left_open_is_a_blank_to_see(reply: Reply) -> None:
    blanks = {reply.slots[name].blank for name in reply.message.slots}
    assert blanks_in(letters()[reply.id]) == blanks
    assert blanks_in(cells()[reply.id]["blanks"]) == blanks


def test_every_blank_is_explained() -> None:
    assert data()["blanks"].keys() == {slot.blank for slot in catalogue().slots.values()}
    assert data()["blanks"]["[ORDER NUMBER]"] == {
        "slot": "order.number",
        "meaning": catalogue().slots["order.number"].meaning,
    }


def test_a_text_has_no_trace_of_markdown_html_or_placeholders() -> None:
    texts = {reply_id: (record["text"], letters()[reply_id]) for reply_id, record in records().items()}
    assert [reply_id for reply_id, found in texts.items() if RESIDUE.search("\n".join(found))] == []


def test_the_html_is_a_letter_and_nothing_more() -> None:
    assert [reply_id for reply_id, record in records().items() if foreign_html(record["html"])] == []


def test_one_text_file_holds_all_letters_in_the_order_of_the_playbook() -> None:
    whole = f"\n\n{content('replies.txt').decode('utf-8')}"
    before, *sections = whole.split(RULE)
    heads = [f"{reply.name}\n{reply.id}\n{'-' * 80}\n\n" for reply in all_replies()]
    assert before == ""
    assert [section.rstrip("\n") for section in sections] == [
        (head + letters()[reply.id]).rstrip("\n") for head, reply in zip(heads, all_replies(), strict=True)
    ]


def test_the_text_files_lie_in_the_folders_of_the_playbook() -> None:
    assert letters().keys() == {reply.id for reply in all_replies()}
    assert len(letters()) == len(all_replies())


def test_the_csv_begins_with_the_names_of_its_columns_and_has_the_line_ends_of_csv() -> None:
    assert content("replies.csv").startswith(b"id,kind,entry,template,channel,when,subject,text,blanks\r\n")
    assert_line_ends(content("replies.csv"))


def test_each_reply_is_there_once_in_each_file() -> None:
    ids = [reply.id for reply in all_replies()]
    assert [row["id"] for row in cells_of(files_of("plain"))] == ids
    assert list(records()) == ids
    assert len(data()["replies"]) == len(ids)


def test_a_reply_says_when_it_is_the_right_one(small: tuple[Catalogue, Store]) -> None:
    files = TOOL.files(*small)
    closed = "scenarios/change-request/window-closed/sms"
    asks, lives = "Is the change window open?", "Where does the customer live?"
    (row,) = [row for row in cells_of(files) if row["id"] == closed]
    (record,) = [record for record in json.loads(files["replies.json"])["replies"] if record["id"] == closed]
    places = ["United States", "European Union", "United Kingdom", "Australia", "Canada"]
    assert row["when"] == f"{asks} It has closed; {lives} {' / '.join(places)}"
    assert record["when"] == {asks: ["It has closed"], lives: places}


@pytest.mark.parametrize("words", [*HARMLESS, "# no heading", "- no list", "> no quote", "=1+1"])
def test_words_stay_words(words: str) -> None:
    files = TOOL.files(saying(words), store())
    records = json.loads(files["replies.json"])["replies"]
    assert [row["text"] for row in cells_of(files)] == [words] * 3
    assert [read(letter) for letter in quoted(files["replies.md"].decode())] == [words] * 3
    assert [read(record["markdown"]) for record in records] == [words] * 3
    assert [as_plain(record["html"]) for record in records] == [words] * 3


def test_a_title_in_markdown_is_nothing_but_words() -> None:
    page = TOOL.files(titled(entry="<b> *Late* [x](y)", title="`Lost`"), store())["replies.md"].decode()
    headings = [found.children for found in MarkdownIt("commonmark").parse(page) if found.type == "inline"]
    texts = ["".join(piece.content for piece in pieces or ()) for pieces in headings]
    assert {"<b> *Late* [x](y)", "`Lost`"} <= set(texts)


def test_a_subject_in_markdown_is_nothing_but_words() -> None:
    email = saying("Hi").entries[0].templates[0].messages[0]
    subject = Body([{"p": ["*Late* or [lost](x)"]}])
    page = TOOL.files(titled(messages=(replace(email, subject=subject),)), store())["replies.md"].decode()
    (line,) = [line for line in page.splitlines() if line.startswith("**Subject:**")]
    assert read(line) == "Subject: *Late* or [lost](x)"


@pytest.mark.parametrize("name", ["replies.md", "replies.json", "replies.csv"])
def test_the_files_of_the_small_world(
    name: str, small: tuple[Catalogue, Store], golden: Callable[[str, str], None]
) -> None:
    golden(f"exports/plain/{name}", TOOL.files(*small)[name].decode().replace("\r\n", "\n"))
