"""What a hostile server sends: scripts for `Server.script`, each a small function, to be put together in a table."""

from __future__ import annotations

import json
import time
from http.client import responses
from itertools import count, repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tests.macros.push.push_servers import Asked, Script, Server

    type Change = Callable[[Any], Any]

FOR_EVER = 10**9
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def answer(said: Any, status: int = 200, headers: Mapping[str, object] | None = None) -> bytes:
    """A whole answer; bytes are sent as they are, all else as JSON."""
    body = said if isinstance(said, bytes) else json.dumps(said).encode()
    fields = {"Content-Type": "application/json", "Content-Length": len(body), "Connection": "close", **(headers or {})}
    lines = [f"HTTP/1.1 {status} {responses.get(status, 'Odd')}", *(f"{name}: {fields[name]}" for name in fields)]
    return "".join(f"{line}\r\n" for line in lines).encode("latin-1") + b"\r\n" + body


def says(said: Any, status: int = 200, **headers: object) -> Script:
    """Answers the same to all, and does nothing."""
    whole = answer(said, status, {name.replace("_", "-"): value for name, value in headers.items()})
    return lambda _: [whole]


def sends(*pieces: bytes) -> Script:
    """Sends bytes to all, and does nothing."""
    return lambda _: pieces


def floods(begin: bytes, piece: bytes) -> Script:
    """Sends a beginning, and then the same without end."""

    def script(_: Asked) -> Iterator[bytes]:
        yield begin
        yield from repeat(piece)

    return script


def drips(begin: bytes, piece: bytes = b" ", seconds: float = 0.02) -> Script:
    """Sends a beginning, and then a byte now and then without end."""

    def script(_: Asked) -> Iterator[bytes]:
        yield begin
        while True:
            time.sleep(seconds)
            yield piece

    return script


def does(script: Script) -> Script:
    """Carries each request out, and then answers otherwise."""

    def done(asked: Asked) -> Iterable[bytes] | None:
        asked.done()
        return script(asked)

    return done


def changed(change: Change) -> Script:
    """Carries each request out, and forges what is said."""

    def script(asked: Asked) -> Iterable[bytes]:
        status, said = asked.done()
        return [answer(change(said) if status < 300 else said, status)]

    return script


def on(method: str, script: Script, *, skip: int = 0, times: int = FOR_EVER) -> Script:
    """Does so for one method, some times, after it was asked some times."""
    asked_before = count()

    def chosen(asked: Asked) -> Iterable[bytes] | None:
        if asked.method != method or not skip <= next(asked_before) < skip + times:
            return None
        return script(asked)

    return chosen


def on_one(script: Script) -> Script:
    """Does so where a single entry is asked for."""
    return lambda asked: script(asked) if asked.method == "GET" and asked.path.rpartition("/")[2].isdigit() else None


def both(first: Script, second: Script) -> Script:
    """Does what the first script does, otherwise what the second does."""

    def script(asked: Asked) -> Iterable[bytes] | None:
        found = first(asked)
        return second(asked) if found is None else found

    return script


def then(method: str, deed: Callable[[], object]) -> Script:
    """Somebody does something over there just after a request was answered, once."""

    def script(asked: Asked) -> Iterable[bytes]:
        status, said = asked.done()
        whole = answer(said, status)
        deed()
        return [whole]

    return on(method, script, times=1)


def meanwhile(deed: Callable[[], object], script: Script) -> Script:
    """Somebody does something over there before each answer."""

    def done(asked: Asked) -> Iterable[bytes] | None:
        deed()
        return script(asked)

    return done


def already(deed: Callable[[], object]) -> Script:
    """Somebody has done something over there; the server is a good one."""
    deed()
    return lambda _: None


def echoes(status: int) -> Script:
    """Sends back what signs a request, as an error page with all headers would."""
    return lambda asked: [answer({"error": "  ".join(map(str, asked.headers.values()))}, status)]


def lags(server: Server, lists: int = FOR_EVER) -> Script:
    """Lists what was there when the script began, so many times."""
    old = dict(server.entries)

    def listed(asked: Asked) -> Iterable[bytes]:
        now, server.entries = server.entries, {key: now for key, now in server.entries.items() if key in old}
        try:
            return [answer(asked.done()[1])]
        finally:
            server.entries = now

    return on("GET", lambda asked: listed(asked) if asked.path == server.path else None, times=lists)


def each(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Change:
    """Forges each entry of a list."""

    def forged(said: Any) -> Any:
        if isinstance(said, list):
            return [change(raw) for raw in said]
        lists = {name: [change(raw) for raw in value] for name, value in said.items() if name in ("macros", "data")}
        return {**said, **lists}

    return forged
