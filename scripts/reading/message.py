"""What a customer wrote, without what came along: quoted history, a signature, a forwarded head."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest

LONGEST = 20_000  # characters that are read of one message
# The head of a quote, which mail programs wrap; "On the form I wrote:" is the customer's own.
WROTE = r"on\b.{4,200}(?<!\bi )\bwrote:|le\b.{4,200}\ba écrit\s*:|am\b.{4,200}\bschrieb.{0,80}:|el\b.{4,200}\bescribió:"
WRAPPED = re.compile(rf"^\s*(?:{WROTE})\s*$", re.IGNORECASE)
QUOTE = re.compile(
    rf"^\s*(?:{WROTE}|-{{2,}}\s*(?:original message|forwarded message|ursprüngliche nachricht).*|_{{8,}}"
    r"|from:\s.+@.+|please type your reply above this line.*)\s*$",
    re.IGNORECASE,
)
SIGNATURE = re.compile(
    r"^\s*(?:--|__|sent from (?:my|yahoo|mail|outlook)\b.*|get outlook for .*|von meinem .* gesendet"
    r"|envoyé de mon .*|this (?:e-?mail|message) and any attachments.*)\s*$",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")


def own_words(message: str) -> str:
    """Give the words that the customer wrote, of at most 20,000 characters.

    Lines that quote an earlier mail are left out, and so is all that follows a quote's head or a signature's mark.
    Where nothing would be left, as in a forwarded mail, the whole text stays.
    """
    text = unicodedata.normalize("NFKC", message[:LONGEST])[:LONGEST]
    kept: list[str] = []
    lines = text.splitlines()
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        is_head = QUOTE.match(line) or WRAPPED.match(f"{line} {following}")
        if is_head or (SIGNATURE.match(line) and kept):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line)
    own = "\n".join(kept).strip()
    return own or text.strip()


def sentences(text: str) -> list[str]:
    """Split words into sentences and lines."""
    return [found for found in SENTENCE.split(text) if found.strip()]
