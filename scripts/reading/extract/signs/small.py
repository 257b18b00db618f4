"""The small signs: photos, amounts, mood, language, how often they wrote, how many they ordered."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.message.phrases import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.message.phrases import Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text

AMOUNT = re.compile(
    r"(?<![\w.,])(?:(?:US|AU|CA|C|A)?[$€£]\s?\d{1,6}(?:[.,]\d{3})*(?:[.,]\d{2})?(?!\d)"
    r"|\d{1,6}(?:[.,]\d{2})?\s?(?:[$€£]|dollars?\b|bucks\b|euros?\b|eur\b|pounds?\b|quid\b|usd\b|cad\b|aud\b|gbp\b))",
    re.IGNORECASE,
)
FAR = 6  # words between a photo and "attached"
MOST = 99
FEWEST_WORDS = 3


def read_signs(text: Text, hits: Hits, tables: Tables) -> Iterator[Found]:
    """Read all of them."""
    yield from _photos(text, hits)
    yield from _contacts(text, hits)
    yield from _quantity(text, hits, tables)
    yield from (
        Found("amount", match[0].strip(), *match.span())
        for match in islice(AMOUNT.finditer(text.own if text.numbers else ""), MOST)
    )
    yield from (Found("mood", hit.label, *text.span(hit.first, hit.last)) for hit in hits.get("moods", ())[:1])
    yield from _language(text, tables)


def _photos(text: Text, hits: Hits) -> Iterator[Found]:
    """Read whether a photo of what is wrong is attached, or offered; a picture to work from is neither."""
    spoiled = {text.sentence[hit.first] for hit in hits.get("not_pictures", ())}
    pictures = [hit for hit in hits.get("pictures", ()) if text.sentence[hit.first] not in spoiled]
    shows = any(name in hits for name in ("damages", "wrong", "arrivals", "texts")) or _is_claim(hits)
    for hit in hits.get("photos", ()):
        itself = any(picture.first <= hit.last for picture in near(pictures, hit.last, hit.last - hit.first))
        itself = itself or text.words[hit.first] == "see"
        if (itself or near(pictures, hit.first, FAR)) and shows:
            fact = "photos" if hit.label == "attached" else "photos_offered"
            yield Found(fact, "yes", *text.span(hit.first, hit.last))
            return


def _is_claim(hits: Hits) -> bool:
    return any(hit.label in ("new-one", "repair", "discount") for hit in hits.get("wishes", ()))


def _contacts(text: Text, hits: Hits) -> Iterator[Found]:
    for hit in hits.get("times", ()):
        for wrote in near(hits.get("contacts", ()), hit.first, FAR - 2):
            same = text.sentence[wrote.first] == text.sentence[hit.first]
            if same and not {"your", "you", "they"} & {text.word(hit.first - 1), text.word(wrote.first - 1)}:
                yield Found("contacts", hit.label, *text.span(hit.first, hit.last))
                return


def _quantity(text: Text, hits: Hits, tables: Tables) -> Iterator[Found]:
    """Read "2 wallets", "two of the necklaces", "ordered TWO"."""
    counted = [
        at for at, word in enumerate(text.words) if word in tables.counts and word not in tables.beside["articles"]
    ]
    counted += [at for at in text.numbers if text.words[at].isdigit() and len(text.words[at]) < len(str(MOST + 1))]
    if not counted:
        return
    ordered = {hit.last for hit in hits.get("cues", ()) if hit.label == "ordered"}
    for at in sorted(counted):
        number = tables.counts.get(text.words[at]) or int(text.words[at])
        bought = at - 1 in ordered and number > 1 and text.after(at).strip(" ")[:1] in (",", ".")
        if number and (bought or not tables.heads.isdisjoint(text.words[at + 1 : at + 3])):
            yield Found("quantity", str(number), *text.span(at, at))
            return


def _language(text: Text, tables: Tables) -> Iterator[Found]:
    """Read the language by its most frequent words; too few of them, or as many of another, say nothing."""
    counted = Counter(name for word in text.words if word in tables.languages for name in tables.languages[word])
    (first, most), (_, next_most) = (*counted.most_common(2), ("", 0), ("", 0))[:2]
    if most >= FEWEST_WORDS and most > next_most:
        yield Found("language", first, 0, len(text.own))
