"""The commands of the import guides, run as they stand on the pages, against a server of this machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import textwrap
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from macros import paths
from macros.exports import TOOLS
from tests.product import small

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = re.compile(r"^( *)```sh\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
HOST = re.compile(r"https://[\w.-]+")
TOKEN = "secret-1"  # noqa: S105 - a word to look for


class Asked(NamedTuple):
    """A request that arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def data(self) -> Any:
        """What it says in JSON."""
        return json.loads(self.body)


class Api:
    """A server that notes what it is asked and answers each request with one status."""

    def __init__(self, status: int = 200) -> None:
        self.asked: list[Asked] = []
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _answering(self.asked, status))
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> Self:
        Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.005}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()


def blocks(page: str) -> list[str]:
    """The shell commands of a page, block by block."""
    text = (paths.ROOT / "docs" / "exports" / f"{page}.md").read_text(encoding="utf-8")
    return [textwrap.dedent(block[1]).strip() for block in BLOCK.findall(text)]


def block(page: str, part: str) -> str:
    """The one block of a page that holds a text."""
    (found,) = (each for each in blocks(page) if part in each)
    return found


def download(tool_id: str, folder: Path) -> None:
    """Put a tool's files for the small world into a folder, and a pause that takes no time beside them."""
    tool = next(tool for tool in TOOLS if tool.id == tool_id)
    for name, content in tool.files(*small()).items():
        (folder / name).write_bytes(content)
    (folder / "bin").mkdir()
    (folder / "bin" / "sleep").symlink_to("/bin/true")


def run(command: str, folder: Path, api: Api | None = None) -> subprocess.CompletedProcess[str]:
    """Run commands in the folder of the files, with every token given, and every host replaced by the server."""
    asked_for = re.findall(r"\$(\w+_(?:TOKEN|KEY))", command)
    environ = {**os.environ, **dict.fromkeys(asked_for, TOKEN), "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    here = HOST.sub(api.url, command) if api else command
    return subprocess.run(["bash", "-c", here], cwd=folder, env=environ, capture_output=True, text=True, check=False)  # noqa: S607 - the reader's own bash


def _answering(asked: list[Asked], status: int) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked.append(Asked(self.command, self.path, dict(self.headers), body))
            self.send_response(status)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        do_POST = do_GET  # noqa: N815 - the name that http.server looks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
