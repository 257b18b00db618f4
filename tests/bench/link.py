"""A server like a host's, over a link like a person's: files are sent through one pipe of a given speed and delay."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 16_384  # bytes
TEXT = {".html", ".css", ".js", ".json", ".svg", ".mjs"}


class Link(NamedTuple):
    """A link: bytes a second of all requests together (0: as fast as it goes), and seconds before each answer."""

    bytes_per_second: float = 0
    delay: float = 0


class Traffic:
    """What was sent over a link, and when the link is free again."""

    def __init__(self, link: Link, *, compress: bool) -> None:
        self.link = link
        self.compress = compress
        self.sent: dict[str, int] = {}
        self._lock = threading.Lock()
        self._free_at = 0.0

    def wait(self, count: int) -> None:
        """Wait until some bytes are through."""
        if not self.link.bytes_per_second:
            return
        with self._lock:
            self._free_at = max(self._free_at, time.perf_counter()) + count / self.link.bytes_per_second
            until = self._free_at
        time.sleep(max(0.0, until - time.perf_counter()))


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends files over the link, text compressed where the host does so."""

    def __init__(self, *args: object, traffic: Traffic, **more: str) -> None:
        self.traffic = traffic
        super().__init__(*args, **more)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send one file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        compressed = self.traffic.compress and path.suffix in TEXT
        body = gzip.compress(body, 6) if compressed else body
        time.sleep(self.traffic.link.delay)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", self.date_time_string(path.stat().st_mtime))
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self._send(body)

    def _send(self, body: bytes) -> None:
        self.traffic.sent[self.path] = len(body)
        with contextlib.suppress(ConnectionError):  # a page that is left takes no more
            for at in range(0, len(body), PIECE):
                self.traffic.wait(min(PIECE, len(body) - at))
                self.wfile.write(body[at : at + PIECE])

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextlib.contextmanager
def hosted(folder: Path, link: Link = Link(), *, compress: bool = False) -> Iterator[tuple[str, Traffic]]:  # noqa: B008
    """Serve a folder over a link; gives its address and its traffic."""
    traffic = Traffic(link, compress=compress)
    handler = functools.partial(Handler, traffic=traffic, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", traffic
        server.shutdown()
