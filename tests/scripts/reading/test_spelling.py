"""A word that was typed wrongly, or shortened, is read as the word that was meant."""

from __future__ import annotations

from reading.triage.spelling import Speller, one_error_away
from tests.tables import for_each

KNOWN = ["the", "order", "older", "engrave", "was", "were", "please"]
SPELLER = Speller({word: rank for rank, word in enumerate(KNOWN)}, {"=order", "=engrav", "=wrapp"}, {"pls": "please"})


@for_each(
    "typed, meant",
    [
        ("order", "order"),  # known
        ("oder", "order"),  # a letter too few; `older` is as near, and was not learned
        ("ordder", "order"),  # one too many
        ("ordfr", "order"),  # another one
        ("odrer", "order"),  # two that changed places
        ("ordddr", "ordddr"),  # two errors
        ("pls", "please"),  # a short form
        ("wsa", "wsa"),  # three letters are too few to tell
        ("engraving", "engraving"),  # learned by its stem
        ("żłobek", "żłobek"),  # no English
        ("#", "#"),
    ],
)
def test_a_word_is_put_right_where_one_error_tells(typed: str, meant: str) -> None:
    assert SPELLER.right(typed) == meant


def test_one_error_is_a_letter_more_fewer_another_or_two_swapped() -> None:
    assert {"abd", "ab", "ac", "acb", "abcx", "xbc"} <= one_error_away("abc")
    assert "abxy" not in one_error_away("abc")
