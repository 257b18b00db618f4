"""What a reply must do because of what it carries: `carries: [apology, bad-news, decline, remedy]` in its template."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dates.reading import quoted
from facts.regions import regions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facts.regions import Region
    from macros.catalogue.problem import Problem
    from macros.rules.tone.letters import Letter, Letters

# “I can't” and “I can see how that feels” offer nothing.
NOT_MEANT = r"(?!['’]t| see| understand| imagine| hear| only)"
CHOICE = ("repair", "year")
DUTIES = ("apology", "bad-news", "decline", "remedy")


def known_duties(letters: Letters) -> Iterator[Problem]:
    """What a template carries is one of the duties."""
    for entry in letters.words.entries:
        for index, template in enumerate(entry.written.templates):
            for duty in sorted(set(template.carries) - {*DUTIES}):
                place = ("templates", index, "carries")
                yield entry.file.problem(place, f"is {quoted(duty)}; expected some of {', '.join(DUTIES)}")


def apology_first(letters: Letters) -> Iterator[Problem]:
    """A reply that carries an apology begins with it, in every channel."""
    for letter in _carrying(letters, "apology", "email", "sms", "chat"):
        if not _has(letter.sentences[0], letters.tone.apology):
            yield letter.problem(f"begins “{letter.sentences[0][:50]}”; say sorry in the first sentence")


def apology_for_defects(letters: Letters) -> Iterator[Problem]:
    """Whatever rests on the policy for defects and store errors alone carries an apology."""
    for entry in letters.words.entries:
        for index, template in enumerate(entry.written.templates if entry.kind == "scenarios" else ()):
            if entry.written.policy[:1] == ("defects",) and "apology" not in template.carries:
                place = ("templates", index)
                yield entry.file.problem(place, "answers a defect or store error; add `carries: [apology]`")


def choice_of_a_repair(letters: Letters) -> Iterator[Problem]:
    """A remedy for a fault names the choice of a repair and the year that it adds, where the law gives both.

    Directive (EU) 2019/771, art. 13(2a), as changed by Directive (EU) 2024/1799, since July 31, 2026.
    """
    owed = {name: law.name for name in letters.words.store.place.regions if _adds_a_year(law := regions()[name])}
    for letter in _carrying(letters, "remedy", "email", "sms", "chat"):
        where = " and ".join(owed[name] for name in letter.template.when.get("region", owed) if name in owed)
        if where and not all(_has(letter.text, (word,)) for word in CHOICE):
            yield letter.problem(
                f"puts a fault right for {where}; say that a repair is theirs to choose and adds a year, "
                "or write for other regions"
            )


def _adds_a_year(law: Region) -> bool:
    return bool(law.liability and law.liability.repair_adds_months)


def decline_with_reason_and_alternative(letters: Letters) -> Iterator[Problem]:
    """A no says why, and what can be done instead."""
    for letter in _carrying(letters, "decline", "email", "chat"):
        if not _has(letter.text, letters.tone.reason):
            yield letter.problem("declines without a reason; say why")
        if not _has(letter.text, letters.tone.alternative):
            yield letter.problem("declines without an alternative; say what you can do instead")


def no_exclamation_in_bad_news(letters: Letters) -> Iterator[Problem]:
    """Bad news has no exclamation mark."""
    for letter in letters.of("subject", "email", "sms", "chat"):
        if letter.template.carries and "!" in letter.written:
            yield letter.problem("has an exclamation mark in bad news; write a period")


def _carrying(letters: Letters, duty: str, *channels: str) -> Iterator[Letter]:
    return (letter for letter in letters.of(*channels) if duty in letter.template.carries)


def _has(text: str, wanted: Iterable[str]) -> bool:
    return re.search(rf"\b({'|'.join(map(re.escape, wanted))})\b{NOT_MEANT}", text.lower()) is not None
