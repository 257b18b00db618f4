"""`python -m tests.browser.chromium`: see that there is a Chromium for the tests.

An installed browser is used as it is; else playwright's own is fetched; else Debian's package is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-software-rasterizer",
)


def find() -> str | None:
    """The path of an installed Chromium or Chrome, playwright's own included; None when there is none."""
    installed = next((path for name in NAMES if (path := shutil.which(name))), None)
    return installed or _playwrights_own()


def main() -> int:
    """Install a Chromium if there is none; 1 when that fails, saying what to do."""
    for install in (_nothing, _install_playwrights, _install_debians):
        install()
        if find():
            return 0
    print("No browser for the tests: install Chromium or Chrome, then run `make test` again.", file=sys.stderr)
    return 1


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow to import, and rarely needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _nothing() -> None:
    """Use what is installed."""


def _install_playwrights() -> None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def _install_debians() -> None:
    debian.install("chromium")


if __name__ == "__main__":
    raise SystemExit(main())
