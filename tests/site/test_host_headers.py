"""What hosts are told to send: each file by one rule, and kept for a year only what never changes there."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import pytest

from macros.paths import DOCS

if TYPE_CHECKING:
    from pathlib import Path

A_YEAR = "public, max-age=31536000, immutable"


def rules(site: Path) -> dict[str, dict[str, str]]:
    """The headers of each pattern, as Netlify and Cloudflare Pages read the file."""
    found: dict[str, dict[str, str]] = {}
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            headers = found.setdefault(line, {})
        elif not line.startswith("#"):
            name, _, value = line.strip().partition(": ")
            headers[name] = value
    return found


def kept_for_ever() -> str:
    """The pattern by which the service worker asks for a file only once."""
    worker = (DOCS / "service-worker.js").read_text(encoding="utf-8")
    (pattern,) = re.findall(r"const VERSIONED = /(.*)/;", worker)
    return str(pattern).replace(r"\/", "/")


@pytest.fixture(scope="module")
def addresses(site: Path) -> list[str]:
    files = [f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file()]
    return [*files, *(file.removesuffix("index.html") for file in files)]


def test_every_file_is_kept_or_asked_for_by_one_rule(site: Path, addresses: list[str]) -> None:
    caching = {pattern: found["Cache-Control"] for pattern, found in rules(site).items() if "Cache-Control" in found}
    for address in set(addresses) - {"/_headers"}:
        (rule,) = [rule for pattern, rule in caching.items() if fnmatchcase(address, pattern)]
        assert rule == (A_YEAR if re.search(kept_for_ever(), address) else "no-cache"), address
    assert {"/service-worker.js", "/version.json", "/catalogue.json", "/desk/*"} <= set(caching)
    assert len(caching) < 90  # Cloudflare Pages reads 100 rules


def test_every_file_is_taken_for_what_it_is_called_and_tells_no_other_host(site: Path) -> None:
    always = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
    assert rules(site)["/*"] == always
    nginx = (site / "nginx-headers.conf").read_text(encoding="utf-8")
    for name, value in always.items():
        assert nginx.count(f'add_header {name} "{value}" always;') == 2  # of the server, and of the location


def test_nginx_keeps_the_same_files(site: Path) -> None:
    nginx = (site / "nginx-headers.conf").read_text(encoding="utf-8")
    before, _, location = nginx.partition(f'location ~ "{kept_for_ever()}" {{')
    assert 'add_header Cache-Control "no-cache" always;' in before
    assert f'add_header Cache-Control "{A_YEAR}";' in location  # never of a file that is not there yet
    assert "text/javascript js mjs;" in location


@pytest.mark.parametrize("file", ["_headers", "nginx-headers.conf"])
def test_who_may_frame_the_site_is_advised_and_not_decided(file: str, site: Path) -> None:
    lines = (site / file).read_text(encoding="utf-8").splitlines()
    advice = [line for line in lines if "frame-ancestors" in line or "clipboard-write" in line]
    assert len(advice) == 2
    assert all(line.startswith("#") for line in advice)
