"""One account of a helpdesk: its entries listed, created, updated and deleted, none of them twice or by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from macros.exports.push.errors import DoubtfulError, PushError, RefusedError, UnansweredError
from macros.exports.push.listing import listed, understood
from macros.exports.push.wire.retry import LONGEST_WAIT

if TYPE_CHECKING:
    from macros.exports.push.entry import Helpdesk, Ours, Theirs
    from macros.exports.push.wire.client import Client


NOT_FOUND = 404
# Seconds before each look whether a request whose fate is unknown was carried out.
LOOKS = (1.0, 2.0, 4.0, 8.0)


class Entries(Protocol):
    """What a push needs of an account."""

    def listed(self) -> list[Theirs]:
        """All entries."""

    def holds(self, key: int) -> bool:
        """Whether there is an entry with this number, in the list or not."""

    def create(self, one: Ours) -> Theirs:
        """Create an entry."""

    def update(self, theirs: Theirs, one: Ours) -> Theirs:
        """Update an entry."""

    def delete(self, theirs: Theirs) -> None:
        """Delete an entry that is still as it was listed."""


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
        return listed(self._desk, self._client, self._path)

    def holds(self, key: int) -> bool:
        """Whether there is an entry with this number; not known, and denied, where the API shows only the list."""
        return self._desk.one_by_one and self._found(key) is not None

    def create(self, one: Ours) -> Theirs:
        """Create an entry; after a request whose fate is unknown, look for it instead of sending another.

        Raises:
            DoubtfulError: when it may be there all the same.
        """
        try:
            return self._write("POST", self._path, one)
        except UnansweredError as error:
            if not error.maybe_done:
                raise
            return self._looked_for(one, error)

    def update(self, theirs: Theirs, one: Ours) -> Theirs:
        """Update an entry.

        Raises:
            RefusedError: when the answer is about another one.
        """
        entry = self._write(self._desk.change, f"{self._path}/{theirs.key}", one)
        if entry.key != theirs.key:
            raise RefusedError(f"{self._client.title} was to change number {theirs.key}, and answers with {entry.key}")
        return entry

    def delete(self, theirs: Theirs) -> None:
        """Delete an entry, or find that it is gone; one that has changed since it was listed is left.

        Raises:
            RefusedError: when it has changed.
        """
        self._client.repeat(self._delete, theirs)

    def _delete(self, theirs: Theirs) -> None:
        found = self._found(theirs.key)
        if found is None:
            return
        if found != theirs:
            raise RefusedError(f"number {theirs.key} has changed over there since it was listed, and is left as it is")
        try:
            self._client.once("DELETE", f"{self._path}/{theirs.key}")
        except RefusedError as error:
            if error.status != NOT_FOUND:
                raise

    def _found(self, key: int) -> Theirs | None:
        """The entry with this number as it is now."""
        if not self._desk.one_by_one:
            return next((entry for entry in self.listed() if entry.key == key), None)
        try:
            return self._entry(self._client.send("GET", f"{self._path}/{key}"))
        except RefusedError as error:
            if error.status != NOT_FOUND:
                raise
            return None

    def _looked_for(self, one: Ours, why: UnansweredError) -> Theirs:
        if (why.after or 0) > LONGEST_WAIT:
            raise DoubtfulError(str(why))
        for seconds in (max(LOOKS[0], why.after or 0), *LOOKS[1:]):
            self._client.wait(seconds, f"{why}; then look whether it was created")
            found = self._in_list(one, why)
            if found:
                return found
        raise DoubtfulError(f"{why}; the list does not show it so far")

    def _in_list(self, one: Ours, why: UnansweredError) -> Theirs | None:
        try:
            return next((entry for entry in self.listed() if entry.id == one.id), None)
        except PushError as error:
            raise DoubtfulError(f"{why}; whether it was created cannot be looked up: {error}") from None

    def _write(self, method: str, path: str, one: Ours) -> Theirs:
        answer = self._client.send(method, path, body=one.payload)
        try:
            return self._of(one, answer)
        except RefusedError as error:
            raise UnansweredError(str(error), maybe_done=True) if method == "POST" else error from None

    def _of(self, one: Ours, answer: Any) -> Theirs:
        entry = self._entry(answer)
        if entry.id != one.id:
            raise RefusedError(f"{self._client.title} answers with another entry than was sent")
        return entry

    def _entry(self, answer: Any) -> Theirs:
        raw = self._desk.entry(answer) if isinstance(answer, dict) else answer
        return understood(self._client, self._desk.read, raw)
