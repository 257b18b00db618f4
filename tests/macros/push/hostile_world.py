"""A push against a hostile server, and the faults that it may show."""

from __future__ import annotations

import signal
from collections import Counter
from contextlib import contextmanager
from copy import deepcopy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from macros.exports.push.wire.limits import Limits
from tests.macros.push.push_helpdesks import basic
from tests.macros.push.push_world import TEMPLATE, Pushed, Pusher, reworded, without
from tests.product import small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from macros.catalogue.model import Catalogue
    from tests.macros.push.push_servers import Script, Server

# Far below the real ones; still longer than a busy machine takes for one answer.
LIMITS = Limits(silence=4.0, request=6.0, answer=300_000, attempts=2, listing=8.0, pages=20, entries=200)
HASTY = {"silence": 0.15, "request": 0.3}
ENDLESS = 10.0
LONGEST_LINE = 800
CATALOGUES: Mapping[str, Callable[[], Catalogue]] = {
    "same": lambda: small()[0],
    "reworded": reworded,
    "without": without,
}


class Row(NamedTuple):
    """A hostile server, and how a push ends there.

    Attributes:
        kind: The helpdesk that it pretends to be.
        script: What it does, once there is a server.
        says: A pattern of what the push says.
        code: The exit code.
        options: The push's options.
        words: Which words are pushed: the "same", "reworded" ones, or the playbook "without" one template; all but the
            first after a push that went well.
        limits: The limits that are not those of the table.
    """

    kind: type[Server]
    script: Callable[[Server], Script]
    says: str
    code: int = 1
    options: str = "--yes"
    words: str = ""
    limits: Mapping[str, Any] = {}


class Ended(NamedTuple):
    """How it ended: what was pushed, or what was raised."""

    pushed: Pushed
    raised: BaseException | None = None


class StillRunning(BaseException):
    """Raised into a push that does not end."""


class Thief:
    """A server to which others send whom they can."""

    def __init__(self) -> None:
        self.seen: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def handle(handler) -> None:  # noqa: N805 - self is the thief
                self.seen.append(handler.rfile.readline().decode())

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}/"

    def __enter__(self) -> Self:
        Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.005}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()


@contextmanager
def ending(seconds: float) -> Iterator[None]:
    """Ends what does not end by itself."""

    def stop(*_: object) -> None:
        raise StillRunning

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def run(push: Pusher, server: Server, row: Row) -> Ended:
    """Push, as the command does."""
    slept: list[float] = []
    try:
        with ending(ENDLESS):
            catalogue, limits = CATALOGUES[row.words or "same"](), LIMITS._replace(**row.limits)
            return Ended(push(server, *row.options.split(), catalogue=catalogue, limits=limits, sleep=slept.append))
    except (ValueError, OSError) as error:  # what the command prints, with exit code 2
        out, err = push.capsys.readouterr()
        return Ended(Pushed(2, out, f"{err}exports: {error}\n", slept), None)
    except BaseException as error:  # noqa: BLE001 - a fault that is looked for
        return Ended(Pushed(-1, *push.capsys.readouterr(), slept), error)


def faults(server: Server, ended: Ended, before: Mapping[int, Any]) -> list[str]:
    """What may not be, whatever a server does."""
    pushed, raised = ended
    text, lines = pushed.out + pushed.err, pushed.err.splitlines()
    count = Counter(server.id_of(raw) for raw in server.entries.values() if not raw.get("by_hand"))
    found = {
        "endless": isinstance(raised, StillRunning),
        f"traceback {raised!r:.80}": raised is not None and not isinstance(raised, StillRunning),
        "leak": any(secret in text for secret in secrets(server)),
        "control characters": not all(part.isprintable() for line in text.split("\n") for part in line),
        f"no plain line {max(lines, key=len, default='')!r:.900}": any(
            not line.startswith("exports: ") or len(line) > LONGEST_LINE for line in lines
        ),
        "duplicates": any(number > 1 for number in count.values()),
        "wrong deletion": any(not _may_go(server, raw, before) for raw in server.deleted),
    }
    return [name for name, holds in found.items() if holds]


def secrets(server: Server) -> list[str]:
    """The token, and how it is sent."""
    user, token = ["", *server.environ.values()][-2:]
    return [token, basic(f"{user}/token", token)[6:], basic(user, token)[6:]]


def snapshot(server: Server) -> dict[int, Any]:
    """The entries as they are."""
    return deepcopy(server.entries)


def _may_go(server: Server, raw: dict[str, Any], before: Mapping[int, Any]) -> bool:
    """Whether an entry was pushed, is in the playbook no more, and was not changed since."""
    return before.get(raw["id"]) == raw and server.id_of(raw).startswith(f"{TEMPLATE}/")
