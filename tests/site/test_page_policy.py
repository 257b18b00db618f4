"""A page runs the scripts of the site and, of those within it, exactly its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.config.defaults import MkDocsConfig

from macros import is_served
from macros.site.policy import policy, restricted
from tests.site.page_policies import allowed_and_held, hashed

if TYPE_CHECKING:
    from pathlib import Path

LOOSE = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; form-action 'none'"


def test_every_page_allows_what_stands_in_it_and_no_more(site: Path) -> None:
    for path in site.rglob("*.html"):
        allowed, held = allowed_and_held(path)
        assert {name: allowed[name] for name in held} == held, path
        assert (allowed["form-action"], allowed["base-uri"]) == ({"'none'"}, {"'self'"})


def test_data_and_files_need_no_hash() -> None:
    page = '<script src="a.js"></script><script type="application/json" id="x">{}</script><script id="y">go()</script>'
    (scripts, *_) = policy(LOOSE, page).split("; ")
    assert scripts == f"script-src 'self' 'wasm-unsafe-eval' {hashed('go()')}"


def test_the_style_that_an_author_writes_is_allowed_as_it_stands() -> None:
    page = '<td style="text-align: &quot;center&quot;;">style="no"</td><style>a{}</style>'
    styles = policy(LOOSE, page).split("; ")[1]
    allowed = [hashed("a{}"), "'unsafe-hashes'", hashed('text-align: "center";')]
    assert styles == f"style-src 'self' {' '.join(allowed)}"


def test_a_policy_is_written_once() -> None:
    page = f'<meta http-equiv="Content-Security-Policy" content="{LOOSE}"><script>go()</script>'
    once = restricted(page)
    assert "unsafe-inline" not in once
    assert restricted(once) == once


@pytest.mark.parametrize(
    ("address", "served"), [(None, False), ("https://example.com/", False), ("http://127.0.0.1:8000/playbook/", True)]
)
def test_only_a_site_that_one_edits_keeps_the_looser_policy(address: str | None, served: bool) -> None:
    conf = MkDocsConfig()
    conf.load_dict({"site_name": "A", "site_url": address})
    conf.validate()
    assert is_served(conf) == served
