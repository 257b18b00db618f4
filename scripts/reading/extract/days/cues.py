"""What is said nearest to a day in a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reading.extract.message.phrases import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.days.mention import Mention
    from reading.extract.message.phrases import Hit, Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

FARTHEST = 14  # words between a day and what says what it is
BY_THEN = 15  # half the words between a day and "by then"
NEAR = 3  # words between a day and a "by" or "for"
ANOTHER_CLAUSE, AFTER = 3, 2  # words that a clause between, or a day before its word, counts as


class Cue(NamedTuple):
    """A word that says what a day is, and how far it is from one."""

    distance: int
    role: str
    first: int


def cue_of(text: Text, hits: Hits, mention: Mention, tables: Tables) -> Cue | None:
    """Find what is said nearest to a day, in its sentence; a holiday is a day one needs a thing by."""
    if mention.away is None and text.word(mention.first - 1) in tables.beside["guessed"]:
        return None
    cues = sorted(cue for cue in _cues(text, hits, mention, tables) if _may_be(cue.role, mention))
    firm = next((cue for cue in cues if cue.role not in ("soft", "occasion")), None)
    soft = next((cue for cue in cues if cue.role == "soft" and cue.distance <= NEAR), None)
    occasion = next((cue for cue in cues if cue.role == "occasion"), None)
    if soft and not (firm and firm.role in ("promised", "other") and firm.distance <= soft.distance + NEAR * 3):
        return soft._replace(role="needed")
    if firm and firm.role == "other" and occasion and occasion.distance < firm.distance:
        firm = None
    if firm and not (occasion and occasion.distance + 1 < firm.distance):
        return None if firm.role == "other" else firm
    if occasion:
        return occasion._replace(role="needed", distance=occasion.distance + FARTHEST)
    by_then = near(hits.get("by_then", []), mention.last + BY_THEN, BY_THEN)
    then = any(text.sentence[hit.first] == text.sentence[mention.first] for hit in by_then)
    if mention.holiday or then or _leads_on(text, hits, mention, tables):
        return Cue(FARTHEST * 2, "needed", mention.first)
    return None


def _may_be(role: str, mention: Mention) -> bool:
    """Whether a day told from today, "yesterday" or "in two weeks", can be what a word says it is."""
    if mention.away is None or role in ("promised", "other"):
        return True
    if mention.away == 0 and not mention.hours:
        return True
    is_past = mention.away < 0 or mention.hours < 0
    return is_past == (role in ("ordered", "delivered"))


def _cues(text: Text, hits: Hits, mention: Mention, tables: Tables) -> Iterator[Cue]:
    named = {at for hit in near(hits.get("occasions", []), mention.first, FARTHEST) for at in range(*hit[1:])}
    for hit in near(hits.get("cues", []), mention.first, FARTHEST + NEAR):
        if hit.first in named:  # "due" in "due date"
            continue
        is_mail = hit.label == "delivered" and is_of_mail(text, hits, hit, tables)
        yield from _cue(text, hit, "other" if is_mail else hit.label, mention)
    for hit in near(hits.get("occasions", []), mention.first, FARTHEST + NEAR):
        if text.word(hit.last + 1) not in tables.beside["no_occasion_after"]:
            yield from _cue(text, hit, "occasion", mention)


def is_of_mail(text: Text, hits: Hits, hit: Hit, tables: Tables) -> bool:
    """Whether it was a preview, a label or a mail that came, and no piece."""
    if any(shown.first > hit.last for shown in near(hits.get("previews", []), hit.last, NEAR + 1)):
        return True
    return not tables.beside["no_pieces"].isdisjoint(text.words[hit.last + 1 : hit.last + 2 + NEAR])


def _cue(text: Text, hit: Hit, role: str, mention: Mention) -> Iterator[Cue]:
    if text.sentence[hit.first] != text.sentence[mention.first]:
        return
    if mention.first <= hit.first and hit.last <= mention.last:
        between = 0
    elif hit.last < mention.first:
        between = mention.first - hit.last + ANOTHER_CLAUSE * (text.clause[mention.first] - text.clause[hit.last])
    elif hit.first > mention.last and role != "soft":
        between = hit.first - mention.last + AFTER
        between += ANOTHER_CLAUSE * (text.clause[hit.first] - text.clause[mention.last])
    else:
        return
    if between <= FARTHEST:
        yield Cue(between, role, hit.first)


def _leads_on(text: Text, hits: Hits, mention: Mention, tables: Tables) -> bool:
    """Whether "that's the 21st" speaks of an occasion or a holiday in the sentence before."""
    sentence = text.sentence[mention.first]
    begins = mention.first
    while begins and text.sentence[begins - 1] == sentence and mention.first - begins <= NEAR:
        begins -= 1
    if mention.first - begins > NEAR or (
        begins < mention.first and text.words[begins] not in tables.beside["leads_on"]
    ):
        return False
    spoken = [hit for kind in ("occasions", "holidays") for hit in near(hits.get(kind, []), begins, FARTHEST * 2)]
    return any(text.sentence[hit.last] == sentence - 1 for hit in spoken)
