"""What they wish, what is wrong, and the small signs: photos, mood, language, how often they wrote."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.text import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.found import Context
    from reading.extract.tables import Tables
    from reading.extract.text import Hit, Text

AMOUNT = re.compile(
    r"(?<![\w.,])(?:(?:US|AU|CA|C|A)?[$€£]\s?\d{1,6}(?:[.,]\d{3})*(?:[.,]\d{2})?(?!\d)"
    r"|\d{1,6}(?:[.,]\d{2})?\s?(?:[$€£]|dollars?\b|bucks\b|euros?\b|eur\b|pounds?\b|quid\b|usd\b|cad\b|aud\b|gbp\b))",
    re.IGNORECASE,
)
FAR = 6  # words between a photo and "attached"
NEAR_PART = 4
MOST = 99
FEWEST_WORDS = 3
ONES = frozenset(("a", "an", "un", "une", "una", "ein", "eine", "einem", "einer", "one", "een"))


def read_signs(
    text: Text, hits: dict[str, list[Hit]], context: Context, tables: Tables, masked: set[int]
) -> Iterator[Found]:
    """Read all of them."""
    yield from _wishes(text, hits, masked)
    yield from _damage(text, hits, masked)
    yield from _photos(text, hits)
    yield from _contacts(text, hits)
    yield from _quantity(text, hits, context, tables)
    yield from (Found("amount", match[0].strip(), *match.span()) for match in islice(AMOUNT.finditer(text.own), MOST))
    yield from _first(text, "mood", hits.get("moods", ()))
    yield from _language(text, tables)


def _found(text: Text, fact: str, value: str, hit: Hit) -> Found:
    return Found(fact, value, text.starts[hit.first], text.ends[hit.last])


def _first(text: Text, fact: str, hits: list[Hit] | tuple[()]) -> Iterator[Found]:
    for hit in hits[:1]:
        yield _found(text, fact, hit.label, hit)


def read_occasion(text: Text, hits: dict[str, list[Hit]], masked: set[int], needed: int = -1) -> Iterator[Found]:
    """Read the occasion: a day with a name, or the first that is told; a party is one only where nothing else is."""
    spoiled = {at for hit in hits.get("holidays", ()) for at in range(hit.first, hit.last + 1)} | masked
    told = [hit for hit in hits.get("occasions", ()) if hit.first not in spoiled and _is_ahead(text, hit)]
    named = [hit for hit in hits.get("holidays", ()) if hit.first not in masked and _is_ahead(text, hit)]
    firm = [hit for hit in told if hit.label not in ("party", "trip", "reunion")]
    known = sorted([*named, *firm], key=lambda hit: hit.first) or told
    yield from _first(text, "occasion", sorted(known, key=lambda hit: _distance(text, hit, needed)))


def _distance(text: Text, hit: Hit, needed: int) -> int:
    """How far an occasion is from the day that is needed, where both are in one sentence; far from it otherwise."""
    at = text.at(needed) if needed >= 0 else -1
    is_near = 0 <= at < len(text.words) and text.sentence[at] == text.sentence[hit.first]
    return abs(at - hit.first) if is_near else len(text.words)


def _is_ahead(text: Text, hit: Hit) -> bool:
    """Whether an occasion is none of the past, nor a thing that is named after one."""
    after, before = text.word(hit.last + 1), text.word(hit.first - 1)
    return after not in ("ring", "band", "dress", "photo", "photos", "song", "card", "was") and before not in (
        "after",
        "not",
        "since",
        "around",
        "last",
        "over",
    )


def _wishes(text: Text, hits: dict[str, list[Hit]], masked: set[int]) -> Iterator[Found]:
    spoiled = {at for hit in hits.get("not_wishes", ()) for at in range(hit.first, hit.last + 1)} | masked
    told = set()
    for hit in hits.get("wishes", ()):
        if hit.label not in told and spoiled.isdisjoint(range(hit.first, hit.last + 1)):
            told.add(hit.label)
            yield _found(text, "wish", hit.label, hit)
    if "rush" in told:
        hit = next(hit for hit in hits["wishes"] if hit.label == "rush")
        yield _found(text, "rush", "yes", hit)


def _damage(text: Text, hits: dict[str, list[Hit]], masked: set[int]) -> Iterator[Found]:
    """Read what is wrong with which part."""
    spoiled = {at for hit in hits.get("not_damages", ()) for at in range(hit.first, hit.last + 1)} | masked
    for hit in hits.get("damages", ()):
        if hit.first in spoiled:
            continue
        yield Found("damage", text.between(hit.first, hit.last), text.starts[hit.first], text.ends[hit.last])
        yield from (
            Found("part", text.between(part.first, part.last), text.starts[part.first], text.ends[part.last])
            for part in near(hits.get("parts", ()), hit.first, NEAR_PART)[:1]
        )
        return


def _photos(text: Text, hits: dict[str, list[Hit]]) -> Iterator[Found]:
    """Read whether a photo of what is wrong is attached, or offered; a picture to work from is neither."""
    spoiled = {text.sentence[hit.first] for hit in hits.get("not_pictures", ())}
    pictures = [hit for hit in hits.get("pictures", ()) if text.sentence[hit.first] not in spoiled]
    shows = any(name in hits for name in ("damages", "wrong", "arrivals", "texts")) or _is_claim(hits)
    for hit in hits.get("photos", ()):
        itself = any(picture.first <= hit.last for picture in near(pictures, hit.last, hit.last - hit.first))
        if (itself or near(pictures, hit.first, FAR)) and shows:
            fact = "photos" if hit.label == "attached" else "photos_offered"
            yield _found(text, fact, "yes", hit)
            return


def _is_claim(hits: dict[str, list[Hit]]) -> bool:
    return any(hit.label in ("new-one", "repair", "discount") for hit in hits.get("wishes", ()))


def _contacts(text: Text, hits: dict[str, list[Hit]]) -> Iterator[Found]:
    for hit in hits.get("times", ()):
        for wrote in near(hits.get("contacts", ()), hit.first, FAR - 2):
            same = text.sentence[wrote.first] == text.sentence[hit.first]
            if same and not {"your", "you", "they"} & {text.word(hit.first - 1), text.word(wrote.first - 1)}:
                yield _found(text, "contacts", hit.label, hit)
                return


def _quantity(text: Text, hits: dict[str, list[Hit]], context: Context, tables: Tables) -> Iterator[Found]:
    """Read "2 wallets", "two of the necklaces", "ordered TWO"."""
    heads = {word for title in context.products.values() for word in (title.split()[-1], f"{title.split()[-1]}s")}
    ordered = {hit.last for hit in hits.get("cues", ()) if hit.label == "ordered"}
    for at, word in enumerate(text.words):
        number = int(word) if word.isdigit() and len(word) <= 2 else tables.counts.get(word, 0)  # noqa: PLR2004
        if not 0 < number <= MOST or word in ONES:
            continue
        named = any(text.word(at + step) in heads for step in (1, 2))
        bought = at - 1 in ordered and number > 1 and text.after(at).strip(" ")[:1] in (",", ".")
        if named or bought:
            yield Found("quantity", str(number), text.starts[at], text.ends[at])
            return


def _language(text: Text, tables: Tables) -> Iterator[Found]:
    """Read the language by its most frequent words; too few of them, or as many of another, say nothing."""
    counted = Counter(name for word in text.words for name in tables.languages.get(word, ()))
    (first, most), (_, next_most) = (*counted.most_common(2), ("", 0), ("", 0))[:2]
    if most >= FEWEST_WORDS and most > next_most:
        yield Found("language", first, 0, len(text.own))
