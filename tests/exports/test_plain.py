"""The plain files hold everything, for tools that import nothing: text, Markdown, CSV and JSON say the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from macros.exports.plain import TOOL
from macros.exports.reply import Reply, replies
from tests.exports.csv_files import assert_line_ends, rows
from tests.exports.markdown_pages import quoted, read
from tests.exports.packed import unpacked
from tests.exports.reading_back import (
    CATALOGUE,
    HARMLESS,
    STORE,
    as_plain,
    blanks_in,
    foreign_html,
    named,
    saying,
    shown,
    slots_back,
    titled,
)
from words.message import Body, token

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.catalogue import Catalogue
    from macros.facts import Store

RESIDUE = re.compile(r"\*\*|\]\(|</?\w+>|[{}]|&\w+;|\\$", re.MULTILINE)
RULE = f"\n\n{'=' * 80}\n"

FILES = TOOL.files(CATALOGUE, STORE)
REPLIES = replies(CATALOGUE)
SUBJECTS = {reply.id: reply.message.subject for reply in REPLIES}
LETTERS = {name.removesuffix(".txt"): text.decode() for name, text in unpacked(FILES["replies.zip"]).items()}
DATA = json.loads(FILES["replies.json"])
RECORDS = {record["id"]: record for record in DATA["replies"]}


def cells_of(files: dict[str, bytes]) -> list[dict[str, str]]:
    """The rows of the CSV by the names of their columns."""
    header, *found = rows(files["replies.csv"])
    return [dict(zip(header, row, strict=True)) for row in found]


def whole_letter(reply: Reply) -> str:
    """Subject line and text as the page shows them, with their slots."""
    return reply.message.plain(token)


CELLS = {row["id"]: row for row in cells_of(FILES)}
IN_MARKDOWN = dict(zip((reply.id for reply in REPLIES), quoted(FILES["replies.md"].decode()), strict=True))


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_a_text_file_holds_the_letter_with_its_subject_and_ends_with_a_line(reply: Reply) -> None:
    assert slots_back(LETTERS[reply.id], {}) == whole_letter(reply) + "\n"


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_every_form_says_what_the_page_shows(reply: Reply) -> None:
    record, subject = RECORDS[reply.id], SUBJECTS[reply.id]
    written = [CELLS[reply.id]["text"], record["text"], read(record["markdown"]), as_plain(record["html"])]
    written.append(read(IN_MARKDOWN[reply.id]))
    assert [slots_back(text, {}) for text in written] == [shown(reply)] * 5
    assert slots_back(CELLS[reply.id]["subject"], {}) == (subject.plain(token) if subject else "")
    assert record["subject"] == (CELLS[reply.id]["subject"] or None)


@pytest.mark.parametrize("reply", REPLIES, ids=named)
def test_what_is_left_open_is_a_blank_to_see(reply: Reply) -> None:
    blanks = {reply.slots[name].blank for name in reply.used()}
    assert blanks_in(LETTERS[reply.id]) == blanks
    assert blanks_in(CELLS[reply.id]["blanks"]) == blanks


def test_every_blank_is_explained() -> None:
    assert DATA["blanks"].keys() == {slot.blank for slot in CATALOGUE.slots.values()}
    assert DATA["blanks"]["[ORDER NUMBER]"] == {
        "slot": "order.number",
        "meaning": CATALOGUE.slots["order.number"].meaning,
    }


def test_a_text_has_no_trace_of_markdown_html_or_placeholders() -> None:
    texts = {reply_id: (record["text"], LETTERS[reply_id]) for reply_id, record in RECORDS.items()}
    assert [reply_id for reply_id, found in texts.items() if RESIDUE.search("\n".join(found))] == []


def test_the_html_is_a_letter_and_nothing_more() -> None:
    assert [reply_id for reply_id, record in RECORDS.items() if foreign_html(record["html"])] == []


def test_one_text_file_holds_all_letters_in_the_order_of_the_playbook() -> None:
    whole = f"\n\n{FILES['replies.txt'].decode('utf-8')}"
    before, *sections = whole.split(RULE)
    heads = [f"{reply.name}\n{reply.id}\n{'-' * 80}\n\n" for reply in REPLIES]
    assert before == ""
    assert [section.rstrip("\n") for section in sections] == [
        (head + LETTERS[reply.id]).rstrip("\n") for head, reply in zip(heads, REPLIES, strict=True)
    ]


def test_the_text_files_lie_in_the_folders_of_the_playbook() -> None:
    assert LETTERS.keys() == {reply.id for reply in REPLIES}
    assert len(LETTERS) == len(REPLIES)


def test_the_csv_begins_with_the_names_of_its_columns_and_has_the_line_ends_of_csv() -> None:
    assert FILES["replies.csv"].startswith(b"id,kind,entry,template,channel,when,subject,text,blanks\r\n")
    assert_line_ends(FILES["replies.csv"])


def test_each_reply_is_there_once_in_each_file() -> None:
    ids = [reply.id for reply in REPLIES]
    assert [row["id"] for row in cells_of(FILES)] == ids
    assert list(RECORDS) == ids
    assert len(DATA["replies"]) == len(ids)


def test_a_reply_says_when_it_is_the_right_one(small: tuple[Catalogue, Store]) -> None:
    files = TOOL.files(*small)
    closed = "scenarios/change-request/window-closed/sms"
    asks, lives = "Is the change window open?", "Where does the customer live?"
    (row,) = [row for row in cells_of(files) if row["id"] == closed]
    (record,) = [record for record in json.loads(files["replies.json"])["replies"] if record["id"] == closed]
    assert row["when"] == f"{asks} It has closed; {lives} United States / European Union"
    assert record["when"] == {asks: ["It has closed"], lives: ["United States", "European Union"]}


@pytest.mark.parametrize("words", [*HARMLESS, "# no heading", "- no list", "> no quote", "=1+1"])
def test_words_stay_words(words: str) -> None:
    files = TOOL.files(saying(words), STORE)
    records = json.loads(files["replies.json"])["replies"]
    assert [row["text"] for row in cells_of(files)] == [words] * 3
    assert [read(letter) for letter in quoted(files["replies.md"].decode())] == [words] * 3
    assert [read(record["markdown"]) for record in records] == [words] * 3
    assert [as_plain(record["html"]) for record in records] == [words] * 3


def test_a_title_in_markdown_is_nothing_but_words() -> None:
    page = TOOL.files(titled(entry="<b> *Late* [x](y)", title="`Lost`"), STORE)["replies.md"].decode()
    headings = [found.children for found in MarkdownIt("commonmark").parse(page) if found.type == "inline"]
    texts = ["".join(piece.content for piece in pieces or ()) for pieces in headings]
    assert {"<b> *Late* [x](y)", "`Lost`"} <= set(texts)


def test_a_subject_in_markdown_is_nothing_but_words() -> None:
    email = saying("Hi").entries[0].templates[0].messages[0]
    subject = Body([{"p": ["*Late* or [lost](x)"]}])
    page = TOOL.files(titled(messages=(replace(email, subject=subject),)), STORE)["replies.md"].decode()
    (line,) = [line for line in page.splitlines() if line.startswith("**Subject:**")]
    assert read(line) == "Subject: *Late* or [lost](x)"


@pytest.mark.parametrize("name", ["replies.md", "replies.json", "replies.csv"])
def test_the_files_of_the_small_world(
    name: str, small: tuple[Catalogue, Store], golden: Callable[[str, str], None]
) -> None:
    golden(f"exports/plain/{name}", TOOL.files(*small)[name].decode().replace("\r\n", "\n"))
