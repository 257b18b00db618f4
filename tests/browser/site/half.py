"""A host whose deployment is half done: one file is not there yet, or only in part, or another is sent for it."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, override

from macros.site.headers import KEPT, VERSIONED
from tests.browser.site.hosts import Handler, Host

if TYPE_CHECKING:
    from collections.abc import Callable


class Sent(NamedTuple):
    """What a host sends for a file."""

    status: HTTPStatus
    content: bytes
    kind: str | None = None
    """Its type, where that is not the file's own."""
    announced: int | None = None
    """The bytes that it says it sends, where they are more."""


PAGE = b"<!doctype html><title>Playbook</title>"
STATES: dict[str, Callable[[bytes], Sent]] = {
    "missing": lambda _: Sent(HTTPStatus.NOT_FOUND, PAGE, "text/html"),
    "refused": lambda _: Sent(HTTPStatus.INTERNAL_SERVER_ERROR, PAGE, "text/html"),
    "cut off": lambda whole: Sent(HTTPStatus.OK, whole[: len(whole) // 2]),
    "lost on its way": lambda whole: Sent(HTTPStatus.OK, whole[: len(whole) // 2], announced=len(whole)),
    "empty": lambda _: Sent(HTTPStatus.OK, b""),
    "a page": lambda _: Sent(HTTPStatus.OK, PAGE, "text/html"),
    "of another type": lambda whole: Sent(HTTPStatus.OK, whole, "application/x-download"),
}


@dataclass
class HalfHost(Host):
    """Sends the headers that the site itself asks for, and each file as it is but one.

    Attributes:
        file: What the address of that file holds; nothing once the deployment is done.
        state: How that file is sent, a name of `STATES`.
    """

    file: str = ""
    state: str = ""


class HalfHandler(Handler):
    """Serves such a host."""

    host: HalfHost
    status = HTTPStatus.OK

    @override
    def do_GET(self) -> None:
        """Send a file, or what there is of it."""
        if not self.host.file or self.host.file not in self.path:
            return super().do_GET()
        self.directory = str(self.host.site)
        return self._send(STATES[self.host.state](self._file().read_bytes()))

    def end_headers(self) -> None:
        """Add what the site asks a host to send: a file with its content in its address is kept for a year."""
        is_kept = self.status == HTTPStatus.OK and VERSIONED.search(self.path.partition("?")[0])
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", KEPT[1] if is_kept else "no-cache")
        super().end_headers()

    def _send(self, sent: Sent) -> None:
        self.status = sent.status
        self.send_response(sent.status)
        self.send_header("Content-Type", sent.kind or self.guess_type(self._file()))
        self.send_header("Content-Length", str(sent.announced or len(sent.content)))
        self.close_connection = sent.announced is not None
        self.end_headers()
        self.wfile.write(sent.content)

    def _file(self) -> Path:
        return Path(self.translate_path(self.path))
