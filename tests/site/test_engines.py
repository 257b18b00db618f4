"""Both site builders, MkDocs and Zensical, build the same replies and the same files from the same `mkdocs.yml`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import macros
from tests.built import copied
from tests.product import catalogue
from tests.site.page_policies import allowed_and_held

ZENSICAL = str(Path(sys.executable).with_name("zensical"))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical builds it."""
    project = copied(tmp_path_factory.mktemp("zensical") / "project")
    subprocess.run([ZENSICAL, "build"], cwd=project, check=True, capture_output=True)
    macros.publish(project / "site")
    return project / "site"


def replies(page: Path) -> list[str]:
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
    return [" ".join(letter.get_text().split()) for letter in soup.select(".letter__body")]


def styles_of(page: Path) -> set[str]:
    soup = BeautifulSoup((page / "index.html").read_text(encoding="utf-8"), "lxml")
    addresses = (str(link["href"]) for link in soup.select("link[rel=stylesheet]"))
    return {address.partition("assets-")[2].partition("/")[2].removesuffix(".css") for address in addresses}


@pytest.mark.parametrize("kind", ["stages", "scenarios", "milestones"])
def test_both_print_the_same_replies(kind: str, site: Path, other: Path) -> None:
    pages = {entry.address.partition("#")[0] for entry in catalogue().of_kind(kind)}
    assert pages
    for page in sorted(pages):
        assert replies(site / page / "index.html") == replies(other / page / "index.html") != []


def test_both_publish_the_same_files(site: Path, other: Path) -> None:
    folders = ("exports", "assets/engine", "assets/desk", *(path.name for path in site.glob("assets-*")))
    published = [site / "catalogue.json", *(path for folder in folders for path in (site / folder).rglob("*.*"))]
    published = [path for path in published if path.suffix != ".html"]  # pages are compared by their replies
    assert len(published) > 10
    for path in published:
        assert path.read_bytes() == (other / path.relative_to(site)).read_bytes()


def test_both_allow_a_page_what_stands_in_it_and_no_more(site: Path, other: Path) -> None:
    for built in (site, other):
        allowed, held = allowed_and_held(built / "desk" / "index.html")
        assert {name: allowed[name] for name in held} == held


@pytest.mark.parametrize("file", ["nginx-headers.conf", "licenses.txt"])
def test_both_say_what_hosts_should_send_and_what_others_made(file: str, site: Path, other: Path) -> None:
    # After it come the notes in the scripts of the theme, of which each has its own.
    said = [(built / file).read_text(encoding="utf-8").partition("\nIn ")[0] for built in (site, other)]
    assert said[0] == said[1]


def test_both_have_the_desk(site: Path, other: Path) -> None:
    for built in (site, other):
        soup = BeautifulSoup((built / "desk/index.html").read_text(encoding="utf-8"), "lxml")
        assert len(soup.select(".desk__case [name]")) > 20
        assert soup.select("script[src$='/desk/start.js']")
        assert soup.select("link[href$='/desk/case.css']")
        home = BeautifulSoup((built / "index.html").read_text(encoding="utf-8"), "lxml")
        assert home.select(".box textarea")
        assert home.select("link[href$='/home/box.css']")
        assert not home.select("link[rel=stylesheet][href*='/desk/']")


@pytest.mark.parametrize(
    ("page", "styles"),
    [
        ("", {"home/home", "home/box"}),
        ("exports/gorgias/", {"look/files"}),
        ("eta/", {"eta/eta"}),
        ("desk/", {"desk/case", "desk/answer/answer", "desk/letter/reply", "desk/print", "desk/reading/reading"}),
        ("law/", set()),
    ],
)
def test_a_page_brings_the_style_of_what_it_shows_and_no_other(
    page: str, styles: set[str], site: Path, other: Path
) -> None:
    for built in (site, other):
        assert styles_of(built / page) - styles_of(built / "policy") == styles


def test_both_have_the_calculator(site: Path, other: Path) -> None:
    for built in (site, other):
        soup = BeautifulSoup((built / "eta/index.html").read_text(encoding="utf-8"), "lxml")
        assert len(soup.select(".eta [name]")) >= 6
        assert soup.select("script[src$='/eta/start.js']")
        assert soup.select("link[href$='/eta/eta.css']")
