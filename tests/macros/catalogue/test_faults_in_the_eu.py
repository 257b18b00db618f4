"""A fault put right for a customer in the EU: what she is told before, and that nobody else is told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.rules.words.selection import cases
from tests.product import blank, catalogue, letter, product
from tests.tables import for_each
from words.selection import possible, selected

if TYPE_CHECKING:
    from macros.catalogue.model import Entry, Template

MAKES_ANEW = "remake.delivery_window"
TOLD = "Under EU law, the choice between a repair and a replacement is yours"


def about_faults() -> list[Entry]:
    """The scenarios whose policy is the one on faults."""
    return [entry for entry in catalogue().of_kind("scenarios") if entry.written.policy[:1] == ("defects",)]


def sent_to(region: str) -> list[Template]:
    """The templates about faults that some case in a region selects."""
    words, facts = product()
    values = {**possible(words.vocabulary.conditions, facts), "region": [region]}
    ids = {
        f"{entry.id}/{template.id}"
        for entry in about_faults()
        for case in cases(entry.written.templates, values)
        for template in selected(entry.written.templates, {**case, "region": region})
    }
    return [template for template in words.templates if template.id in ids]


def texts(template: Template) -> dict[str, str]:
    return {message.channel: letter(message, blank) for message in template.messages}


def makes_anew(template: Template) -> bool:
    return any(MAKES_ANEW in message.body.slots for message in template.messages)


def carried(template: Template) -> tuple[str, ...]:
    entry, _, name = template.id.rpartition("/")
    (written,) = [one for one in catalogue().by_id[entry].written.templates if one.id == name]
    return written.carries


@for_each("template", lambda: filter(makes_anew, sent_to("eu")), ids=lambda one: one.id)
def test_a_customer_in_the_eu_is_told_of_repair_replacement_and_the_year(template: Template) -> None:
    said = texts(template)
    assert TOLD in said["email"]
    assert TOLD in said["chat"]
    assert "repair" in said["sms"]
    assert "a year" in said["sms"]


@pytest.mark.parametrize("region", ["us", "uk", "au", "ca"])
def test_the_law_of_the_eu_is_told_to_nobody_else(region: str) -> None:
    assert [one.id for one in sent_to(region) for text in texts(one).values() if "EU law" in text] == []


@for_each("template", lambda: filter(makes_anew, catalogue().templates), ids=lambda one: one.id)
def test_who_offers_a_new_one_for_a_fault_carries_a_remedy(template: Template) -> None:
    is_about_a_fault = any(template.id.startswith(f"{entry.id}/") for entry in about_faults())
    assert ("remedy" in carried(template)) == is_about_a_fault


def test_the_law_of_the_eu_is_a_floor_wherever_its_years_are_named() -> None:
    steps = [step for entry in about_faults() for one in entry.written.templates for step in one.next_steps]
    named = [step for step in steps if "two years" in step]
    assert named
    assert [step for step in named if "at least two years" not in step] == []
