"""What is typed for a reply: one abbreviation each, and none that another gets in the way of."""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING

from macros.exports.abbreviation import abbreviation
from macros.exports.reply import replies
from tests.macros.exports.reading_back import all_replies

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue


def every() -> list[str]:
    """The abbreviations of the product's own replies."""
    return [abbreviation(reply) for reply in all_replies()]


def test_it_says_which_entry_which_reply_and_which_channel(small: tuple[Catalogue, Store]) -> None:
    assert [abbreviation(reply) for reply in replies(small[0], "email")] == [
        ":cs-design.on-track.email",
        ":co-order-status.on-its-way.email",
        ":co-change-request.window-open.email",
        ":co-change-request.window-closed.email",
        ":cm-order-confirmed.standard.email",
    ]


def test_each_reply_has_its_own_and_no_one_begins_inside_another() -> None:
    assert [(one, other) for one, other in permutations(every(), 2) if one in other] == []


def test_every_keyboard_can_type_it_without_a_space() -> None:
    assert [typed for typed in every() if not re.fullmatch(r":[a-z0-9.-]+", typed)] == []
