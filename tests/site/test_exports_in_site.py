"""The exports in the built site: every file there and whole, the same in every build, and each on its tool's page."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from macros import exports
from macros.exports import TOOLS
from tests.built import ROOT
from tests.product import blank, catalogue, product
from tests.tables import for_each

if TYPE_CHECKING:
    from pathlib import Path

    from macros.exports import Tool

# Anew, past what is kept: the checksum of every file.
MAKE = """
import hashlib
import json
import macros
from macros.load import load
from macros.exports import all_files
print(json.dumps({name: hashlib.sha256(content).hexdigest() for name, content in all_files(*load()).items()}))
"""
# What a lead needs to know before bringing anything in.
QUESTIONS = {"import", "blanks", "limits", "again", "sources"}
UNSURE = {"unverified", "verified"}


@cache
def files() -> dict[str, bytes]:
    """Every file, made from the product's own words."""
    return dict(exports.all_files(*product()))


def page_of(site: Path, tool: str = "") -> BeautifulSoup:
    return BeautifulSoup((site / "exports" / tool / "index.html").read_text(encoding="utf-8"), "lxml")


def links(page: BeautifulSoup) -> list[str]:
    """The files that a page offers."""
    return [unquote(str(link["href"])) for link in page.select("article a.download")]


def of_tool(tool: str) -> list[str]:
    """The names of a tool's files."""
    return sorted(name.removeprefix(f"{tool}/") for name in files() if name.startswith(f"{tool}/"))


def without_code(page: BeautifulSoup) -> str:
    """What a page says in words of its own: no code, file, or name of another's page or button."""
    article = page.select_one("article")
    assert article
    for part in article.select("code, em, a.download, a[href^=http]"):
        part.decompose()
    return " ".join(article.get_text(" ").split())


@for_each("name", files)
def test_each_file_is_published_as_it_was_made(name: str, site: Path) -> None:
    assert (site / "exports" / name).read_bytes() == files()[name]


def test_every_file_has_its_checksum_and_every_checksum_holds(site: Path) -> None:
    lines = (site / "exports" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    assert sums.keys() == files().keys() - {"SHA256SUMS", "everything.zip"}
    for name, digest in sums.items():
        assert hashlib.sha256((site / "exports" / name).read_bytes()).hexdigest() == digest, name


def test_everything_holds_all_other_files_byte_for_byte(site: Path) -> None:
    with zipfile.ZipFile(site / "exports" / "everything.zip") as packed:
        assert packed.testzip() is None
        assert sorted(packed.namelist()) == sorted(files().keys() - {"everything.zip"})
        for name in packed.namelist():
            assert packed.read(name) == (site / "exports" / name).read_bytes(), name


def test_the_manifest_names_every_template_once(site: Path) -> None:
    manifest = json.loads((site / "exports" / "manifest.json").read_text(encoding="utf-8"))
    assert [*manifest["templates"]] == [template.id for template in catalogue().templates]
    assert {len(found) for found in manifest["templates"].values()} == {16}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_makes_the_same_bytes(seed: str) -> None:
    command = [sys.executable, "-c", MAKE]
    made = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
    )
    assert json.loads(made.stdout) == {name: hashlib.sha256(content).hexdigest() for name, content in files().items()}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
def test_a_tools_page_offers_its_files_and_nothing_else(tool: Tool, site: Path) -> None:
    offered = links(page_of(site, tool.id))
    assert offered == of_tool(tool.id) != []
    assert [name for name in offered if not (site / "exports" / tool.id / name).is_file()] == []


def test_the_overview_offers_what_is_about_all_tools_and_leads_to_each(site: Path) -> None:
    page = page_of(site)
    assert sorted(links(page)) == ["SHA256SUMS", "everything.zip", "manifest.json"]
    rows = [str(link["href"]).rstrip("/") for link in page.select("#tools ~ div td:first-child a, #tools ~ table td a")]
    assert [row for row in rows if "/" not in row] == [tool.id for tool in TOOLS]


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
def test_a_tools_page_answers_the_same_questions(tool: Tool, site: Path) -> None:
    page = page_of(site, tool.id)
    headings = {str(heading["id"]) for heading in page.select("h2[id]")}
    assert headings >= QUESTIONS
    assert headings & UNSURE


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool.dialect], ids=lambda tool: tool.id)
def test_a_tools_page_shows_what_becomes_of_every_blank(tool: Tool, site: Path) -> None:
    written = tool.written(catalogue())
    assert written
    shown = [code.get_text() for code in page_of(site, tool.id).select(".dialect code")]
    used = {name for template in catalogue().templates for message in template.messages for name in message.slots}
    expected = [written.tokens.get(name, blank(name)) for name in used]
    assert sorted(shown) == sorted(expected)


@pytest.mark.parametrize("tool", ["", *(tool.id for tool in TOOLS)])
def test_a_canned_reply_of_a_helpdesk_is_called_a_helpdesk_macro(tool: str, site: Path) -> None:
    text = without_code(page_of(site, tool))
    assert re.findall(r"(?<!helpdesk )\bmacros?\b", text, flags=re.IGNORECASE) == []


def test_the_menu_of_the_pages_knows_the_syntax_of_the_files(site: Path) -> None:
    published = json.loads(next(site.glob("assets-*/reply/dialects.json")).read_text(encoding="utf-8"))
    by_id = {tool["id"]: tool for tool in published["tools"]}
    assert list(by_id) == [tool.id for tool in TOOLS if tool.form]
    for tool in TOOLS:
        if tool.form and (written := tool.written(catalogue())):
            tokens = dict(written.tokens) if tool.fills_pasted else {}
            assert by_id[tool.id] | {"escape": {}} == {
                "id": tool.id,
                "title": tool.title,
                "form": tool.form,
                "tokens": tokens,
                "escape": {},
            }


def test_the_files_for_loyalty_tools_are_still_there(site: Path) -> None:
    names = {path.name for path in (site / "exports" / "loyalty").iterdir()}
    assert names == {"rijoy-members.csv", "smile-points.csv"}


def test_the_file_for_rijoy_gives_points_and_no_birthday(site: Path) -> None:
    with (site / "exports" / "loyalty" / "rijoy-members.csv").open(encoding="utf-8", newline="") as file:
        (member,) = csv.DictReader(file)
    filled = {column for column, value in member.items() if value}
    assert filled == {"Email", "Available Points"}


def test_a_zip_inside_everything_opens_too(site: Path) -> None:
    with zipfile.ZipFile(site / "exports" / "everything.zip") as packed:
        inner = [name for name in packed.namelist() if name.endswith((".zip", ".alfredsnippets"))]
        assert len(inner) > 1
        for name in inner:
            with zipfile.ZipFile(io.BytesIO(packed.read(name))) as opened:
                assert opened.testzip() is None
