"""Requests that survive a bad moment: paced, tried again where that cannot do a thing twice, and told in one line."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from macros.exports.push.errors import DeniedError, RefusedError, UnansweredError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    type Sleep = Callable[[float], None]

# Waits of 1, 2, 4, 8, 16 and 30 seconds: longer than the minute in which the tools count.
ATTEMPTS = 7
BACK_OFF = wait_exponential_jitter(initial=1, max=30, jitter=1)
LONGEST_WAIT = 300.0
TIMEOUT = 30.0
TOO_MANY, SERVER_ERROR = 429, 500
SHOWN = 200


class Client:
    """One helpdesk's API, in JSON.

    Args:
        http: Knows the address and the headers.
        title: The helpdesk's name, for errors.
        pause: Seconds between two requests.
        sleep: How to wait.
    """

    def __init__(self, http: httpx.Client, title: str, pause: float = 0.0, sleep: Sleep = time.sleep) -> None:
        self._http, self.title, self._pause, self.sleep = http, title, pause, sleep
        self._begun = False

    def send(self, method: str, path: str, *, query: Mapping[str, str] | None = None, body: Any = None) -> Any:
        """Send a request, again where it failed and cannot have been carried out twice.

        Returns:
            The answer, read as JSON; None where it is empty.

        Raises:
            PushError: when it fails for good.
        """
        safe = again(lambda error: not error.maybe_done, self.sleep)
        return safe(self._once, method, path, query, body)

    def _once(self, method: str, path: str, query: Mapping[str, str] | None, body: Any) -> Any:
        if self._begun:
            self.sleep(self._pause)
        self._begun = True
        try:
            response = self._http.request(method, path, params=query, json=body)
        except httpx.TransportError as error:
            raise self._lost(method, error) from None
        return self._read(response)

    def _lost(self, method: str, error: httpx.TransportError) -> UnansweredError:
        """A request without an answer; a server that was only slow gets as long again to finish."""
        sent = not isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout))
        text = f"{self._http.base_url.host} cannot be reached ({_line(str(error)) or type(error).__name__})"
        after = TIMEOUT if isinstance(error, httpx.ReadTimeout) else None
        return UnansweredError(text, maybe_done=method == "POST" and sent, after=after)

    def _read(self, response: httpx.Response) -> Any:
        status = response.status_code
        said = f"{self.title} answers {status} to {response.request.method} {response.request.url.path}"
        if status == TOO_MANY or status >= SERVER_ERROR:
            maybe, after = status != TOO_MANY and response.request.method == "POST", _asked_to_wait(response.headers)
            asks = "" if after is None else f" and asks to wait {after:.0f} seconds"
            raise UnansweredError(said + asks, maybe_done=maybe, after=after)
        if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
            raise DeniedError(said)
        if not response.is_success:
            raise RefusedError(f"{said} ({_reason(response)})", status)
        try:
            return response.json() if response.content.strip() else None
        except ValueError:
            raise RefusedError(f"{said}, but not in JSON") from None


def again(worth: Callable[[UnansweredError], bool], sleep: Sleep) -> Retrying:
    """Calls a function again after an UnansweredError that is worth it, as late as the server asks."""

    def may(error: BaseException) -> bool:
        return isinstance(error, UnansweredError) and worth(error) and (error.after or 0) <= LONGEST_WAIT

    return Retrying(
        retry=retry_if_exception(may), wait=_wait, stop=stop_after_attempt(ATTEMPTS), sleep=sleep, reraise=True
    )


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    after = error.after if isinstance(error, UnansweredError) else None
    return BACK_OFF(state) if after is None else after


def _asked_to_wait(headers: httpx.Headers) -> float | None:
    """The seconds of a Retry-After header, which may also name a moment (RFC 9110, 10.2.3)."""
    value = headers.get("Retry-After", "")
    if value.strip().isdigit():
        return float(value)
    try:
        moment, now = parsedate_to_datetime(value), parsedate_to_datetime(headers["Date"])
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, TypeError, KeyError):
        return None


def _reason(response: httpx.Response) -> str:
    """Why a request is refused: a web page would say less than its status does."""
    in_json = "json" in response.headers.get("Content-Type", "")
    return _line(response.text if in_json else response.reason_phrase)


def _line(text: str) -> str:
    """A text from outside as part of one line, without anything that a terminal would obey."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= SHOWN else line[:SHOWN] + "…"
