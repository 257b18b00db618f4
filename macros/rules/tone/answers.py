"""No text message asks for a word that the phone network takes as an opt-out: it would block every further text.

The words are those of US and Canadian carriers and messaging providers (AWS, Twilio, Telnyx; 47 CFR 64.1200(a)(10)).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalogue.problem import Problem
    from macros.rules.tone.letters import Letters

VERB = r"\b(?:repl(?:y|ies|ying)|answer|respond|text|send|write|type|say)\b"
FILLING = r"(?:\s+(?:us|me|back|with|just|simply|only|the|a|single|one|word))*"
OPENING = r"[\s:,“\"'‘(*]*"
# The one place where the word means what the network does with it.
WAY_OUT = re.compile(
    r"no more (?:texts|messages)[:,? ]+(?:just )?reply STOP\b"
    r"|reply STOP (?:for|to get) no more (?:texts|messages)",
    re.IGNORECASE,
)


def opt_out_word(letters: Letters) -> Iterator[Problem]:
    """A text message names no opt-out word to answer with, in whatever case, but to be left alone."""
    for letter in letters.of("sms"):
        for word in sorted(set(_asked_for(WAY_OUT.sub("", letter.said), letters.tone.opt_out))):
            yield letter.problem(
                f"“{word}” as an answer makes the phone network block all further texts; rather: REFUND, KEEP or NO"
            )


def _asked_for(text: str, words: tuple[str, ...]) -> Iterator[str]:
    """Find the words that a customer is led to answer with.

    In capitals or quotes they are meant as an answer wherever they stand; else where a sentence asks for an answer and
    they follow at once or after an “or”, and where a question ends in them as a choice.
    """
    for pattern in _patterns(words):
        yield from (next(filter(None, found.groups())) for found in pattern.finditer(text))


@lru_cache
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    known = "|".join(re.sub(r"[ -]", "[ -]?", re.escape(word).replace("\\", "")) for word in words)
    return (
        re.compile(rf"\b({known.upper()})\b"),
        re.compile(rf"[“\"‘'*]({known})[.,!]?[”\"’'*]", re.IGNORECASE),
        re.compile(rf"{VERB}{FILLING}{OPENING}\b({known})\b", re.IGNORECASE),
        re.compile(
            rf"{VERB}[^.?!]*?(?:\bor\b|/|,){FILLING}{OPENING}(?:{VERB}{FILLING}{OPENING})?\b({known})\b", re.IGNORECASE
        ),
        re.compile(rf"\bor\b(?: to| shall (?:we|I)| do you want to)?{OPENING}\b({known})\b[^.?!]*\?", re.IGNORECASE),
    )
