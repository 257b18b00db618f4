"""espanso: a package of matches; a reply with blanks opens a form first.

A form is written as `replace` with a variable of type `form`, which the loader and the published schema both take.
Facts about its syntax and formats, with their sources: docs/exports/espanso.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.exports.abbreviation import abbreviation
from macros.exports.manifest import manifest
from macros.exports.reply import Dialect, ExportError, replies
from macros.exports.tool import Tool, as_yaml, as_zip
from macros.layouts import render

if TYPE_CHECKING:
    from facts.schema import Store
    from macros.catalogue.model import Catalogue
    from macros.exports.reply import Reply
    from words.catalogue import Slot

NAME, VERSION = "custom-order-support", "1.0.0"
# Variables, form fields, the place of the cursor, and braces that espanso would unescape.
SYNTAX = re.compile(r"\{\{|\}\}|\[\[|\]\]|\$\|\$|\\\{\\\{|\\\}\\\}")
FORM = "form"


def files(catalogue: Catalogue, store: Store) -> dict[str, bytes]:
    """The files of this tool by name."""
    found, written = replies(catalogue), dialect(catalogue)
    matches = as_yaml({"matches": [match(reply, written) for reply in found]})
    about = as_yaml(_manifest(catalogue, store))
    readme = render("espanso.txt.jinja", store=store, example=abbreviation(found[0])).encode()
    package = {"package.yml": matches, "_manifest.yml": about, "README.md": readme}
    return {"package.yml": matches, f"{NAME}.zip": as_zip({f"{NAME}/{name}": text for name, text in package.items()})}


def dialect(catalogue: Catalogue) -> Dialect:
    """A field of the form for every slot."""
    return Dialect({name: f"{{{{{FORM}.{_field(name)}}}}}" for name in catalogue.slots}, SYNTAX)


def match(reply: Reply, written: Dialect) -> dict[str, Any]:
    """One match: what is typed, what the search shows, the text, and its form where it has blanks."""
    slots = [reply.slots[name] for name in reply.message.body.slots]
    return {
        "trigger": abbreviation(reply),
        "label": reply.name,
        "replace": reply.plain(written),
        **({"vars": [{"name": FORM, "type": "form", "params": _form(slots)}]} if slots else {}),
    }


def _form(slots: list[Slot]) -> dict[str, Any]:
    """A line for each field; what nobody fills stays a blank to see."""
    layout = "\n".join(f"{_label(slot)}: [[{_field(slot.name)}]]" for slot in slots)
    return {"layout": layout, "fields": {_field(slot.name): {"default": slot.blank} for slot in slots}}


def _label(slot: Slot) -> str:
    if SYNTAX.search(slot.label):
        raise ExportError(f"{slot.name}: the label {slot.label!r} would be read as a field: write it otherwise")
    return slot.label


def _field(name: str) -> str:
    return name.replace(".", "__")


def _manifest(catalogue: Catalogue, store: Store) -> dict[str, str]:
    return {
        "name": NAME,
        "title": "Custom Order Support",
        "description": "Replies for customers who wait for a made-to-order piece",
        "version": f"{VERSION}+{manifest(catalogue)['catalogue']}",
        "author": store.brand.name,
    }


TOOL = Tool("espanso", "espanso", dialect, files, form="")
