"""A server whose files can be slow, missing or spoiled, for the states that a person meets on a bad day."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass
class Faults:
    """What goes wrong with a file whose address contains one of these words; may be changed while it serves.

    Attributes:
        asked: The addresses that the server was asked for so far.
    """

    missing: set[str] = field(default_factory=set)
    spoiled: set[str] = field(default_factory=set)
    slow: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)

    def has(self, kind: set[str], path: str) -> bool:
        """Whether a fault is for a file."""
        return any(word in path for word in kind)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files with faults."""

    def __init__(self, *args: object, faults: Faults, **more: str) -> None:
        self.faults = faults
        super().__init__(*args, **more)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file, or what is left of it."""
        self.faults.asked.append(self.path)
        if self.faults.has(self.faults.missing, self.path):
            self.send_error(404)
        elif self.faults.has(self.faults.spoiled, self.path):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"not what was asked for")
        else:
            time.sleep(1.5 if self.faults.has(self.faults.slow, self.path) else 0)
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextlib.contextmanager
def faulty(folder: Path, faults: Faults) -> Iterator[str]:
    """Serve a folder with faults; gives its address."""
    handler = functools.partial(Handler, faults=faults, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
