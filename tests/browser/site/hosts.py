"""Hosts as they are: with the headers of each, and a deployment that takes the place of another while they serve."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import itertools
import os
import re
import shutil
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from macros.browser.contents import PACKED
from macros.site.pages import Pages
from macros.site.version import name_version
from words.compiled import sealed

if TYPE_CHECKING:
    from collections.abc import Iterator

A_MONTH = 30 * 24 * 3600  # seconds; a browser may take a file for fresh for a tenth of its age
HEADERS = {
    "nginx or S3": {},
    "GitHub Pages": {"Cache-Control": "max-age=600"},
    "Netlify": {"Cache-Control": "public, max-age=0, must-revalidate"},
}


_DEPLOYED = itertools.count()


@dataclass
class Host:
    """What is published, and the headers it is sent with; both may change while it serves.

    Attributes:
        asked: The paths that were asked for, each with the bytes that were sent.
    """

    site: Path
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves what is published now, and answers `If-Modified-Since`."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, host: Host) -> None:
        self.host = host
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file of the newest deployment."""
        self.directory = str(self.host.site)
        super().do_GET()

    def end_headers(self) -> None:
        """Add the headers of the host."""
        for name, value in self.host.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_request(self, code: object = "-", _size: object = "-") -> None:
        """Note what was asked for."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        self.host.asked.append((self.path, path.stat().st_size if code == 200 and path.exists() else 0))

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextlib.contextmanager
def hosted(host: Host, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve what a host publishes; gives the address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, host=host)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def deployment(site: Path, folder: Path, mark: str) -> Path:
    """A copy of a built site whose pages, scripts and words carry a mark, under the addresses of other content.

    Args:
        site: as it was built.
        folder: where the copy is made.
        mark: hexadecimal digits.
    """
    return redeploy(shutil.copytree(site, folder / mark), mark)


def redeploy(made: Path, mark: str) -> Path:
    """Put another deployment in the place of one."""
    renamed = {
        found.name: _renamed(found, mark)
        for found in [*made.glob("assets-*"), *made.glob(f"assets/*/{'[0-9a-f]' * 12}")]
    }
    for page in made.rglob("*.html"):
        text = re.sub("( [0-9a-f]{3})?</h1>", f" {mark}</h1>", page.read_text(encoding="utf-8"))
        page.write_text(functools.reduce(lambda said, name: said.replace(name, renamed[name]), renamed, text), "utf-8")
    _mark(made, mark)
    name_version(made, Pages(made))
    publish(made)
    return made


def _renamed(found: Path, mark: str) -> str:
    name = found.name[: -len(mark)] + mark
    found.rename(found.with_name(name))
    return name


def _mark(site: Path, mark: str) -> None:
    (script,) = site.glob("assets-*/site/page.js")
    with script.open("a", encoding="utf-8") as file:
        file.write(f'document.documentElement.dataset.script = "{mark}";\n')
    (words,) = site.glob(f"assets/desk/*/words.json{PACKED}")
    body = gzip.decompress(words.read_bytes()).decode().partition("\n")[2]
    marked = sealed(re.sub('"Hi ([0-9a-f]{3} )?"', f'"Hi {mark} "', body))
    words.write_bytes(gzip.compress(marked.encode(), compresslevel=1))


def publish(site: Path) -> Path:
    """Let a deployment be a month old, and newer than every one before it."""
    then = time.time() - A_MONTH + 3600 * next(_DEPLOYED)  # hosts tell deployments apart by the second
    for path in site.rglob("*"):
        os.utime(path, (then, then))
    return site
