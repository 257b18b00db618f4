"""The words as a whole: nothing reads like a form letter."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.product import catalogue
from tests.tables import for_each

if TYPE_CHECKING:
    from macros.catalogue.model import Entry, Template

FRAME = ("Hi ",)
MOST_SHARED = 1 / 3


def sentences(template: Template, channel: str) -> set[str]:
    """The sentences of one channel, without greeting and sign-off, blanks all alike."""
    for message in template.messages:
        if message.channel == channel:
            text = message.body.plain(lambda _: "…")
            text = text.rpartition("\n\n")[0] if channel == "email" else text  # the sign-off is shared on purpose
            found = re.split(r"(?<=[.!?])\s+|\n+", text)
            return {sentence for sentence in found if len(sentence.split()) > 2 and not sentence.startswith(FRAME)}
    return set()


@pytest.mark.parametrize("channel", ["email", "sms", "chat"])
def test_no_two_templates_share_more_than_a_third_of_their_sentences(channel: str) -> None:
    said = {template.id: sentences(template, channel) for template in catalogue().templates}
    alike = [
        (first, second, sorted(said[first] & said[second]))
        for first, second in combinations([name for name, found in said.items() if found], 2)
        if len(said[first] & said[second]) > MOST_SHARED * min(len(said[first]), len(said[second]))
    ]
    assert alike == []


@for_each("entry", lambda: catalogue().of_kind("scenarios"), ids=lambda entry: entry.id)
def test_a_scenario_knows_how_customers_put_it(entry: Entry) -> None:
    said = [phrase.lower() for phrase in entry.written.phrases]
    assert len(said) >= 15
    assert len(set(said)) == len(said)


def test_no_phrase_belongs_to_two_scenarios() -> None:
    owners: dict[str, set[str]] = {}
    for entry in catalogue().of_kind("scenarios"):
        for phrase in entry.written.phrases:
            owners.setdefault(phrase.lower().strip(" .?!"), set()).add(entry.id)
    assert {phrase: ids for phrase, ids in owners.items() if len(ids) > 1} == {}
