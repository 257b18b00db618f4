"""Build the site as a person does, and serve it, for the tests and benchmarks that look at it.

What the tests look at is built once for each state of all that it is made from, by whichever worker comes first.
"""

from __future__ import annotations

import contextlib
import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.browser.cache import cached
from macros.catalogue.content import content_name
from macros.paths import CACHE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ("docs", "macros", "references", "scripts", "templates", "LICENSE", "mkdocs.yml")


SAMPLE_FACTS = ROOT / "tests" / "data" / "world" / "references"
INSTALLED_FROM = ("package-lock.json", "requirements.txt")


def own_site() -> Path:
    """The product's own site, built strictly."""
    return _once("own", _build_own)


def sample() -> Path:
    """A copy of the project with the facts of `tests/data/world`, and its `site` in it."""
    return _once("sample", _build_sample)


def _build_own(site: Path) -> None:
    build(ROOT, site)


def _build_sample(project: Path) -> None:
    copied(project)
    for facts in SAMPLE_FACTS.glob("*.toml"):
        shutil.copy(facts, project / "references")
    build(project, project / "site")


def _once(kind: str, make: Callable[[Path], None]) -> Path:
    """What a function makes, in `.cache/test-site/`; the workers of a run wait for the one that makes it."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / f"test-site-{kind}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return cached("test-site", f"{kind}-{_state()}", make)


@functools.cache
def _state() -> str:
    """A name of all that the sites are made from: code, words, facts, and what is installed."""
    tops = [ROOT / name for name in (*PROJECT, *INSTALLED_FROM)] + [SAMPLE_FACTS, Path(__file__)]
    within = (path for top in tops for path in ([top] if top.is_file() else sorted(top.rglob("*"))))
    files = [path for path in within if path.is_file() and path.suffix != ".pyc"]
    installed = sorted(f"{found.name} {found.version}" for found in metadata.distributions())
    return content_name(files, f"{sys.version} {installed}")


def build(project: Path, site: Path, **how: Any) -> str:
    """Build a project's site; gives what the build printed.

    Args:
        project: the folder that `mkdocs.yml` is in.
        site: where it is written.
        **how: options of `subprocess.run`.

    Raises:
        subprocess.CalledProcessError: when the strict build fails.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    how["env"] = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **how.get("env", {})}
    done: subprocess.CompletedProcess[str]
    done = subprocess.run(command, cwd=project, check=True, capture_output=True, text=True, **how)
    return done.stdout + done.stderr


def copied(project: Path, shares: Iterable[str] = ("node_modules", ".cache")) -> Path:
    """Make a copy of the project that may be changed; npm packages are shared, and the cache unless told otherwise."""
    project.mkdir()
    for name in PROJECT:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / name)
    for shared in shares:
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
    protocol_version = "HTTP/1.1"  # one connection for many files

    def log_message(self, *_: object) -> None:
        """Print nothing; the tests say what went wrong."""
