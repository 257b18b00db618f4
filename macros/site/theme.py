"""What the theme leaves in a built site without need: the day of the build, and the search of other languages."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAP, PACKED_MAP = "sitemap.xml", "sitemap.xml.gz"
DAY = re.compile(r"\s*<lastmod>[^<]*</lastmod>")
INDEX = "search/search_index.json"
LANGUAGES = "assets/javascripts/lunr"  # the words of 30 languages, each with a license of its own
BUILT_IN = ["en"]


def tidy_theme(site: Path) -> None:
    """Take it away; a second call finds nothing to take."""
    _forget_day(site)
    index = site / INDEX
    if index.exists() and json.loads(index.read_bytes())["config"]["lang"] == BUILT_IN:
        shutil.rmtree(site / LANGUAGES, ignore_errors=True)


def _forget_day(site: Path) -> None:
    """Every page has the day of the build in the map, whenever it was changed, and the packed map has its second."""
    text = DAY.sub("", (site / MAP).read_text(encoding="utf-8"))
    (site / MAP).write_text(text, encoding="utf-8")
    if (site / PACKED_MAP).exists():
        (site / PACKED_MAP).write_bytes(gzip.compress(text.encode(), mtime=0))
