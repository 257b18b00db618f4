"""The product's own catalogue: every template is complete, and says the same in every form."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup

from macros.catalogue.combinations import cases, possible, selected
from macros.catalogue.model import Catalogue, Entry, Message, Template
from macros.load import load
from macros.pages.entries import Letter
from words.sms import length

MOST_SEGMENTS = 2
CATALOGUE, STORE = load()


class Sent(NamedTuple):
    template: Template
    message: Message

    def __str__(self) -> str:
        return f"{self.template.id}/{self.message.channel}"


SENT = [Sent(template, message) for template in CATALOGUE.templates for message in template.messages]
ENTRIES = list(CATALOGUE.entries)


def filled(sent: Sent) -> str:
    return sent.message.plain(lambda name: sent.template.example[name])


def test_there_is_a_catalogue() -> None:
    assert len(CATALOGUE.templates) >= 40
    assert {entry.kind for entry in ENTRIES} == {"stages", "scenarios", "milestones"}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_case_selects_exactly_one_template(entry: Entry) -> None:
    templates = entry.written.templates
    values = possible(CATALOGUE.vocabulary.conditions, STORE)
    found = {tuple(case.items()): selected(templates, case) for case in cases(templates, values)}
    assert found
    assert all(len(ids) == 1 for ids in found.values()), found


@pytest.mark.parametrize("sent", SENT, ids=str)
def test_the_example_is_filled_to_the_last_blank(sent: Sent) -> None:
    assert not re.search(r"\{\{|\}\}|\{%|\[[A-Z ]+\]|[\ue000-\uf8ff]", filled(sent))


@pytest.mark.parametrize("sent", SENT, ids=str)
def test_the_page_and_the_copied_text_say_the_same(sent: Sent) -> None:
    page = BeautifulSoup(sent.message.body.html(CATALOGUE.blank, address=CATALOGUE.blank), "html.parser")
    for item in page.select("li"):
        item.insert(0, "- ")
    for link in page.select("a"):
        link.append(f" ({link['href']})")
    assert "".join(page.get_text().split()) == "".join(sent.message.body.plain(CATALOGUE.blank).split())


@pytest.mark.parametrize("sent", [sent for sent in SENT if sent.message.channel == "sms"], ids=str)
def test_a_text_message_is_at_most_two_segments_of_plain_characters(sent: Sent) -> None:
    text = Letter(CATALOGUE).filled_sms(sent.message, sent.template)
    counted = length(text)
    assert counted.segments <= MOST_SEGMENTS
    assert counted.is_short


@pytest.mark.parametrize("sent", [sent for sent in SENT if sent.message.channel == "email"], ids=str)
def test_an_email_greets_and_signs(sent: Sent) -> None:
    text = sent.message.body.plain(lambda name: sent.template.example[name])
    assert text.startswith(f"Hi {sent.template.example['customer.first_name']},")
    assert sent.template.example["agent.first_name"] in text.splitlines()[-2]


def test_a_catalogue_knows_its_entries_by_shelf_and_kpi() -> None:
    assert isinstance(CATALOGUE, Catalogue)
    placed = [entry_id for shelf in CATALOGUE.vocabulary.shelves for entry_id in shelf.entries]
    assert placed == [entry.id for entry in CATALOGUE.entries]
    for kpi in CATALOGUE.vocabulary.kpis:
        assert CATALOGUE.counting_towards(kpi), f"nothing counts towards {kpi}"
