"""The texts of a message, and what each is for the order."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from reading.extract.days.cues import is_of_mail
from reading.extract.found import Found
from reading.extract.message.phrases import covered, near
from reading.extract.texts.pairs import find_pairs
from reading.extract.texts.roles import Piece
from reading.extract.texts.said import find_bare, find_lines, find_quoted
from reading.extract.texts.written import alike, find_quotes, find_runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reading.extract.message.phrases import Hits
    from reading.extract.message.tables import Tables
    from reading.extract.message.text import Text
    from reading.extract.texts.written import Written

END, SHORTEST = 30, 5  # characters at the end of a message, and of a text
MOST = 60  # texts that are weighed
REACH = 15  # words between a text and "I received"
FEW = 8  # words between a preview and what came


def read_texts(text: Text, hits: Hits, tables: Tables) -> tuple[list[Found], set[int]]:
    """Read the texts; gives them with the numbers of the words in quotes, which say nothing themselves."""
    quotes = find_quotes(text.own)
    masked = {at for quote in quotes for at in range(text.at(quote.start), text.at(quote.end - 1) + 1)}
    addresses = [hit for hit in hits.get("changes", ()) if hit.label == "address"]
    spoiled = masked | covered({**hits, "addresses": addresses}, "last_names", "addresses")
    said = [hit for hit in hits.get("texts", ()) if spoiled.isdisjoint(range(hit.first, hit.last + 1))]
    outside = {**hits, "texts": said}
    cues = {text.starts[at] for hit in said for at in range(hit.first, hit.last + 1)}
    runs = (
        [*find_runs(text.own, tables, quotes, cues)]
        if said or "against" in hits or any(sign in text.own for sign in ("on it", "->", "→"))
        else []
    )
    pieces = _apart(
        chain(
            find_pairs(text, outside, tables, [*quotes, *runs]),
            find_quoted(text, said, tables, quotes),
            find_lines(text, outside, tables),
            find_bare(text, said, tables, runs),
        )
    )
    pieces = _against_made([*pieces, *_opposites(pieces, [*quotes, *runs], len(text.own))])
    pieces = [_as_it_came(text, hits, piece) for piece in pieces]
    return _as_found(text, hits, tables, sorted(pieces)), masked


def _apart(pieces: Iterable[Piece]) -> list[Piece]:
    """Keep the first of those that overlap, and of the unsure ones those that are like a sure one or each other."""
    kept: list[Piece] = []
    for piece in islice(pieces, MOST):
        if not any(piece.start < other.end and other.start < piece.end for other in kept):
            kept.append(piece)
    return [
        piece
        for piece in kept
        if piece.sure or any(other.role != piece.role and alike(other.value, piece.value) for other in kept)
    ]


def _opposites(pieces: list[Piece], texts: list[Written], size: int) -> list[Piece]:
    """Give what a single text is like: where one is shown the other is wanted; a name at the end is only a name."""
    if len(pieces) != 1 or pieces[0].role not in ("shown", "made"):
        return []
    (known,) = pieces
    other = [
        one for one in texts if one.end < size - END and len(one.value) >= SHORTEST and alike(one.value, known.value)
    ]
    return [Piece(*one, "wanted") for one in other[:1] if one.start != known.start]


def _against_made(pieces: list[Piece]) -> list[Piece]:
    """Take "her name is spelled X" as wanted where "you carved Y" says what was made."""
    if not any(piece.role == "made" for piece in pieces):
        return pieces
    return [piece._replace(role="wanted") if piece.role == "shown" else piece for piece in pieces]


def _as_it_came(text: Text, hits: Hits, piece: Piece) -> Piece:
    """Take "received a wallet with the initials A.B." as what it shows, and not as what was ordered."""
    if piece.role != "ordered":
        return piece
    at = min(text.at(piece.start), len(text.words) - 1)
    denied = covered(hits, "not_arrivals")
    own = any(hit.label == "ordered" and hit.first < at for hit in near(hits.get("cues", []), at, REACH))
    came = [hit for hit in near(hits.get("arrivals", []), at, REACH) if hit.last < at and text.same(hit.last, at)]
    return piece._replace(role="shown") if came and not own and came[0].last not in denied else piece


def _as_found(text: Text, hits: Hits, tables: Tables, pieces: list[Piece]) -> list[Found]:
    """Name them by what has happened: a piece that has come shows what was made; a preview shows what was ordered."""
    pictured = any(hit.label == "attached" for hit in hits.get("photos", ())) and "pictures" in hits
    was_made = pictured or any(piece.role == "made" for piece in pieces) or _has_come(text, hits, tables)
    has_come = was_made and not ("previews" in hits and "damages" not in hits and _is_preview(text, hits))
    found: dict[str, Found] = {}
    for piece in pieces:
        for fact in _facts(piece.role, has_come=has_come, own_error="own_errors" in hits, several=len(pieces) > 1):
            found.setdefault(fact, Found(fact, piece.value, piece.start, piece.end))
    return [*found.values()]


def _has_come(text: Text, hits: Hits, tables: Tables) -> bool:
    """Whether the piece is said to have come, and not that it has not."""
    denied = covered(hits, "not_arrivals")
    return any(hit.last not in denied and not is_of_mail(text, hits, hit, tables) for hit in hits.get("arrivals", ()))


def _is_preview(text: Text, hits: Hits) -> bool:
    """Whether what came was a preview: it stands nearer to the word than the piece."""
    shown = hits["previews"][0]
    return any(
        text.same(come.first, shown.first) and abs(come.first - shown.first) <= FEW
        for come in hits.get("arrivals", ())[:1]
    )


def _facts(role: str, *, has_come: bool, own_error: bool, several: bool) -> tuple[str, ...]:
    if role == "wanted":
        return ("customization",) if has_come and not own_error else ("change_to",)
    if role == "ordered":
        return ("customization",)
    if has_come or role == "made":
        return ("made",)
    return ("old_text", "customization") if own_error and several else ("old_text",)
