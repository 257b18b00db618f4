"""What is looked at in a text: its words without their endings, and which words stand beside each other.

Training and answering share this file, so they cannot disagree.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD = re.compile(r"[a-zà-öø-ÿ]+(?:'[a-z]+)?|[0-9]+|[^\W\d_]|[!?]")
NUMBER = "#"
GREETINGS = frozenset(("hi", "hello", "hey", "hiya", "dear", "yo"))  # they say nothing of what a message is about
ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("s", ""))
SHORTEST = 3  # letters that stay of a word
MOST_WORDS = 1500


def words(text: str) -> list[str]:
    """Give the words of a text in small letters, without greetings and apostrophes; every number is the same word."""
    found = WORD.findall(text.lower().replace("’", "'"))[:MOST_WORDS]
    return [NUMBER if word[0].isdigit() else word.replace("'", "") for word in found if word not in GREETINGS]


def features(found: Sequence[str]) -> set[str]:
    """Give the features of a text from its words.

    `=engrav` is a word, `chang_my` two neighbours, `chang~engrav` two with one between.
    """
    stems = [stem(word) for word in found]
    near = (f"{one}_{two}" for one, two in itertools.pairwise(stems))
    far = (f"{one}~{two}" for one, two in zip(stems, stems[2:], strict=False))
    return {*near, *far, *(f"={word}" for word in stems)}


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Cut an English ending: engraving, engraved and engraves become engrav."""
    if len(word) <= SHORTEST:
        return word
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)] + instead
            doubled = len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "ls"
            word = word[:-1] if doubled else word
            break
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST else word
