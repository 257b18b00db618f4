"""Whom the piece is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading.extract.found import Found
from reading.extract.people import capital

if TYPE_CHECKING:
    from reading.extract.tables import Tables
    from reading.extract.text import Hit, Text

WEDS = frozenset(("wedding", "funeral", "memorial", "hochzeit"))
GIVES = frozenset(("give", "giving", "gift", "present", "gave"))
FOR = ("for", "to", "fur", "para", "pour", "per", "voor", "of")
OWN = frozenset("my our meine meinen meinem meiner mein mi mis ma mon mia mio mijn his her the".split())  # noqa: SIM905
CELEBRATED = frozenset(
    "birthday bday retirement graduation christening present gift 70th 80th 60th 50th 40th 30th 21st 18th 90th 65th"  # noqa: SIM905
    " 75th 16th wallet necklace portrait sign dress initials fortieth fiftieth sixtieth seventieth turns".split()
)


def read_recipient(text: Text, hits: dict[str, list[Hit]], tables: Tables, masked: set[int]) -> list[Found]:
    """Read whom the piece is for: the relation, with the first name where it follows."""
    for at, word in enumerate(text.words[:-2]):
        if word == "one" and text.words[at + 1] == "for" and (name := capital(text, at + 2, tables)):
            return [Found("recipient", name, text.starts[at + 2], text.ends[at + 2])]
    days = {at for hit in hits.get("holidays", ()) for at in range(hit.first, hit.last + 1)} | masked
    for hit in hits.get("relations", ()):
        if hit.first not in days and _is_recipient(text, hit):
            name = capital(text, hit.last + 1, tables) if not text.after(hit.last).strip(" ,") else ""
            last = hit.last + bool(name)
            value = f"{hit.label} {name}".strip()
            return [Found("recipient", value, text.starts[hit.first], text.ends[last])]
    return []


def _is_recipient(text: Text, hit: Hit) -> bool:
    """Whether a relation stands behind "for my", or owns what is celebrated or made."""
    before, further = text.word(hit.first - 1), text.word(hit.first - 2)
    late = before == "late"
    is_for = (before in OWN and further in FOR and further not in ("of", "to")) or before in (
        "for",
        "fur",
        "para",
        "pour",
    )
    spoken = text.word(hit.first - 3) in ("writing", "write", "speaking", "asking", "spoke", "schreibe", "emailing")
    possessed = text.plain[text.ends[hit.last] - 2 : text.ends[hit.last]] in ("'s", "s'") or text.words[
        hit.last
    ].endswith("s")
    after = text.word(hit.last + 1)
    if is_for and not spoken and not late:
        same = text.words[hit.last + 1 : hit.last + 3] if text.after(hit.last) == " " else []
        return WEDS.isdisjoint(same)
    gives = further == "to" and not GIVES.isdisjoint(text.words[max(0, hit.first - 5) : hit.first])
    celebrates = after in ("turns", "graduates", "retires", "geburtstag", "verjaardag") or (
        possessed and after in CELEBRATED
    )
    return not late and (gives or celebrates)
