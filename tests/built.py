"""Build the site as a person does, and serve it, for the tests and benchmarks that look at it."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ("docs", "macros", "references", "scripts", "templates", "LICENSE", "mkdocs.yml")


def build(project: Path, site: Path) -> str:
    """Build a project's site; gives what the build printed.

    Raises:
        subprocess.CalledProcessError: when the strict build fails.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=quiet, check=True, capture_output=True, text=True)
    return done.stdout + done.stderr


def copied(project: Path) -> Path:
    """Make a copy of the project that may be changed; the npm packages and the cache are shared."""
    project.mkdir()
    for name in PROJECT:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / name)
    for shared in ("node_modules", ".cache"):
        (ROOT / shared).mkdir(exist_ok=True)
        (project / shared).symlink_to(ROOT / shared)
    return project


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; gives its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Print nothing; the tests say what went wrong."""
