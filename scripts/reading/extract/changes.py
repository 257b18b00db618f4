"""What is to change: the text, an option such as the size, or the address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.text import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.tables import Tables
    from reading.extract.text import Hit, Text

FAR = 16  # words between an address and "can you change it"
STREET_WORDS = 4  # words between a house number and "street"
NEW_ADDRESS = re.compile(
    r"\b(?:new address(?:,? (?:is|please|pls))*"
    r"|my address is|(?:ship|send|deliver) it to|correct address(?: is)?|neue adresse(?: ist)?)"
    r"\s*[:.]?\s*",
    re.IGNORECASE,
)
MOST_LINES = 4
BEFORE_AN_OPTION = ("a", "to", "in", "into", "size", "an", "große", "taille", "talla", "for", "auf")
MENDED = frozenset(("change", "changed", "fix", "fixed", "fixable", "correct", "corrected", "amend", "edit", "update"))
DIFFERENT = (
    "switch",
    "swap",
    "change",
    "changed",
    "instead",
    "exchange",
    "larger",
    "bigger",
    "smaller",
    "same",
    "dasselbe",
)


def read_changes(text: Text, hits: dict[str, list[Hit]], tables: Tables, texts: list[Found]) -> Iterator[Found]:
    """Read what is to change, and to what."""
    address = [*_address(text, hits, tables)]
    yield from address
    if any(found.fact == "change_to" for found in texts):
        first = next(found for found in texts if found.fact == "change_to")
        yield Found("change", "personalization", first.start, first.end)
    elif not address and "own_errors" in hits and _ordered(texts) and not MENDED.isdisjoint(text.words):
        first = _ordered(texts)[0]
        yield Found("change", "personalization", first.start, first.end)
    elif not address:
        yield from _named(text, hits, texts)
    yield from _options(text, hits)


def _ordered(texts: list[Found]) -> list[Found]:
    return [found for found in texts if found.fact == "customization"]


def _named(text: Text, hits: dict[str, list[Hit]], texts: list[Found]) -> Iterator[Found]:
    """Read the kind of change where the new text is not told."""
    if (
        "change_verbs" not in hits
        or "arrivals" in hits
        or any(found.fact in ("made", "customization") for found in texts)
    ):
        return
    for verb in hits["change_verbs"]:
        for hit in near(hits.get("changes", ()), verb.first, STREET_WORDS + 2):
            if hit.label == "personalization" and text.sentence[hit.first] == text.sentence[verb.first]:
                yield Found("change", hit.label, text.starts[hit.first], text.ends[hit.last])
                return


def _options(text: Text, hits: dict[str, list[Hit]]) -> Iterator[Found]:
    """Read a new size, where a change is spoken of: "switch it to a large", "the same in M"."""
    verbs = [hit for hit in hits.get("change_verbs", ()) if text.words[hit.first] in DIFFERENT]
    verbs += [hit for hit in hits.get("wishes", ()) if hit.label == "exchange"]
    sentences = {text.sentence[hit.first]: hit.first for hit in verbs}
    sentences |= {text.sentence[at]: at for at, word in enumerate(text.words) if word in DIFFERENT}
    sentences = {sentence + 1: at for sentence, at in sentences.items()} | sentences
    for hit in sorted([*hits.get("sizes", ()), *hits.get("materials", ())], key=lambda hit: hit.first):
        verb = sentences.get(text.sentence[hit.first])
        before = text.word(hit.first - 1) if text.gap(hit.first) == " " else ""
        behind = verb is not None and verb < hit.first and before in BEFORE_AN_OPTION
        if behind or text.word(hit.last + 1) in ("instead", "anstatt", "stattdessen"):
            at = text.starts[hit.first], text.ends[hit.last]
            yield Found("change", "options", *at)
            yield Found("change_to", text.between(hit.first, hit.last), *at)
            return


def _address(text: Text, hits: dict[str, list[Hit]], tables: Tables) -> Iterator[Found]:
    match = NEW_ADDRESS.search(text.own)
    if match and match[0].lower().startswith("my") and "instead" not in text.words:
        match = None
    if match and (end := _address_end(text.own, match.end())) > match.end() and "address" in match[0].lower():
        value = ", ".join(_lines(text.own[match.end() : end]))
        yield Found("change", "address", *match.span())
        yield Found("change_to", value, match.end(), end)
        return
    for at, word in enumerate(text.words):
        if word == "not" and at and (found := _street_before(text, at, tables)):
            yield Found("change", "address", *found)
            yield Found("change_to", text.own[slice(*found)], *found)
            return
    if not any(hit.label == "address" for hit in hits.get("changes", ())):
        return
    street = _street(text, tables)
    if street and ("change_verbs" in hits or "wrong" in hits):
        yield Found("change", "address", *street)
        yield Found("change_to", text.own[slice(*street)], *street)
        return
    verbs = hits.get("change_verbs", ())
    for hit in hits["changes"]:
        moved = text.words[hit.last] in ("moved", "moving") or _is_mended(text, hits, hit)
        if hit.label == "address" and (moved or near(verbs, hit.first, STREET_WORDS)):
            yield Found("change", "address", text.starts[hit.first], text.ends[hit.last])
            return


def _is_mended(text: Text, hits: dict[str, list[Hit]], hit: Hit) -> bool:
    """Whether the next sentence asks for a change of what this one names."""
    later = near(hits.get("change_verbs", ()), hit.first, FAR)
    return any(0 <= text.sentence[verb.first] - text.sentence[hit.first] <= 2 and _asks(text, verb) for verb in later)  # noqa: PLR2004


def _asks(text: Text, verb: Hit) -> bool:
    asks = ("can", "could", "please")
    return text.words[verb.first] in asks or text.word(verb.first - 2) in asks or text.word(verb.first - 1) == "please"


def _lines(address: str) -> list[str]:
    """Give the lines of an address, without the name above them."""
    lines = [line.strip(" ,") for line in address.splitlines() if line.strip()]
    has_name = len(lines) > 1 and not any(map(str.isdigit, lines[0])) and any(map(str.isdigit, lines[1]))
    return lines[has_name:]


def _street(text: Text, tables: Tables) -> tuple[int, int] | None:
    """Find "27 Birch Lane" behind "to" or "is"; the first one only."""
    for at, word in enumerate(text.words):
        if word[0].isdigit() and text.word(at - 1) in ("to", "is", "auf", "a", "in", "should", "be"):
            for last in range(at + 2, min(at + 2 + STREET_WORDS, len(text.words))):
                if text.words[last] in tables.sets["streets"] and text.sentence[last] == text.sentence[at]:
                    return text.starts[at], text.ends[last]
    return None


def _street_before(text: Text, at: int, tables: Tables) -> tuple[int, int] | None:
    """Find "114 maple st" before "not 141"."""
    if not text.word(at + 1).isdigit() or text.word(at - 1) not in tables.sets["streets"]:
        return None
    for first in range(at - 2, max(-1, at - 2 - STREET_WORDS), -1):
        if text.words[first][0].isdigit():
            return text.starts[first], text.ends[at - 1]
    return None


def _address_end(own: str, start: int) -> int:
    """Where the address ends: at an empty line, a question, or the end of the line where it stands in one."""
    stop = own.find("\n\n", start, start + 200)
    stop = stop if stop >= 0 else min(len(own), start + 200)
    said = own[start:stop]
    if "\n" not in said:
        sentence = re.search(r"[.!?](?:\s|$)", said)
        return start + (sentence.start() if sentence else len(said))
    lines = said.split("\n")[: MOST_LINES + 1]
    return start + len("\n".join(lines))
