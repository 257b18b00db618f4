"""Write all of the site that is not a page: fonts, engine, the desk's words, `catalogue.json`, exports, licenses."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING, Any

from macros import exports, paths
from macros.browser import engine
from macros.browser import words as desk_words
from macros.exports.dialects import dialects
from macros.exports.tool import as_json
from macros.load import current
from macros.site.assets import name_by_content, put_back, version_assets
from macros.site.carried import PYODIDE
from macros.site.headers import write_headers
from macros.site.licenses import write_licenses
from macros.site.pages import Pages
from macros.site.policy import restrict_pages
from macros.site.theme import tidy_theme
from macros.site.version import name_version
from words.message import token

if TYPE_CHECKING:
    from pathlib import Path

    from facts.schema import Store
    from macros.catalogue.model import Catalogue, Entry, Template

FONTS = {
    "source-sans-3.woff2": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    "source-serif-4.woff2": "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2",
}
CALENDAR = "ical.js/dist/ical.min.js"
# The columns each loyalty tool imports, with a row to replace; see the page on messages for where they come from.
# No birthday: the page says to leave it empty, and Rijoy's manual that an empty one changes nothing.
LOYALTY_FILES = {
    "rijoy-members.csv": {
        "Email": "maya@example.com",
        "Birthday": "",
        "Available Points": "{points}",
        "VIP Tier": "",
    },
    "smile-points.csv": {"email": "maya@example.com", "points": "{points}"},
}
CATALOGUE_VERSION = 1


def write_all(site_dir: Path, *, is_edited: bool = False) -> None:
    """Write the files into a built site; one that is edited keeps the policy that lets `mkdocs serve` reload a page.

    Raises:
        SystemExit: when the npm packages are not installed, saying what to run.
    """
    catalogue, store = current()
    pages = Pages(site_dir)
    put_back(site_dir, pages)
    _fonts(site_dir / "assets" / "look" / "fonts")
    shutil.copyfile(paths.NODE_MODULES / CALENDAR, site_dir / "assets" / "eta" / "ical.min.js")
    engine.publish(site_dir)
    desk_words.publish(site_dir)
    exports.publish(site_dir, catalogue, store)
    (site_dir / "assets" / "reply" / "dialects.json").write_bytes(as_json(dialects(exports.TOOLS, catalogue)))
    _loyalty(site_dir / "exports" / "loyalty", store)
    (site_dir / "catalogue.json").write_bytes(as_json(as_data(catalogue)))
    tidy_theme(site_dir)
    version_assets(site_dir, pages)
    name_by_content(site_dir, pages)
    if not is_edited:
        restrict_pages(pages)
    write_licenses(site_dir, npm_packages())
    write_headers(site_dir)
    name_version(site_dir, pages)


def npm_packages() -> set[str]:
    """The npm packages with files in the site: `name` or `@scope/name`."""
    files = [file.split("/") for file in (*FONTS.values(), CALENDAR)]
    return {PYODIDE, *("/".join(parts[: 2 if parts[0].startswith("@") else 1]) for parts in files)}


def as_data(catalogue: Catalogue) -> dict[str, Any]:
    """The catalogue as plain data, its messages as plain text with slots as tokens."""
    return {
        "version": CATALOGUE_VERSION,
        "slots": {
            name: {"label": slot.label, "meaning": slot.meaning, "sample": catalogue.samples[name]}
            for name, slot in catalogue.slots.items()
        },
        "entries": [_entry(entry) for entry in catalogue.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "summary": entry.summary,
        "address": entry.address,
        "customers_say": list(entry.written.phrases),
        "templates": [_template(template) for template in entry.templates],
    }


def _template(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "title": template.title,
        "when": {condition: list(values) for condition, values in template.when.items()},
        "messages": {
            message.channel: {
                **({"subject": message.subject.plain(token)} if message.subject else {}),
                "text": message.body.plain(token),
            }
            for message in template.messages
        },
    }


def _fonts(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in FONTS.items():
        if not (paths.NODE_MODULES / source).exists():
            raise SystemExit("The fonts are not installed; run `make build`, which installs them.")
        shutil.copyfile(paths.NODE_MODULES / source, folder / name)


def _loyalty(folder: Path, store: Store) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, row in LOYALTY_FILES.items():
        values = [value.format(points=store.loyalty.review_points) for value in row.values()]
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([row.keys(), values])
