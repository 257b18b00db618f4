"""The text on a piece: what was ordered, what it shows, what it should say, character by character."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reading.extract.days.roles import is_of_mail
from reading.extract.found import Found
from reading.extract.text import near, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading.extract.tables import Tables
    from reading.extract.text import Hit, Text

QUOTED = re.compile(
    r"\"([^\"\n]{1,120})\"|“([^“”\n]{1,120})[”\"]|„([^„“”\"\n]{1,120})[“”\"]|«([^«»\n]{1,120})»"
    r"|(?<!\w)[‘']([^‘'’\n]{1,80}(?:[’'](?=\w)[^‘'’\n]{1,80})?)[’'](?!\w)"
)
PLAIN_TEXT = re.compile(
    r"\s*:?\s+((?i:est\.?|since|established) \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:[A-Z]\.){2,4}"
    r"|(?:[A-Za-z]\.){2,3}[A-Za-z]?\.?|[A-Z][\w'’&-]*(?: (?:[A-Z&+][\w'’&-]*|\d{1,4}))*)(?=$|\s|[,.;:!?)])"
)
DENIED = re.compile(r"[\s,]+(?:and )?(?:not|nicht|pas|no|non|niet|instead|statt|rather)\b")
FROM_TO = re.compile(
    r"\b(?:[Cc]hange|[Cc]hanged|[Cc]hanging|[Cc]orrect|[Ss]witch)(?: \w+){0,4}"
    r" from [\"“'‘]?([A-Z][\w'’&.-]{0,30})[\"”'’]?"
    r" to [\"“'‘]?([A-Z][\w'’&-]{0,30})[\"”'’]?(?!\w)"
)
ON_IT = re.compile(r"\b[Ww]ith ((?:[A-Z][\w'’&.-]{0,20} ?){1,4}) on (?:it|them|the (?:front|back|inside))\b")
MOST = 100  # quotes that are looked at
NEAR = 3  # words between what says it and the text
EXCEPTIONS = ("not", "y", "e", "nicht", "pas", "niet", "instead", "statt", "rather")
MOST_BEFORE = 2  # texts that one is set against
REACH = 30  # characters between a text and the one it is set against


class Piece(NamedTuple):
    """A text, its characters, and what is said of it."""

    role: str
    value: str
    start: int
    end: int


def read_texts(text: Text, hits: dict[str, list[Hit]], tables: Tables) -> tuple[list[Found], set[int]]:
    """Read the texts; gives them with the numbers of the words that lie in quotes, which say nothing themselves."""
    quotes = [_quote(match) for match in islice(QUOTED.finditer(text.own), MOST)]
    masked = {at for start, end, _ in quotes for at in range(text.at(start), text.at(end - 1) + 1)}
    hits_outside = [hit for hit in hits.get("texts", ()) if hit.first not in masked]
    pieces = [*_of_quotes(text, hits_outside, quotes), *_from_to(text)]
    pieces += _unquoted(text, hits_outside, masked, tables, pieces)
    pieces = [_as_it_came(text, hits, piece) for piece in pieces]
    return _as_found(text, hits, sorted(pieces, key=lambda piece: piece.start)), masked


def _quote(match: re.Match[str]) -> tuple[int, int, str]:
    group = next(number for number, found in enumerate(match.groups(), 1) if found is not None)
    value = match[group].strip()
    is_initials = value.count(".") > 1
    return match.start(group), match.end(group), value if is_initials else value.rstrip(",.")


def _of_quotes(text: Text, hits: list[Hit], quotes: list[tuple[int, int, str]]) -> Iterator[Piece]:
    for start, end, value in quotes:
        at = text.at(start)
        beside = [hit for hit in near(hits, at, REACH) if 0 < at - hit.last <= NEAR and not _is_cut(text, hit.last, at)]
        if beside and value:
            last = max(beside, key=lambda hit: (hit.last, hit.last - hit.first))
            yield Piece(_role(last, beside), value, start, end)


def _is_cut(text: Text, first: int, last: int) -> bool:
    return last < len(text.words) and text.sentence[last] - text.sentence[first] > 0 and "\n\n" in text.gap(last)


def _role(hit: Hit, beside: list[Hit]) -> str:
    """Of a phrase that may mean two things, such as "it's spelled", take what stands beside it."""
    same = {other.label for other in beside if (other.first, other.last) == (hit.first, hit.last)}
    if len(same) == 1:
        return hit.label
    return "shown" if "shown" in same else hit.label


def _unquoted(text: Text, hits: list[Hit], masked: set[int], tables: Tables, quoted: list[Piece]) -> list[Piece]:
    """Read "should be Pip", "it's R.M.T. not R.T.M.", "the initials S.d.W."; a name or initials only."""
    before: list[Piece] = []
    ends = {piece.end: piece for piece in quoted}
    for hit in hits:
        at = hit.last + 1
        if at >= len(text.words) or at in masked or not _may_be_bare(text, hit, tables, _last(text, hit, before, ends)):
            continue
        match = PLAIN_TEXT.match(text.own, text.ends[hit.last])
        if match and not _is_sentence(text, at, match, tables):
            same = [other for other in near(hits, hit.first, 0) if other.last == hit.last]
            piece = Piece(_role(hit, same), _trimmed(match[1]), match.start(1), match.end(1))
            before.append(piece)
    return before


def _last(text: Text, hit: Hit, before: list[Piece], quoted: dict[int, Piece]) -> list[Piece]:
    """Give the texts that end shortly before a phrase, which one may be set against."""
    start = text.starts[hit.first]
    beside = [piece for piece in before[-MOST_BEFORE:] if piece.end <= start <= piece.end + REACH]
    return beside + [quoted[end] for end in range(start - REACH, start) if end in quoted]


def _may_be_bare(text: Text, hit: Hit, tables: Tables, before: list[Piece]) -> bool:
    """Whether a name or initials may follow without quotes: plainly, or where they are set against another text."""
    phrase = " ".join(text.words[hit.first : hit.last + 1])
    if phrase in tables.sets["contrasts"]:
        return _is_contrast(text, hit, before)
    return hit.last > hit.first or phrase in tables.sets["bare"]


def _is_contrast(text: Text, hit: Hit, before: list[Piece]) -> bool:
    """Whether "it's X not Y" is said, where X is a text already, or "spelled Y and it's X"."""
    if before:
        return True
    return hit.label == "wanted" and any(word in EXCEPTIONS for word in text.words[hit.last + 2 : hit.last + 6])


def _is_sentence(text: Text, at: int, match: re.Match[str], tables: Tables) -> bool:
    """Whether a capital is only the first letter of a common word, as in "not The"."""
    known = tables.sets["not_names"] | tables.sets["not_texts"]
    shouted = match[1].isupper() and text.between(at - 1, at - 1).isupper()
    is_common = all(part in known for part in words_of(match[1])) and "." not in match[1]
    is_date = match[1][0].isdigit() and not DENIED.match(text.own, match.end())
    return is_common or shouted or is_date or "\n" in text.gap(at)


def _trimmed(value: str) -> str:
    return value if value.count(".") >= 2 else value.rstrip(".")  # noqa: PLR2004 - initials keep their points


def _as_found(text: Text, hits: dict[str, list[Hit]], pieces: list[Piece]) -> list[Found]:
    """Name them by what has happened: a piece that has come shows what was made; a preview shows what was ordered."""
    pieces += [*_on_it(text)] if not pieces else []
    pictured = any(hit.label == "attached" for hit in hits.get("photos", ())) and "pictures" in hits
    was_made = pictured or any(piece.role == "made" for piece in pieces)
    has_come = (was_made or _has_come(text, hits)) and not (
        "previews" in hits and "damages" not in hits and _is_preview(text, hits)
    )
    own_error = "own_errors" in hits
    found: list[Found] = []
    for piece in pieces:
        for fact in _facts(piece.role, has_come=has_come, own_error=own_error, several=len(pieces) > 1):
            if not any(known.fact == fact for known in found):
                found.append(Found(fact, piece.value, piece.start, piece.end))
    return found


def _from_to(text: Text) -> Iterator[Piece]:
    """Read "changed the name from Ann to Anne"."""
    for match in islice(FROM_TO.finditer(text.own), 1):
        yield Piece("shown", match[1], *match.span(1))
        yield Piece("wanted", match[2], *match.span(2))


def _as_it_came(text: Text, hits: dict[str, list[Hit]], piece: Piece) -> Piece:
    """Take "received a wallet with the initials A.B." as what it shows, and not as what was ordered."""
    at = text.at(piece.start)
    came = near(hits.get("arrivals", ()), at, REACH // 2) if piece.role == "ordered" else []
    denied = {hit.last for hit in hits.get("not_arrivals", ())}
    own = any(hit.label == "ordered" and hit.first < at for hit in near(hits.get("cues", ()), at, REACH // 2))
    same = [
        hit for hit in came if hit.last < at and text.sentence[hit.last] == text.sentence[min(at, len(text.words) - 1)]
    ]
    return piece._replace(role="shown") if same and not own and denied.isdisjoint(hit.last for hit in same) else piece


def _on_it(text: Text) -> Iterator[Piece]:
    """Read "with Eloise RN on it"."""
    for match in islice(ON_IT.finditer(text.own), 1):
        yield Piece("ordered", match[1], *match.span(1))


def _has_come(text: Text, hits: dict[str, list[Hit]]) -> bool:
    """Whether the piece is said to have come, and not that it has not."""
    denied = {at for hit in hits.get("not_arrivals", ()) for at in range(hit.first, hit.last + 1)}
    return any(hit.last not in denied and not is_of_mail(text, hits, hit) for hit in hits.get("arrivals", ())[:MOST])


def _is_preview(text: Text, hits: dict[str, list[Hit]]) -> bool:
    """Whether what came was a preview: it stands nearer to the word than the piece."""
    come, shown = hits["arrivals"][0], hits["previews"][0]
    return text.sentence[come.first] == text.sentence[shown.first] and abs(come.first - shown.first) <= 8  # noqa: PLR2004


def _facts(role: str, *, has_come: bool, own_error: bool, several: bool) -> tuple[str, ...]:
    if role == "wanted":
        return ("customization",) if has_come and not own_error else ("change_to",)
    if role == "made":
        return ("made",)
    if role == "ordered":
        return ("customization",)
    if has_come:
        return ("made",)
    return ("old_text", "customization") if own_error and several else ("old_text",)
