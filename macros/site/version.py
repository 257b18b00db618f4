"""The name of a deployment: of all files of a site together, known to its pages and to its service worker.

A page compares its own name with the one in `version.json`, which is asked for past every cache, and so learns that a
newer version was published.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from macros.catalogue.content import content_name

if TYPE_CHECKING:
    from pathlib import Path

    from macros.site.pages import Pages

NAMED_IN = "version.json"
WORKER = "service-worker.js"
IN_A_PAGE = re.compile(r'(<meta name="playbook-version" content=)["\']?[0-9a-f]*["\']?(?=[ />])')
IN_THE_WORKER = re.compile(r'(const VERSION = )"[0-9a-f]*"')


def name_version(site: Path, pages: Pages) -> None:
    """Write a site's name into it; all other files are as they will be published."""
    _write(site, pages, "")
    files = sorted(path for path in site.rglob("*") if path.is_file() and path != site / NAMED_IN)
    name = content_name(files, "", site)
    _write(site, pages, name)
    (site / NAMED_IN).write_text(json.dumps({"version": name}) + "\n", encoding="utf-8")


def _write(site: Path, pages: Pages, name: str) -> None:
    pages.edit(lambda text: IN_A_PAGE.sub(rf'\g<1>"{name}"', text))
    pages.write()
    worker = (site / WORKER).read_text(encoding="utf-8")
    (site / WORKER).write_text(IN_THE_WORKER.sub(rf'\g<1>"{name}"', worker), encoding="utf-8")
