"""When a request is sent again, and how long that waits."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception,
    stop_after_attempt,
    stop_after_delay,
    wait_exponential_jitter,
)

from macros.exports.push.errors import UnansweredError

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from macros.exports.push.wire.limits import Limits

    type Wait = Callable[[float, str], None]

# Waits of 1, 2, 4, 8, 16 and 30 seconds: longer than the minute in which the tools count.
BACK_OFF = wait_exponential_jitter(initial=1, max=30, jitter=1)
LONGEST_WAIT = 300.0
SECONDS = re.compile(r"\s*([0-9]{1,9})\s*", re.ASCII)


def again(limits: Limits, wait: Wait) -> Retrying:
    """Calls a function again after a request that was not carried out, as late as the server asks.

    Args:
        limits: How often, and for how long.
        wait: Waits some seconds; the text says for what.
    """
    waiting_for: list[str] = []
    return Retrying(
        retry=retry_if_exception(_worth_it),
        wait=_seconds,
        stop=stop_after_attempt(limits.attempts) | stop_after_delay(limits.patience),
        before_sleep=lambda state: waiting_for.append(str(_error(state))),
        sleep=lambda seconds: wait(seconds, waiting_for.pop()),
        reraise=True,
    )


def asked_to_wait(headers: httpx.Headers) -> float | None:
    """The seconds of a Retry-After header, which may also name a moment (RFC 9110, 10.2.3)."""
    value = headers.get("Retry-After", "")
    seconds = SECONDS.fullmatch(value)
    if seconds:
        return float(seconds[1])
    try:
        moment, now = parsedate_to_datetime(value), parsedate_to_datetime(headers["Date"])
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, TypeError, KeyError, OverflowError):
        return None


def _worth_it(error: BaseException) -> bool:
    if not isinstance(error, UnansweredError) or error.maybe_done or error.given_up:
        return False
    return (error.after or 0) <= LONGEST_WAIT


def _error(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


def _seconds(state: RetryCallState) -> float:
    error = _error(state)
    after = error.after if isinstance(error, UnansweredError) else None
    return BACK_OFF(state) if after is None else after
