"""Requests that survive a bad moment: paced, tried again where that cannot do a thing twice, and told in one line."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx

from macros.exports.push.errors import DeniedError, PushError, RefusedError, UnansweredError, UnreadableError
from macros.exports.push.wire.form import FormError, parsed
from macros.exports.push.wire.limits import LIMITS, Limits
from macros.exports.push.wire.retry import again, asked_to_wait
from macros.exports.push.wire.said import hidden, one_line
from macros.exports.push.wire.transport import COMPRESSED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    type Sleep = Callable[[float], None]

BAD_REQUEST, TOO_MANY, SERVER_ERROR = 400, 429, 500
# A wait that somebody who looks on would wonder about, in seconds.
NOTICED = 5.0


class Patience(NamedTuple):
    """How long to wait, how, and where to say so."""

    limits: Limits = LIMITS
    sleep: Sleep = time.sleep
    tell: Callable[[str], None] = lambda _: None


class Client:
    """One helpdesk's API, in JSON.

    Args:
        http: Knows the address and the headers.
        title: The helpdesk's name, for errors.
        pause: Seconds between two requests.
        patience: How to wait, and for how long.

    Attributes:
        received: The bytes of all answers so far.
    """

    def __init__(self, http: httpx.Client, title: str, pause: float = 0.0, patience: Patience | None = None) -> None:
        self._http, self.title, self._pause, self._patience = http, title, pause, patience or Patience()
        self.limits, self.received = self._patience.limits, 0
        self._hide = hidden(http.headers)
        self._begun = False

    def send(self, method: str, path: str, *, query: Mapping[str, str] | None = None, body: Any = None) -> Any:
        """Send a request, again where it failed and cannot have been carried out twice.

        Returns:
            The answer, read as JSON; None where it is empty.

        Raises:
            PushError: when it fails for good.
        """
        return self.repeat(self.once, method, path, query, body)

    def repeat[**P, T](self, function: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        """Call a function, again where it failed and nothing can have been done."""
        try:
            return again(self.limits, self.wait)(function, *args, **named)
        except UnansweredError as error:
            error.given_up = True
            raise

    def once(self, method: str, path: str, query: Mapping[str, str] | None = None, body: Any = None) -> Any:
        """Send a request once; otherwise like `send`."""
        if self._begun:
            self._patience.sleep(self._pause)
        self._begun = True
        try:
            response = self._http.request(method, path, params=query, json=body)
            self.received += len(response.content)
            return self._read(response)
        except httpx.TransportError as error:
            raise self._lost(method, error) from None
        except UnreadableError as error:
            raise self._unreadable(method, path, str(error)) from None

    def wait(self, seconds: float, why: str) -> None:
        """Wait, and say so where it is long."""
        if seconds >= NOTICED:
            self._patience.tell(f"Waiting {seconds:.0f} seconds: {why}")
        self._patience.sleep(seconds)

    def _lost(self, method: str, error: httpx.TransportError) -> UnansweredError:
        """A request without an answer; a server that was only slow gets as long again to finish."""
        sent = not isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout))
        text = f"{self._http.base_url.host} cannot be reached ({self.line(str(error)) or type(error).__name__})"
        after = self.limits.silence if isinstance(error, httpx.ReadTimeout) else None
        return UnansweredError(text, maybe_done=method == "POST" and sent, after=after)

    def _unreadable(self, method: str, path: str, why: str) -> PushError:
        """What the answer would have said is not known, but a request to create was received."""
        text = f"{self.title}'s answer to {method} {path} cannot be read: {self.line(why)}"
        return UnansweredError(text, maybe_done=True) if method == "POST" else RefusedError(text)

    def _read(self, response: httpx.Response) -> Any:
        status, method = response.status_code, response.request.method
        said = f"{self.title} answers {status} to {method} {response.request.url.path}"
        if status == TOO_MANY or status >= SERVER_ERROR:
            maybe, after = status != TOO_MANY and method == "POST", asked_to_wait(response.headers)
            asks = "" if after is None else f" and asks to wait {after:.0f} seconds"
            raise UnansweredError(said + asks, maybe_done=maybe, after=after)
        if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
            raise DeniedError(said)
        if status < BAD_REQUEST and not response.is_success and method == "POST":
            raise UnansweredError(said, maybe_done=True)
        if not response.is_success:
            raise RefusedError(f"{said} ({self._reason(response)})", status)
        return None if method == "DELETE" else _json(response)

    def _reason(self, response: httpx.Response) -> str:
        """Why a request is refused: a web page would say less than its status does."""
        in_json = "json" in response.headers.get("Content-Type", "") and not response.extensions.get(COMPRESSED)
        return self.line(response.content.decode(errors="replace") if in_json else response.reason_phrase)

    def line(self, text: str) -> str:
        """What a server says, as it may be shown."""
        return one_line(self._hide(text))


def _json(response: httpx.Response) -> Any:
    if response.extensions.get(COMPRESSED):
        raise UnreadableError("it is compressed, which was not asked for")
    try:
        return parsed(response.content)
    except FormError as error:
        raise UnreadableError(f"it holds {error}") from None
