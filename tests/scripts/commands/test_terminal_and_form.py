"""The terminal and the form are one desk: whatever is told, they give the same answer, in the same words."""

from __future__ import annotations

import io
import json
import re
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

import commands.assess as assess_command
from commands import desk_form
from tests.scripts.answer.desk import NOW, STORE, WORDS
from tests.scripts.answer.free_cases import OF_A_MESSAGE, OF_ANY_CONCERN

if TYPE_CHECKING:
    from pathlib import Path

MARKDOWN = MarkdownIt("commonmark")
as_many_as_sixty = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cases")


def printed(told: dict[str, Any], folder: Path, *options: str) -> str:
    """What the terminal prints for a case at the sample store."""
    path, said = folder / "case.json", io.StringIO()
    path.write_text(json.dumps(told), encoding="utf-8")
    with patch.object(assess_command, "load_store", lambda: STORE), redirect_stdout(said):
        assert assess_command.main([*options, str(path)]) == 0
    return said.getvalue()


def sent(told: dict[str, Any]) -> dict[str, Any]:
    """What a page is told for the same."""
    with patch.object(desk_form, "own_store", lambda: STORE):
        answer: dict[str, Any] = json.loads(desk_form.answer_json(json.dumps(told)))
    return answer


def words(text: str) -> list[str]:
    """The words of a text, without the frame of a letter, bullets, and where its lines end."""
    return re.sub(r"^ *(\| |- |• )+", "", text, flags=re.MULTILINE).split()


def seen(markdown: str) -> list[str]:
    """The words that a reader of a Markdown text sees, addresses of links included."""
    page = BeautifulSoup(MARKDOWN.render(markdown), "html.parser")
    for link in page.select("a"):
        link.append(f" ({link['href']})")
    return page.get_text().split()


def holds(text: list[str], part: list[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(text)} "


@as_many_as_sixty
@given(told=OF_A_MESSAGE | OF_ANY_CONCERN)
def test_a_page_is_told_what_the_terminal_prints_for_a_program(told: dict[str, Any], folder: Path) -> None:
    now = {"now": NOW.isoformat()}
    assert json.loads(printed({**told, **now}, folder, "--json")) == sent({**told, **now})


@as_many_as_sixty
@given(told=OF_ANY_CONCERN)
def test_the_terminals_text_and_document_hold_the_reply_of_the_page(told: dict[str, Any], folder: Path) -> None:
    told = {**told, "now": NOW.isoformat()}
    reply = sent(told)["reply"]
    assert (reply is None) == (told["concern"] in WORDS.pages)
    for message in reply["messages"] if reply else ():
        channel = ("--channel", message["channel"])
        text = words(printed(told, folder, *channel))
        assert holds(text, words(f"Subject: {message['subject']}\n\n" * bool(message["subject"]) + message["plain"]))
        document = seen(printed(told, folder, "--markdown", *channel))
        assert holds(document, seen(message["markdown"]))
        assert words(message["plain"]) == seen(message["markdown"])


@as_many_as_sixty
@given(told=OF_ANY_CONCERN)
def test_the_page_and_the_terminal_show_the_same_words_of_a_reply(told: dict[str, Any]) -> None:
    reply = sent({**told, "now": NOW.isoformat()})["reply"]
    for message in reply["messages"] if reply else ():
        page = BeautifulSoup(message["html"], "html.parser")
        for link in page.select("a[href]"):
            link.append(f" ({link['href']})")
        assert page.get_text().split() == words(message["plain"])


def test_a_span_of_days_is_never_printed_as_a_list(folder: Path) -> None:
    told = {"concern": "stages/shipped", "order_date": "2026-03-16T10:00:00-04:00", "now": NOW.isoformat()}
    sms = next(message["plain"] for message in sent(told)["reply"]["messages"] if message["channel"] == "sms")
    assert " - " in sms
    assert "\n  | - " not in printed(told, folder, "--channel", "sms")
