"""The site names what others made and it carries, with the text of each license."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from importlib import metadata
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from macros import paths
from macros.site.carried import Carried, from_npm
from macros.site.licenses import with_texts
from tests.built import ROOT

if TYPE_CHECKING:
    from pathlib import Path

# The files of the site, by who made them: ours come from docs/, or are written by the build from our words and facts.
OURS = (
    "*.html", "*.css", "*.svg", "assets-*.js", "assets-*/reply/dialects.json", "exports/*", "search/*",
    "catalogue.json", "service-worker.js", "sitemap.xml*", "version.json", "licenses.txt", "_headers",
    "nginx-headers.conf", "assets/desk/*", "assets/engine/*/custom_order_reckoning-*.whl",
    "assets/engine/*/pyodide-lock.json",
)  # fmt: skip
OTHERS = {
    "assets-*/look/fonts/source-sans-3.woff2": "@fontsource-variable/source-sans-3",
    "assets-*/look/fonts/source-serif-4.woff2": "@fontsource/source-serif-4",
    "assets-*/eta/ical.min.js": "ical.js",
    "assets/images/*": "mkdocs-material",
    "assets/javascripts/*": "mkdocs-material",
    "assets/stylesheets/*": "mkdocs-material",
    "assets/engine/*/facts.zip": "tzdata",
    "assets/engine/*/pyodide*": "pyodide",
    "assets/engine/*/snapshot.bin.gzipped": "Python",
    "assets/engine/*/python_stdlib.zip": "Python",
}
LICENSES = {
    "pyodide": "MPL-2.0", "ical.js": "MPL-2.0", "mkdocs-material": "MIT", "tzdata": "Apache-2.0", "Python": "PSF-2.0",
    "@fontsource-variable/source-sans-3": "OFL-1.1", "@fontsource/source-serif-4": "OFL-1.1",
}  # fmt: skip
SAID_IN_THEIR_TEXTS = (
    "Mozilla Public License Version 2.0", "SIL OPEN FONT LICENSE Version 1.1", "PYTHON SOFTWARE FOUNDATION LICENSE",
    "Martin Donath", "Apache License", "lunr - http://lunrjs.com", "clipboard.js",
    "The Custom Order Support Playbook authors",
)  # fmt: skip


@pytest.fixture(scope="module")
def said(site: Path) -> str:
    return (site / "licenses.txt").read_text(encoding="utf-8")


def version_of(name: str) -> str:
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    if f"node_modules/{name}" in locked:
        return str(locked[f"node_modules/{name}"]["version"])
    lock = json.loads((paths.NODE_MODULES / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))
    return str(lock["info"]["python"]) if name == "Python" else metadata.version(name)


def test_every_file_of_the_site_is_ours_or_of_somebody_who_is_named(site: Path, said: str) -> None:
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    for file in files:
        names = {name for pattern, name in OTHERS.items() if fnmatchcase(file, pattern)}
        assert names or any(fnmatchcase(file, pattern) for pattern in OURS), file
        assert all(f"\n{name} {version_of(name)}\n" in said for name in names), file
    assert all(any(fnmatchcase(file, pattern) for file in files) for pattern in OTHERS)


def test_what_is_installed_for_the_site_is_named(said: str) -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    assert [name for name, version in package["dependencies"].items() if f"\n{name} {version}\n" not in said] == []


@pytest.mark.parametrize("name", LICENSES)
def test_each_has_its_license_and_says_where_its_source_is(name: str, said: str) -> None:
    part = said.partition(f"\n{name} {version_of(name)}\n")[2].split("=" * 80)[1]
    assert f"License: {LICENSES[name]}\nSource: https://" in part
    assert len(part.strip().splitlines()) > 2


def test_the_texts_of_the_licenses_are_there(said: str) -> None:
    assert [text for text in SAID_IN_THEIR_TEXTS if text not in said] == []


def test_another_version_is_named_by_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "clock").mkdir()
    package = {"version": "9.9.9", "license": "ISC", "repository": {"url": "git+https://example.com/clock.git"}}
    (tmp_path / "clock" / "package.json").write_text(json.dumps(package), encoding="utf-8")
    (tmp_path / "clock" / "LICENSE.md").write_text("Free", encoding="utf-8")
    monkeypatch.setattr(paths, "NODE_MODULES", tmp_path)
    assert from_npm("clock") == Carried("clock", "9.9.9", "ISC", "https://example.com/clock", ("Free",))


def test_a_license_that_is_not_found_stops_the_build_and_says_what_to_do() -> None:
    found = Carried("clock", "9.9.9", "ISC", "https://example.com/clock", ())
    with pytest.raises(SystemExit, match=r"clock 9\.9\.9.*\(ISC\); put that text into macros/site/texts/ISC\.txt\.$"):
        with_texts([found])
    known = found._replace(name="watch", texts=("Free",))
    assert with_texts([found, known])[0].texts == ("Free",)


def test_a_page_leads_to_the_licenses(site: Path) -> None:
    page = BeautifulSoup((site / "facts-and-words" / "index.html").read_text(encoding="utf-8"), "lxml")
    assert page.select("article a[href='../licenses.txt']")
