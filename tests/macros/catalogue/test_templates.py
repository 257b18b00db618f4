"""The product's own catalogue: every template is complete, and says the same in every form."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bs4 import BeautifulSoup

from macros.pages.entries import Letter
from macros.rules.words.selection import cases
from tests.product import blank, catalogue, letter, store
from tests.tables import for_each
from words.selection import possible, selected
from words.sms import length

if TYPE_CHECKING:
    from macros.catalogue.model import Entry, Message, Template

MOST_SEGMENTS = 2


class Sent(NamedTuple):
    template: Template
    message: Message

    def __str__(self) -> str:
        return f"{self.template.id}/{self.message.channel}"


@cache
def messages(channel: str = "") -> list[Sent]:
    """Every message of every template, or those of one channel."""
    every = [Sent(template, message) for template in catalogue().templates for message in template.messages]
    return [one for one in every if channel in ("", one.message.channel)]


def filled(sent: Sent) -> str:
    return letter(sent.message, sent.template.example.__getitem__)


def test_there_is_a_catalogue() -> None:
    assert len(catalogue().templates) >= 40
    assert {entry.kind for entry in catalogue().entries} == {"stages", "scenarios", "milestones"}


@for_each("entry", lambda: catalogue().entries, ids=lambda entry: entry.id)
def test_every_case_selects_exactly_one_template(entry: Entry) -> None:
    templates = entry.written.templates
    values = possible(catalogue().vocabulary.conditions, store())
    found = {tuple(case.items()): selected(templates, case) for case in cases(templates, values)}
    assert found
    assert all(len(ids) == 1 for ids in found.values()), found


@for_each("sent", messages)
def test_the_example_is_filled_to_the_last_blank(sent: Sent) -> None:
    assert not re.search(r"\{\{|\}\}|\{%|\[[A-Z ]+\]|[\ue000-\uf8ff]", filled(sent))


@for_each("sent", messages)
def test_the_page_and_the_copied_text_say_the_same(sent: Sent) -> None:
    page = BeautifulSoup(sent.message.body.html(blank, address=blank), "html.parser")
    for item in page.select("li"):
        item.insert(0, "- ")
    for link in page.select("a"):
        link.append(f" ({link['href']})")
    assert "".join(page.get_text().split()) == "".join(sent.message.body.plain(blank).split())


@for_each("sent", lambda: messages("sms"))
def test_a_text_message_is_at_most_two_segments_of_plain_characters(sent: Sent) -> None:
    text = Letter(catalogue()).filled_sms(sent.message, sent.template)
    counted = length(text)
    assert counted.segments <= MOST_SEGMENTS
    assert counted.is_short


@for_each("sent", lambda: messages("email"))
def test_an_email_greets_and_signs(sent: Sent) -> None:
    text = sent.message.body.plain(lambda name: sent.template.example[name])
    assert text.startswith(f"Hi {sent.template.example['customer.first_name']},")
    assert sent.template.example["agent.first_name"] in text.splitlines()[-2]


def test_a_catalogue_knows_its_entries_by_shelf_and_kpi() -> None:
    placed = [entry_id for shelf in catalogue().vocabulary.shelves for entry_id in shelf.entries]
    assert placed == [entry.id for entry in catalogue().entries]
    for kpi in catalogue().vocabulary.kpis:
        assert catalogue().counting_towards(kpi), f"nothing counts towards {kpi}"
