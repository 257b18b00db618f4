"""A small server on this machine that answers as a helpdesk does, with the faults that a test asks for."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections import deque
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

WRITES = ("POST", "PUT", "PATCH", "DELETE")
DROPPED = 0


class Fault(NamedTuple):
    """What goes wrong with the next request of a method.

    Attributes:
        method: The method, or "" for any.
        status: The status that is answered; DROPPED closes the connection without an answer.
        headers: Headers of the answer.
        done: Whether the request is carried out all the same.
        times: How often.
    """

    method: str
    status: int
    headers: Mapping[str, str] = {}
    done: bool = False
    times: int = 1


class Asked(NamedTuple):
    """A request, as a script sees it.

    Attributes:
        done: Carries it out, as a good server would; gives the status and what is said.
        headers: What signs it, among others.
    """

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    done: Callable[[], tuple[int, Any]]


type Script = Callable[[Asked], Iterable[bytes] | None]


class Refusal(Exception):  # noqa: N818 - an answer of a server, not a fault of the test
    """An answer other than success: a status, and what is sent as JSON, or as it is where it is bytes."""

    def __init__(self, status: int, said: Any) -> None:
        super().__init__(said)
        self.status, self.said = status, said


class Server(ABC):
    """A helpdesk.

    Attributes:
        entries: The raw entries by number.
        asked: All requests as (method, path).
        deleted: The raw entries that were deleted.
        script: What is sent, byte by byte, in place of the answer to a request; None for the answer.
    """

    tool: ClassVar[str]
    account: ClassVar[str] = "workshop"
    environ: ClassVar[dict[str, str]]
    path: ClassVar[str]
    change: ClassVar[str] = "PUT"
    one_by_one: ClassVar[bool] = True

    def __init__(self) -> None:
        self.entries: dict[int, dict[str, Any]] = {}
        self.asked: list[tuple[str, str]] = []
        self.deleted: list[dict[str, Any]] = []
        self.script: Script = lambda _: None
        self.faults: deque[Fault] = deque()
        self.rewrite: Callable[[str], str] = str
        self.page_size = 100
        self.numbers = count(101)
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.server = self  # type: ignore[attr-defined]
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.005})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._http.server_port}"

    @property
    def writes(self) -> list[tuple[str, str]]:
        """The requests that may have changed something."""
        return [(method, path) for method, path in self.asked if method in WRITES]

    def ours(self, reply_id: str) -> list[dict[str, Any]]:
        """The entries with one of our ids."""
        return [raw for raw in self.entries.values() if self.id_of(raw) == reply_id]

    def add(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Put an entry there by hand."""
        key = next(self.numbers)
        self.entries[key] = {**raw, "id": key}
        return self.entries[key]

    def fault(self, method: str) -> Fault | None:
        """The fault that a request meets, counted."""
        found = next((fault for fault in self.faults if fault.method in (method, "")), None)
        if found:
            place = self.faults.index(found)
            del self.faults[place]
            if found.times > 1:
                self.faults.insert(place, found._replace(times=found.times - 1))
        return found

    def answer(self, method: str, path: str, query: Mapping[str, str], body: Any) -> tuple[int, Any]:
        """What it answers to a request that it accepts."""
        if path == self.path and method == "GET":
            return 200, self.listed(query)
        if path == self.path and method == "POST":
            return 201, self.wrapped(self.add(self.stored(body, 0)))
        key = int(path.removeprefix(f"{self.path}/"))
        if key not in self.entries:
            raise Refusal(404, {"error": "RecordNotFound"})
        if method == "GET" and self.one_by_one:
            return 200, self.wrapped(self.entries[key])
        if method == "DELETE":
            self.deleted.append(self.entries.pop(key))
            return 204, None
        if method != self.change:
            raise Refusal(405, {"error": "no such method"})
        self.entries[key] |= self.stored(body, key)
        return 200, self.wrapped(self.entries[key])

    @abstractmethod
    def signed(self, headers: Mapping[str, str]) -> bool:
        """Whether the request carries the right token."""

    @abstractmethod
    def listed(self, query: Mapping[str, str]) -> Any:
        """A page of its entries."""

    @abstractmethod
    def stored(self, body: Any, key: int) -> dict[str, Any]:
        """What it keeps of a body, or a Refusal; `key` is the entry's number, 0 for a new one."""

    def wrapped(self, raw: dict[str, Any]) -> Any:
        """An entry as an answer holds it."""
        return raw

    @abstractmethod
    def id_of(self, raw: Mapping[str, Any]) -> str:
        """Our id in an entry."""

    @abstractmethod
    def text(self, raw: dict[str, Any]) -> str:
        """The words of an entry."""

    @abstractmethod
    def edit(self, raw: dict[str, Any], text: str) -> None:
        """Edit the words of an entry by hand."""

    @abstractmethod
    def unname(self, raw: dict[str, Any]) -> None:
        """Take our id out of an entry by hand."""


class Handler(BaseHTTPRequestHandler):
    """Hands requests to the server, through its faults."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # an answer in one piece: in two, each would wait for the other side's acknowledgment

    def do_GET(self) -> None:
        """Answer any method."""
        length = int(self.headers.get("Content-Length", 0))
        body = json.loads(self.rfile.read(length)) if length else None
        address = urlsplit(self.path)
        desk: Server = self.server.server  # type: ignore[attr-defined]
        desk.asked.append((self.command, address.path))
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        done = partial(self._answered, desk, address.path, query, body)
        pieces = desk.script(Asked(self.command, address.path, query, self.headers, done))  # type: ignore[arg-type]
        if pieces is not None:
            self._send_pieces(pieces)
            return
        fault = desk.fault(self.command)
        if fault is None or fault.done:
            answer = self._answered(desk, address.path, query, body)
        if fault is None:
            self._send(*answer)
        elif fault.status == DROPPED:
            self.close_connection = True
        else:
            self._send(fault.status, {"error": "fault"}, fault.headers)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the names that http.server calls

    def _answered(self, desk: Server, path: str, query: Mapping[str, str], body: Any) -> tuple[int, Any]:
        if not desk.signed(self.headers):  # type: ignore[arg-type]
            return 401, {"error": "Couldn't authenticate you"}
        try:
            return desk.answer(self.command, path, query, body)
        except Refusal as refusal:
            return refusal.status, refusal.said

    def _send_pieces(self, pieces: Iterable[bytes]) -> None:
        self.close_connection = True
        try:
            for piece in pieces:
                self.connection.sendall(piece)
        except OSError:
            return  # the other side has had enough

    def _send(self, status: int, said: Any, headers: Mapping[str, str] = {}) -> None:
        content = said if isinstance(said, bytes) else b"" if said is None else json.dumps(said).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": len(content), **headers}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(content)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Always the same moment, so that a Retry-After date means the same number of seconds."""
        del timestamp
        return "Wed, 04 Mar 2026 10:00:00 GMT"

    def log_message(self, *_: object) -> None:
        """Say nothing."""
