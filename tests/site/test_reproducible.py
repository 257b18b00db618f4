"""The same sources give the same bytes, wherever and whenever they are built; and a folder is named by its bytes."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from typing import TYPE_CHECKING

import pytest

import macros
from macros.browser import archives
from macros.catalogue.content import content_name
from macros.site.assets import name_by_content
from macros.site.pages import Pages
from macros.site.theme import LANGUAGES, MAP, PACKED_MAP, tidy_theme
from tests.built import build, copied

if TYPE_CHECKING:
    from pathlib import Path

ELSEWHERE = {"TZ": "Asia/Tokyo", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
INDEX = '{"config": {"lang": ["LANGUAGE"]}}'


def checksums(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.slow
def test_a_build_elsewhere_gives_the_same_files(site: Path, tmp_path: Path) -> None:
    project = copied(tmp_path / "a-copy", shares=["node_modules"])
    build(project, tmp_path / "its-site", env=ELSEWHERE, umask=0o077)
    one, other = checksums(site), checksums(tmp_path / "its-site")
    assert [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)] == []


def test_publishing_once_more_changes_nothing(site: Path, tmp_path: Path) -> None:
    again = shutil.copytree(site, tmp_path / "site")
    macros.publish(again)
    assert checksums(again) == checksums(site)


@pytest.mark.parametrize("kind", ["engine", "desk"])
def test_a_published_folder_has_the_name_of_its_bytes(kind: str, site: Path) -> None:
    (folder,) = (site / "assets" / kind).iterdir()
    assert folder.name == content_name(sorted(folder.iterdir()), "", folder)


def published(site: Path, made_from: str, content: str) -> str:
    """The name of what a build has made from something, as its page says it."""
    folder = site / "assets" / "engine" / made_from
    folder.mkdir(parents=True)
    (folder / "facts.zip").write_text(content, encoding="utf-8")
    page = site / "index.html"
    page.write_text(f'<script data-engine="assets/engine/{made_from}/"></script>', encoding="utf-8")
    pages = Pages(site)
    name_by_content(site, pages)
    pages.write()
    name = page.read_text(encoding="utf-8").split("/")[2]
    assert (folder.with_name(name) / "facts.zip").read_text(encoding="utf-8") == content
    return name


def test_a_name_changes_with_the_bytes_and_with_nothing_else(tmp_path: Path) -> None:
    first, second, third = "a" * 12, "b" * 12, "c" * 12
    name = published(tmp_path, first, "facts")
    assert published(tmp_path, second, "facts") == name
    assert published(tmp_path, third, "other facts") != name
    assert len(list((tmp_path / "assets" / "engine").iterdir())) == 2


def test_an_archive_has_neither_the_order_nor_the_day_of_its_making(tmp_path: Path) -> None:
    for name, contents in (("a.zip", {"b": b"1", "a": b"2"}), ("b.zip", {"a": b"2", "b": b"1"})):
        archives.write_zip(tmp_path / name, contents)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def themed(site: Path, language: str) -> Path:
    """A site as the theme leaves it."""
    for folder in ("search", LANGUAGES):
        (site / folder).mkdir(parents=True)
    (site / "search" / "search_index.json").write_text(INDEX.replace("LANGUAGE", language), encoding="utf-8")
    text = "<url><loc>/</loc>\n<lastmod>2026-03-02</lastmod></url>"
    (site / MAP).write_text(text, encoding="utf-8")
    (site / PACKED_MAP).write_bytes(gzip.compress(text.encode()))
    return site


def test_the_map_of_the_site_does_not_say_the_day_of_the_build(tmp_path: Path) -> None:
    tidy_theme(themed(tmp_path, "en"))
    packed = (tmp_path / PACKED_MAP).read_bytes()
    assert (tmp_path / MAP).read_bytes() == gzip.decompress(packed) == b"<url><loc>/</loc></url>"
    assert packed == gzip.compress(gzip.decompress(packed), mtime=0)


@pytest.mark.parametrize(("language", "stays"), [("en", False), ("de", True)])
def test_the_search_of_other_languages_is_published_where_it_is_used(
    language: str, stays: bool, tmp_path: Path
) -> None:
    tidy_theme(themed(tmp_path, language))
    assert (tmp_path / LANGUAGES).exists() == stays
