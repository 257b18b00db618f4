"""Whether what stands above another mail says anything: a greeting or a colleague's note does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading.mail.plain import plain, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reading.mail.plain import Phrase
    from reading.mail.tables import Tables

GREETED = 4  # words of "Hi there dear Jo"
SHORT = 14  # words of a note
NAMED = 3  # words of a name
MOST = 40  # words of one sentence
MOST_BESIDES = 6  # sentences beside those that hand on


def is_greeting(line: str, tables: Tables) -> bool:
    """Say whether a line only greets: "Hi Jo,"; "Hi cancel it" does not."""
    said = plain(line[:80])
    words = said.split(" ")
    greets = words[0] in tables.greetings or " ".join(words[:2]) in tables.greetings
    if not greets or len(words) > GREETED or line.rstrip().endswith("?"):
        return False
    named = [word for word in line.split()[1:] if not word[0].isupper() and plain(word) not in tables.greetings]
    return (
        not named
        or (len(words) == len(("hi", "jo")) and line.rstrip().endswith((",", "!")))
        or said in tables.greetings
    )


def says_something(lines: list[str], tables: Tables) -> bool:
    """Say whether lines hold more than greetings and signs; emoji say something."""
    return any(line.strip(" \t-_*>") and not is_greeting(line, tables) for line in lines)


def is_note(lines: list[str], tables: Tables, *, handed_on: bool, to_us: bool) -> bool:
    """Say whether lines are a colleague's who hands a mail on.

    Where a mail was handed on, one sentence that says so is enough, unless there are words of a person who waits for a
    piece; elsewhere each sentence must say so. What a customer may say too counts only above a mail to us.
    """
    known = (*tables.notes["sure"], *(tables.notes["likely"] if to_us else ()))
    noted, besides = 0, 0
    for sentence in sentences("\n".join(lines)):
        said = plain(sentence)
        if _any(tables.person["sure"], said) or said.count(" ") > MOST:
            return False
        if _is_addressed(sentence, tables) or _any(known, said):
            noted += 1
            besides += said.count(" ") >= SHORT
        elif not _is_small(sentence, said, tables):
            besides += 1
    return noted > 0 and (handed_on or not besides) and besides < MOST_BESIDES


def _is_small(sentence: str, said: str, tables: Tables) -> bool:
    """Say whether a sentence is a greeting, a farewell or a name."""
    words = said.split(" ")
    ends = any(" ".join(words[:count]) in tables.farewells for count in range(1, GREETED + 1))
    return len(words) <= NAMED or is_greeting(sentence, tables) or (ends and len(words) <= GREETED)


def _any(known: Iterable[Phrase], said: str) -> bool:
    return any(phrase.stands_in(f" {said} ") for phrase in known)


def _is_addressed(sentence: str, tables: Tables) -> bool:
    words = plain(sentence).split(" ")
    is_for = len(words) == len(("for", "Jo")) and words[0] in tables.addressed
    return is_for or (sentence.startswith("@") and len(words) <= NAMED)
