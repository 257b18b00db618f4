"""What customers want for their photos, a design we do not make, and the question that everyone gets after delivery."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scripts.answer.desk import WORDS, ask, days
from words.message import token

DELETE = "Please delete the pictures of my kids"


def reply(**facts: Any) -> str:
    """The name of the reply, without its entry's folder."""
    found = ask(**facts)
    assert found.reply
    return found.reply.template.id.partition("/")[2]


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("What do you do with my photos after the order?", "customer-photos/how-used"),
        ("please don't post my portrait on your instagram", "customer-photos/keep-private"),
        ("There's my dog's picture in your ad, and nobody asked me", "customer-photos/was-shown"),
        ("did you decline my design because of copyright?", "store-cancelled/may-not-make"),
        ("Please send me a copy of the data you hold about me", "out-of-scope/privacy"),
        ("Please close my account and erase my data", "out-of-scope/privacy"),
    ],
)
def test_the_words_alone_find_the_reply(message: str, name: str) -> None:
    assert reply(message=message) == name


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({}, "delete-after-making"),
        ({"stage": "production"}, "delete-after-making"),
        ({"stage": "shipped"}, "delete"),
        ({"delivered": days(-3)}, "delete"),
    ],
)
def test_photos_are_deleted_only_when_the_piece_has_left_us(facts: dict[str, Any], name: str) -> None:
    assert reply(message=DELETE, **facts) == f"customer-photos/{name}"


def test_who_did_not_agree_to_marketing_is_asked_how_it_arrived_and_sold_nothing() -> None:
    asked = reply(concern="milestones/delivery-follow-up")
    assert asked == "delivery-follow-up/only-the-question"
    template = next(one for one in WORDS.entries["milestones/delivery-follow-up"].templates if one.id.endswith(asked))
    said = template.messages["email"].plain(token)
    assert not [word for word in ("store.loyalty", "review", "points", "friend", "http") if word in said]
