"""How much time and room a helpdesk is given. Whatever it sends, a push ends."""

from __future__ import annotations

from typing import NamedTuple

ATTEMPTS = 7
TIMEOUT = 30.0


class Limits(NamedTuple):
    """What a helpdesk may take; far above what a healthy one needs.

    Attributes:
        silence: Seconds without a byte, also while connecting.
        request: Seconds for a request and its whole answer.
        answer: Bytes of an answer, with all that comes before it.
        attempts: How often a request is sent, where a second time does no harm.
        patience: Seconds for all attempts of a request, with the waits between them.
        listing: Seconds for a whole list.
        listing_bytes: Bytes of a whole list.
        pages: Pages of a list.
        entries: Entries of a list.
        settled: Seconds after which a list shows what was created, whatever it is read from.
    """

    silence: float = TIMEOUT
    request: float = 60.0
    answer: int = 10_000_000
    attempts: int = ATTEMPTS
    patience: float = 300.0
    listing: float = 900.0
    listing_bytes: int = 100_000_000
    pages: int = 1_000
    entries: int = 50_000
    settled: float = 600.0


LIMITS = Limits()
