"""Connections under limits: no answer takes too long or grows too large, however its bytes come.

A timeout of `httpx` begins anew with each byte, so a server that sends one a second would hold a push for ever. Here
all bytes of an answer, those before its body too, count against one limit.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, override

import httpcore

from macros.exports.push.errors import UnreadableError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    from macros.exports.push.wire.limits import Limits


class Meter:
    """The seconds and the bytes that are left for one answer."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.begin()

    def begin(self) -> None:
        """Begin a request."""
        self._end, self._left = time.monotonic() + self._limits.request, self._limits.answer

    def seconds(self, timeout: float | None) -> float:
        """The seconds that a step may take.

        Raises:
            httpcore.ReadTimeout: when none are left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout(f"no whole answer within {self._limits.request:g} seconds")
        return left if timeout is None else min(left, timeout)

    def count(self, data: bytes) -> bytes:
        """The bytes, counted.

        Raises:
            UnreadableError: when they are too many.
        """
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError(f"sends more than {self._limits.answer} bytes")
        return data


class Stream(httpcore.NetworkStream):
    """A connection, metered."""

    def __init__(self, inner: httpcore.NetworkStream, meter: Meter) -> None:
        self._inner, self._meter = inner, meter

    @override
    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._meter.count(self._inner.read(max_bytes, self._meter.seconds(timeout)))
        except httpcore.ReadTimeout:
            self._meter.seconds(None)  # says so, where it was the limit of the whole
            raise

    @override
    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._meter.seconds(timeout))

    @override
    def close(self) -> None:
        self._inner.close()

    @override
    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> Stream:
        return Stream(self._inner.start_tls(ssl_context, server_hostname, self._meter.seconds(timeout)), self._meter)

    @override
    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class Backend(httpcore.SyncBackend):
    """Opens metered connections."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter

    @override
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> Stream:
        limit = self._meter.seconds(timeout)
        return Stream(super().connect_tcp(host, port, limit, local_address, socket_options), self._meter)
