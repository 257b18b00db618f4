"""A helpdesk's list, page by page, to its end: one that has none, or that contradicts itself, is given up."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from macros.exports.push.errors import PushError, RefusedError
from macros.exports.push.wire.form import STRANGE, FormError, described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.exports.push.entry import Helpdesk, Theirs
    from macros.exports.push.wire.client import Client


def understood[T](client: Client, reading: Callable[[Any], T], raw: Any) -> T:
    """What is read from JSON of a helpdesk.

    Raises:
        RefusedError: when it is not in the form that is documented; the text says what came.
    """
    try:
        return reading(raw)
    except STRANGE as error:
        came = str(error) if isinstance(error, FormError) else described(raw)
        raise RefusedError(f"{client.title} answers in an unknown form ({client.line(came)})") from None


def listed(desk: Helpdesk, client: Client, path: str) -> list[Theirs]:
    """All entries, ours and others, each once.

    Raises:
        PushError: when they cannot be listed, or not all of them.
    """
    found: dict[int, Theirs] = {}
    for page in _pages(desk, client, path):
        for raw in page:
            entry = understood(client, desk.read, raw)
            if found.setdefault(entry.key, entry) != entry:
                raise PushError(f"{desk.title} lists two entries under the number {entry.key}: run it again later")
        if len(found) > client.limits.entries:
            raise PushError(f"{desk.title} lists more than {client.limits.entries} entries: check --account and --url")
    return [*found.values()]


def _pages(desk: Helpdesk, client: Client, path: str) -> Iterator[list[Any]]:
    check, query, seen = _Bounds(client), desk.first, set()
    while frozenset(query.items()) not in seen:
        seen.add(frozenset(query.items()))
        check(len(seen))
        raw, following = understood(client, desk.page, client.send("GET", path, query=query))
        yield raw
        if following is None:
            return
        query = following
    raise PushError(f"{desk.title} gives the same page of its list again and again: try again later")


class _Bounds:
    """Ends a list that does not end by itself."""

    def __init__(self, client: Client) -> None:
        self._client, self._begun, self._before = client, time.monotonic(), client.received

    def __call__(self, pages: int) -> None:
        limits = self._client.limits
        over = {
            f"{limits.pages} pages": pages > limits.pages,
            f"{limits.listing_bytes} bytes": self._client.received - self._before > limits.listing_bytes,
            f"{limits.listing:g} seconds": time.monotonic() - self._begun > limits.listing,
        }
        for what in (name for name, is_over in over.items() if is_over):
            raise PushError(f"{self._client.title}'s list has no end after {what}: try again later, or check --url")
