"""The tables of `templates/reading/mail.yml`, made ready to compare with."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reading.mail.plain import Phrase, phrases, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

GLUED = "\u2e80"  # from here on scripts write words without blanks


class Tables(NamedTuple):
    """What a message is compared with; every text is plain.

    Attributes:
        labels: What a label of a mail's head stands for: from, sent, to, subject.
        dividers: Lines above another mail: original, forwarded.
        wrote: The words for "wrote" in all languages.
        fields: What a label of a form stands for, by our names; "body" is the message.
        machine: For each kind its phrases by what they are worth.
        says_i: The kinds whose writers say "I".
        person: The phrases of a person, by what they are worth.
    """

    labels: Mapping[str, str]
    dividers: Mapping[str, str]
    opens: frozenset[str]
    wrote: re.Pattern[str]
    me: frozenset[str]
    above: tuple[Phrase, ...]
    ours: frozenset[str]
    greetings: frozenset[str]
    farewells: frozenset[str]
    notes: Mapping[str, tuple[Phrase, ...]]
    addressed: frozenset[str]
    footers: Mapping[str, tuple[Phrase, ...]]
    legal: Mapping[str, tuple[Phrase, ...]]
    banners: Mapping[str, tuple[Phrase, ...]]
    quotes: frozenset[str]
    signatures: frozenset[str]
    fields: Mapping[str, str]
    intros: tuple[Phrase, ...]
    outros: Mapping[str, tuple[Phrase, ...]]
    machine: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    says_i: frozenset[str]
    person: Mapping[str, tuple[Phrase, ...]]


class _Same:
    """Tables that are the same object; the cache holds them, so that no other can take their place."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw

    def __hash__(self) -> int:
        return id(self.raw)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.raw is self.raw


def ready(raw: Mapping[str, Any]) -> Tables:
    """Make tables ready; the last few are kept."""
    return _ready(_Same(raw))


@lru_cache(maxsize=4)
def _ready(same: _Same) -> Tables:
    raw, spoken = same.raw, tuple(same.raw["languages"].values())
    ends, form = raw["signatures"], raw["forms"]
    return Tables(
        labels=_meanings(spoken, ("to", "subject", "sent", "from")),
        dividers=_meanings(spoken, ("original", "forwarded")),
        opens=_plain(word for words in spoken for word in words["opens"]),
        wrote=_any_of([word for words in spoken for word in words["wrote"]]),
        me=_plain(word for words in spoken for word in words["me"]),
        above=phrases(raw["reply_above"]),
        ours=frozenset(raw["our_addresses"]),
        greetings=_plain(raw["greetings"]),
        farewells=_plain(raw["farewells"]),
        notes={kind: phrases(raw["notes"][kind]) for kind in ("sure", "likely")},
        addressed=_plain(raw["notes"]["addressed"]),
        footers=_by_first_word(ends["footers"]),
        legal=_by_first_word(ends["legal"]),
        banners=_by_first_word(ends["banners"]),
        quotes=frozenset(raw["html"]["quotes"]),
        signatures=frozenset(raw["html"]["signatures"]),
        fields=_meanings([form["labels"]], tuple(form["labels"])),
        intros=phrases(form["intros"]),
        outros=_by_first_word(form["outros"]),
        machine={kind: _by_worth(said) for kind, said in raw["machine"].items()},
        says_i=frozenset(kind for kind, said in raw["machine"].items() if said.get("says_i") == "true"),
        person={worth: phrases(said) for worth, said in raw["person"].items()},
    )


def _by_worth(said: Mapping[str, Any]) -> dict[str, tuple[Phrase, ...]]:
    return {worth: phrases(said.get(worth, ())) for worth in ("sure", "likely", "hint", "against")}


def _plain(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, words))


def _meanings(tables: Iterable[Mapping[str, Iterable[str]]], kinds: tuple[str, ...]) -> dict[str, str]:
    """Give the kind of each word; of two kinds the later one."""
    known = tuple(tables)
    return {plain(word): kind for kind in kinds for table in known for word in table[kind]}


def _any_of(words: list[str]) -> re.Pattern[str]:
    glued = [word for word in words if word[0] >= GLUED]
    spaced = sorted({word for word in words if word[0] < GLUED}, key=len, reverse=True)
    either = "|".join(map(re.escape, spaced))
    return re.compile("|".join([rf"(?<!\w)(?:{either})(?!\w)", *map(re.escape, glued)]), re.IGNORECASE)


def _by_first_word(written: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    known: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases(written):
        word = phrase.first.split(" ")[0]
        known[word] = (*known.get(word, ()), phrase)
    return known


def begins(known: Mapping[str, tuple[Phrase, ...]], said: str) -> bool:
    """Say whether a plain line begins with one of the phrases."""
    return any(phrase.begins(said) for phrase in known.get(said.partition(" ")[0], ()))
