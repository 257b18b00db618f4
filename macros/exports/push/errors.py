"""What keeps a reply from being pushed."""

from __future__ import annotations


class PushError(Exception):
    """Something was not pushed; the text says in one line what, and what to do."""


class DeniedError(PushError):
    """The helpdesk does not accept the token, or does not let its owner do this."""


class RefusedError(PushError):
    """The helpdesk refuses one request, or answers it in an unknown form; others may still succeed."""

    def __init__(self, text: str, status: int = 0) -> None:
        super().__init__(text)
        self.status = status


class UnansweredError(PushError):
    """No answer, or only that the server is busy or broken.

    Attributes:
        maybe_done: Whether the request may have been carried out, though it may not be sent twice.
        after: The seconds that the server asks to wait, None when it does not say.
        given_up: Whether it was tried often enough.
    """

    def __init__(self, text: str, *, maybe_done: bool, after: float | None = None) -> None:
        super().__init__(text)
        self.maybe_done, self.after, self.given_up = maybe_done, after, False


class UnreadableError(PushError):
    """An answer that comes, but may not or cannot be read."""


class DoubtfulError(UnansweredError):
    """A reply may have been created, and the list does not show it, or not yet."""

    def __init__(self, text: str) -> None:
        super().__init__(text, maybe_done=True)
