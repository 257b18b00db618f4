"""Installs packages of Debian or Ubuntu for the tests, where there is an apt-get."""

from __future__ import annotations

import os
import shutil
import subprocess


def install(*packages: str) -> None:
    """Install packages with all that they need; whoever asks looks afterwards whether it worked."""
    if not shutil.which("apt-get"):
        return
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    subprocess.run([*as_root, "apt-get", "update", "-qq"], check=False)
    subprocess.run([*as_root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=False)
