"""The calculator's files in the built site: made from the very modules and facts, and made again only for a change."""

from __future__ import annotations

import base64
import gzip
import hashlib
import importlib.resources
import json
import marshal
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from macros import paths
from macros.browser import contents, engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PYC_HEADER = 16  # bytes: magic number, flags, time and size of the source


@pytest.fixture(scope="session")
def folder(site: Path) -> Path:
    (published,) = (site / engine.FOLDER).iterdir()
    return published


@pytest.fixture(scope="session")
def lock(folder: Path) -> dict[str, str]:
    spec = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))
    (package,) = spec["packages"].values()
    return {key: str(value) for key, value in package.items()}


def test_the_published_modules_are_those_in_scripts(folder: Path, lock: dict[str, str]) -> None:
    with zipfile.ZipFile(folder / lock["file_name"]) as wheel:
        packed = {name: wheel.read(name) for name in wheel.namelist()}
    (record,) = [text.decode() for name, text in packed.items() if name.endswith("RECORD")]
    others = [name for module in contents.modules() for name in differing(module, packed, record)]
    assert others == []


def differing(module: Path, packed: dict[str, bytes], record: str) -> Iterator[str]:
    """A module's path where the wheel holds another code or another checksum."""
    path, source = module.relative_to(paths.SCRIPTS), module.read_bytes()
    published = marshal.loads(packed[path.with_suffix(".pyc").as_posix()][PYC_HEADER:])  # noqa: S302 - our own build
    digest = base64.urlsafe_b64encode(hashlib.sha256(source).digest()).decode().rstrip("=")
    same = published == compile(source, published.co_filename, "exec", dont_inherit=True)
    if not (same and f"{path.as_posix()},sha256={digest}" in record):
        yield path.as_posix()


def test_the_lock_holds_our_wheel_alone_with_its_checksum(folder: Path, lock: dict[str, str]) -> None:
    assert lock["sha256"] == hashlib.sha256((folder / lock["file_name"]).read_bytes()).hexdigest()
    assert re.search("https?:", (folder / "pyodide-lock.json").read_text(encoding="utf-8")) is None


def test_the_facts_and_one_time_zone_travel_beside_it(folder: Path) -> None:
    with zipfile.ZipFile(folder / "facts.zip") as facts:
        packed = {name: facts.read(name) for name in facts.namelist()}
    assert packed["references/store.toml"] == (paths.FACTS / "store.toml").read_bytes()
    (zone,) = [name for name in packed if name.startswith("zoneinfo/")]
    assert packed[zone] == importlib.resources.files("tzdata").joinpath(zone).read_bytes()


def test_what_is_packed_unpacks_to_pyodides_own_file(folder: Path) -> None:
    packed = (folder / "pyodide.asm.wasm.gzipped").read_bytes()
    assert gzip.decompress(packed) == (contents.PYODIDE / "pyodide.asm.wasm").read_bytes()


@pytest.mark.parametrize("page", ["eta", "scenarios/order-status", "stages/shipped"])
def test_a_page_names_the_files_that_were_published(page: str, site: Path) -> None:
    text = (site / page / "index.html").read_text(encoding="utf-8")
    (address,) = set(re.findall(r'data-engine="([^"]+)"', text))
    assert (site / page / address / "pyodide.mjs").exists()


@pytest.mark.parametrize("changed", ["facts", "modules"])
def test_another_content_has_another_name(changed: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = contents.version()
    (tmp_path / "store.toml").write_text("# another store\n", encoding="utf-8")
    monkeypatch.setattr(contents, changed, lambda: [tmp_path / "store.toml"])
    assert contents.version() != before


def test_the_same_content_is_made_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = []

    def make(folder: Path) -> None:
        made.append(folder)
        folder.mkdir()

    monkeypatch.setattr(paths, "CACHE", tmp_path / "cache")
    monkeypatch.setattr("macros.browser.wheel.make", make)
    engine.publish(tmp_path / "site")
    engine.publish(tmp_path / "site")
    assert len(made) == 1
