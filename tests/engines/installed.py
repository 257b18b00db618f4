"""`python -m tests.engines.installed`: see that there are a Firefox and a WebKit for the journeys.

Installed ones are used as they are; else Debian's packages are installed. WebKit has no headless mode, so it needs a
screen in memory.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests import debian

if TYPE_CHECKING:
    from collections.abc import Iterator

FIREFOX = ("firefox-esr", "firefox")
WEBKIT = ("WebKitWebDriver",)
SCREEN = ("Xvfb",)
PACKAGES = {FIREFOX: "firefox-esr", WEBKIT: "webkit2gtk-driver", SCREEN: "xvfb"}


def find(names: tuple[str, ...]) -> str | None:
    """The path of the first program that is installed, of those that would do."""
    return next((path for name in names if (path := shutil.which(name))), None)


@contextlib.contextmanager
def running(command: list[str], **how: Any) -> Iterator[None]:
    """Run a program quietly for as long as it is needed, with what `subprocess.Popen` takes."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **how) as process:
        try:
            yield
        finally:
            process.terminate()


def main() -> int:
    """Install what is missing; 1 when that fails, saying what to do."""
    if missing := _missing():
        debian.install(*missing)
    if missing := _missing():
        print(f"Install {', '.join(missing)}, then run `make test-engines` again.", file=sys.stderr)
        return 1
    return 0


def _missing() -> list[str]:
    return [package for names, package in PACKAGES.items() if not find(names)]


if __name__ == "__main__":
    raise SystemExit(main())
