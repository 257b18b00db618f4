"""The triage finds what a customer writes about, on lists that it has not learned from."""

from __future__ import annotations

import pytest

from macros import paths
from macros.catalogue.read import read
from macros.write.learn.material import material
from reading.triage.model import load_model
from reading.triage.ranking import triage
from tests.inquiry_labels import DEVELOPMENT, OURS, PLACES, Inquiry, inquiries

LISTS = {
    "looked-at": inquiries(OURS, "looked-at"),
    "unseen": inquiries(OURS, "unseen"),
    "development": inquiries(DEVELOPMENT),
}


def recall(messages: list[Inquiry], places: int) -> float:
    """The share of messages with a right place among the first ones."""
    found = [
        not PLACES[message.label].isdisjoint(rank.id for rank in triage(load_model(), message.text).ranking[:places])
        for message in messages
    ]
    return sum(found) / len(found)


def plainly(text: str) -> str:
    """A text without what makes no difference: capitals, spaces, the end of the sentence."""
    return " ".join(text.lower().split()).strip(" .!?")


@pytest.mark.parametrize("name", LISTS)
def test_most_messages_find_their_place_first_and_nearly_all_among_three(name: str) -> None:
    if not LISTS[name]:
        pytest.skip("this list lies beside the project only while it is developed")
    assert recall(LISTS[name], 1) >= 0.80
    assert recall(LISTS[name], 3) >= 0.95


@pytest.mark.parametrize("name", LISTS)
def test_what_is_said_without_doubt_is_mostly_right(name: str) -> None:
    judged = [(message, triage(load_model(), message.text)) for message in LISTS[name]]
    sure = [found.ranking[0].id in PLACES[message.label] for message, found in judged if not found.unsure]
    assert not judged or sum(sure) / len(sure) >= 0.88
    assert not judged or len(sure) / len(judged) >= 0.6


@pytest.mark.parametrize("name", LISTS)
def test_no_message_of_a_list_is_learned_from(name: str) -> None:
    words = read(paths.ROOT).words
    assert words
    learned = {plainly(said.text) for said in material(words)}
    assert [message.text for message in LISTS[name] if plainly(message.text) in learned] == []
