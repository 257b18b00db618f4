"""What carries the requests of `httpx` to a server, under limits, and brings back no more than is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING, override
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from macros.exports.push.wire.meter import Backend, Meter

if TYPE_CHECKING:
    import ssl

    from macros.exports.push.wire.limits import Limits

# Without the other headers no redirect, cookie or compression has an effect.
KEPT = {b"content-type", b"retry-after", b"date"}
COMPRESSED = "compressed"
LOST = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError)


class Transport(httpx.BaseTransport):
    """Sends each request under the limits, through the proxy that the environment names.

    Raises:
        ValueError: when it names one that cannot be used.
    """

    def __init__(self, address: httpx.URL, limits: Limits, trusted: ssl.SSLContext) -> None:
        self._meter = Meter(limits)
        self._pool = _pool(address, Backend(self._meter), trusted)

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and read its whole answer.

        Raises:
            httpx.TransportError: when no whole answer comes.
            UnreadableError: when it is too large.
        """
        self._meter.begin()
        try:
            answer = self._pool.request(
                request.method,
                _address(request.url),
                headers=request.headers.raw,
                content=request.read(),
                extensions=request.extensions,
            )
        except LOST as error:
            raise getattr(httpx, type(error).__name__)(str(error)) from None
        return _without(answer)

    @override
    def close(self) -> None:
        self._pool.close()


def _address(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _without(answer: httpcore.Response) -> httpx.Response:
    """The answer with the headers that are asked about; `httpx` would decompress it, whatever size that has."""
    codings = [value.strip().lower() for name, value in answer.headers if name.lower() == b"content-encoding"]
    compressed = any(coding not in (b"", b"identity") for coding in codings)
    kept = [(name, value) for name, value in answer.headers if name.lower() in KEPT]
    extensions = {**answer.extensions, COMPRESSED: compressed}
    return httpx.Response(answer.status, headers=kept, content=answer.content, extensions=extensions)


def _pool(address: httpx.URL, backend: Backend, trusted: ssl.SSLContext) -> httpcore.ConnectionPool:
    named = _proxy(address)
    if not named:
        return httpcore.ConnectionPool(trusted, network_backend=backend)
    proxy = httpx.Proxy(named if "://" in named else f"http://{named}")
    if proxy.url.scheme not in ("http", "https"):
        raise ValueError(f"the environment names a {proxy.url.scheme} proxy: give one that begins with http://")
    return httpcore.HTTPProxy(
        _address(proxy.url), proxy_auth=proxy.raw_auth, ssl_context=trusted, network_backend=backend
    )


def _proxy(address: httpx.URL) -> str | None:
    known = {} if proxy_bypass(address.host) else getproxies()
    return known.get(address.scheme) or known.get("all")
