"""One account of a helpdesk: its entries listed, created, updated and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from macros.exports.push.client import again
from macros.exports.push.errors import PushError, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.exports.push.client import Client
    from macros.exports.push.entry import Helpdesk, Ours, Theirs


NOT_FOUND = 404


class Entries(Protocol):
    """What a push needs of an account."""

    def create(self, one: Ours) -> Theirs:
        """Create an entry."""

    def update(self, key: int, one: Ours) -> Theirs:
        """Update an entry."""

    def delete(self, key: int) -> None:
        """Delete an entry."""


class Account:
    """The entries of an account over its API."""

    def __init__(self, desk: Helpdesk, client: Client, account: str) -> None:
        self._desk, self._client = desk, client
        self._path = desk.path.format(account=account)

    def listed(self) -> list[Theirs]:
        """All entries, ours and others.

        Raises:
            PushError: when they cannot be listed.
        """
        return [self._read(raw) for raw in self._raw()]

    def create(self, one: Ours) -> Theirs:
        """Create an entry; after a request whose fate is unknown, look whether it is there before sending another."""
        for attempt in again(lambda error: error.maybe_done, self._client.sleep):
            with attempt:
                found = self._find(one) if attempt.retry_state.attempt_number > 1 else None
                return found or self._write("POST", self._path, one)
        raise AssertionError  # the loop above returns or raises

    def update(self, key: int, one: Ours) -> Theirs:
        """Update an entry."""
        return self._write(self._desk.change, f"{self._path}/{key}", one)

    def delete(self, key: int) -> None:
        """Delete an entry, or find that it is gone."""
        try:
            self._client.send("DELETE", f"{self._path}/{key}")
        except RefusedError as error:
            if error.status != NOT_FOUND:
                raise

    def _write(self, method: str, path: str, one: Ours) -> Theirs:
        answer = self._client.send(method, path, body=one.payload)
        return self._read(self._desk.entry(answer) if isinstance(answer, dict) else answer)

    def _find(self, one: Ours) -> Theirs | None:
        return next((entry for entry in self.listed() if entry.id == one.id), None)

    def _raw(self) -> Iterator[Any]:
        query, seen = self._desk.first, []
        while query not in seen:
            seen.append(query)
            answer = self._client.send("GET", self._path, query=query)
            try:
                raw, following = self._desk.page(answer)
            except (LookupError, TypeError, AttributeError):
                raise self._not_understood() from None
            yield from raw
            if following is None:
                return
            query = following
        raise PushError(f"{self._client.title} gives the same page of its list again and again: try again later")

    def _read(self, raw: Any) -> Theirs:
        try:
            return self._desk.read(raw)
        except (LookupError, TypeError, AttributeError, ValueError):
            raise self._not_understood() from None

    def _not_understood(self) -> RefusedError:
        return RefusedError(f"{self._client.title} answers in an unknown form")
